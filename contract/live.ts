import type { Changes, CommentView, ThreadState } from './conversation';

/** Where Socket.IO answers, on the service's own origin. */
export const livePath = '/live';

export interface JoinThread {
  threadId: string;
  /** The number of the last change the client applied. */
  after: number;
}

/** The answer to a join: what happened since. */
export type JoinedThread = (Changes & { reading: number }) | { refused: JoinRefusal };

/** Who is told `too_many_requests` or `internal_error` asks again later. */
export type JoinRefusal = 'invalid_request' | 'not_found' | 'too_many_requests' | 'internal_error';

/**
 * All that changed after `from - 1` up to `to`. A comment that changed twice is in it once, with its last number.
 * Applying it is upsert if newer; who has applied less than `from - 1` asks for what is missing.
 */
export interface ThreadChanges {
  threadId: string;
  from: number;
  to: number;
  state: ThreadState;
  changes: CommentView[];
}

/** Says now and then where the thread is, so that whoever missed something notices. */
export interface ThreadBeacon {
  threadId: string;
  head: number;
  /** Open pages of the conversation. */
  reading: number;
}

/** Somebody else is writing, without their name: what is not sent yet is nobody's business. */
export interface ThreadTyping {
  threadId: string;
  /** The comment they answer; null for a new conversation. */
  parentId: string | null;
}

export type SessionEndReason = 'logout' | 'sanction' | 'role_changed' | 'password_changed' | 'expired';

export interface ServerEvents {
  'thread:changes'(changes: ThreadChanges): void;
  'thread:head'(beacon: ThreadBeacon): void;
  'thread:typing'(typing: ThreadTyping): void;
  'session:ended'(ended: { reason: SessionEndReason }): void;
  /** Something in the inbox of the reader came, changed or went: what is shown of it should be asked again. */
  'inbox:changed'(changed: { siteId: string }): void;
  /** So many comments came to the feed of the reader; null: some went, and how many there are should be asked. */
  'reader:activity'(activity: { siteId: string; added: number | null }): void;
}

export interface ClientEvents {
  'thread:join'(request: JoinThread, answer: (joined: JoinedThread) => void): void;
  'thread:leave'(request: { threadId: string }): void;
  'thread:typing'(typing: ThreadTyping): void;
}

/** The namespace of the channel for the console: its session, not the frame's. */
export const consoleNamespace = '/console';

export interface ConsoleServerEvents {
  /** Something that waits for a moderator on the site came, changed or went, or somebody else looks at it: what is shown should be asked again. */
  'queue:moved'(moved: { siteId: string }): void;
  'session:ended'(ended: { reason: SessionEndReason }): void;
}

export interface ConsoleClientEvents {
  /** From then on `queue:moved` is told of the site. False where the caller does not moderate it. */
  'queue:watch'(request: { siteId: string }, answer: (isWatched: boolean) => void): void;
}
