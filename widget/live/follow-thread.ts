import type { CommentView, ThreadState } from '../../contract/conversation';
import type { SessionEndReason } from '../../contract/live';

/** Where and from where to follow a thread. */
export interface Following {
  /** The service's origin. */
  origin: string;
  threadId: string;
  /** The number of the last change the caller has: that of the page it shows. */
  after: number;
  /** Sent with the handshake where there is no browser to do so. */
  headers?: Record<string, string>;
}

export interface ThreadListener {
  /** In order of their numbers, each once; `state` is the thread's after them. */
  onChanges(changes: CommentView[], state: ThreadState): void;
  /** Too much happened: load the page again, then `resume` with its number. */
  onReload(): void;
  onReading(reading: number): void;
  onTyping(parentId: string | null): void;
  onConnection(isConnected: boolean): void;
  onSessionEnded(reason: SessionEndReason): void;
}

export interface ThreadFollower {
  /** After `onReload`, or when the caller loaded a newer page by itself. */
  resume(after: number): void;
  typing(parentId: string | null): void;
  /** A new handshake, after logging in or out. */
  reconnect(): void;
  stop(): void;
}
