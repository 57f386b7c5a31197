import type { CommentView, MissedChanges, ThreadState } from '../../contract/conversation';
import type { JoinedThread, SessionEndReason, ThreadChanges } from '../../contract/live';
import { LiveSocket } from './live-socket';

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
  /** Too much happened to be told all of it; changes go on after what is. */
  onReload(missed: MissedChanges): void;
  onReading(reading: number): void;
  onTyping(parentId: string | null): void;
  onConnection(isConnected: boolean): void;
  onSessionEnded(reason: SessionEndReason): void;
  onInboxChanged?(siteId: string): void;
  /** So many comments came to the feed; null: some went. */
  onActivity?(siteId: string, added: number | null): void;
}

export interface ThreadFollower {
  typing(parentId: string | null): void;
  /** A new handshake, after logging in or out. */
  reconnect(): void;
  /** There is no need to wait any longer, where it waits before it connects again. */
  connectNow(): void;
  stop(): void;
}

const firstDelayMilliseconds = 500;
const longestDelayMilliseconds = 30_000;
const typingPauseMilliseconds = 2_000;

/** One connection that follows one thread and asks for whatever it missed. */
export function followThread(following: Following, listener: ThreadListener): ThreadFollower {
  return new Follower(following, listener);
}

class Follower implements ThreadFollower {
  private readonly socket: LiveSocket;
  private readonly threadId: string;
  private applied: number;
  private asking = false;
  private connectTimer?: ReturnType<typeof setTimeout>;
  private askTimer?: ReturnType<typeof setTimeout>;
  /** Since the last answer. */
  private failures = 0;
  /** Frames that came while an answer was under way. */
  private waiting: ThreadChanges[] = [];
  private typedAt = Number.NEGATIVE_INFINITY;

  constructor(
    following: Following,
    private readonly listener: ThreadListener,
  ) {
    this.threadId = following.threadId;
    this.applied = following.after;
    this.socket = new LiveSocket(following, {
      onConnected: () => this.noteConnected(),
      onDisconnected: () => this.noteDisconnected(),
      'thread:changes': (frame) => this.take(frame),
      'thread:head': ({ threadId, head, reading }) => {
        if (threadId !== this.threadId) return;
        this.listener.onReading(reading);
        if (head > this.applied) this.ask();
      },
      'thread:typing': ({ threadId, parentId }) => {
        if (threadId === this.threadId) this.listener.onTyping(parentId);
      },
      'session:ended': ({ reason }) => this.listener.onSessionEnded(reason),
      'inbox:changed': ({ siteId }) => this.listener.onInboxChanged?.(siteId),
      'reader:activity': ({ siteId, added }) => this.listener.onActivity?.(siteId, added),
    });
    this.socket.open();
  }

  typing(parentId: string | null): void {
    const now = Date.now();
    if (this.socket.id === null || now - this.typedAt < typingPauseMilliseconds) return;
    this.typedAt = now;
    this.socket.tell('thread:typing', { threadId: this.threadId, parentId });
  }

  reconnect(): void {
    if (this.socket.id !== null) this.noteDisconnected();
    this.connect();
  }

  connectNow(): void {
    if (this.socket.isClosed) this.connect();
  }

  stop(): void {
    this.socket.close();
    clearTimeout(this.connectTimer);
    clearTimeout(this.askTimer);
  }

  private connect(): void {
    clearTimeout(this.connectTimer);
    this.socket.open();
  }

  private noteConnected(): void {
    this.listener.onConnection(true);
    this.ask();
  }

  private noteDisconnected(): void {
    this.waiting = [];
    this.listener.onConnection(false);
    clearTimeout(this.connectTimer);
    this.connectTimer = setTimeout(() => this.connect(), this.pause());
  }

  /** Asks for what came after the last change applied. One question at a time. */
  private ask(): void {
    if (this.asking || this.socket.id === null) return;
    this.asking = true;
    const question = { threadId: this.threadId, after: this.applied };
    this.socket.ask<JoinedThread>('thread:join', question, (joined) => {
      this.asking = false;
      if (joined === null) this.askLater();
      else this.takeAnswer(joined);
    });
  }

  private takeAnswer(joined: JoinedThread): void {
    if ('refused' in joined) {
      if (joined.refused !== 'not_found') this.askLater();
      return;
    }
    this.failures = 0;
    this.listener.onReading(joined.reading);
    if (joined.reload === true) {
      this.applied = joined.to;
      this.listener.onReload(joined);
    } else this.apply(joined.changes, joined.state);
    const waiting = this.waiting.sort((one, other) => one.from - other.from);
    this.waiting = [];
    for (const frame of waiting) this.take(frame);
    if (this.applied < joined.state.head) this.ask();
  }

  private take(frame: ThreadChanges): void {
    if (frame.threadId !== this.threadId || frame.to <= this.applied) return;
    if (this.asking) this.waiting.push(frame);
    else if (frame.from > this.applied + 1) this.ask();
    else this.apply(frame.changes, frame.state);
  }

  private apply(changes: CommentView[], state: ThreadState): void {
    if (state.head <= this.applied) return;
    const fresh = changes.filter((change) => change.seq > this.applied);
    this.applied = state.head;
    this.listener.onChanges(fresh, state);
  }

  private askLater(): void {
    clearTimeout(this.askTimer);
    this.askTimer = setTimeout(() => this.ask(), this.pause());
  }

  /** Soon, then less and less often, and not at the same moment as everybody else. */
  private pause(): number {
    const longest = Math.min(firstDelayMilliseconds * 2 ** this.failures, longestDelayMilliseconds);
    this.failures += 1;
    return longest * (0.5 + Math.random());
  }
}
