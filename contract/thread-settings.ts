import type { ThreadMode } from './conversation';

/** What an editor sets of a thread. */
export interface ThreadSettings {
  /** As it is set: past `closesAt` the thread is read only all the same. */
  mode: ThreadMode;
  /** ISO 8601; null: it closes by itself at no time. */
  closesAt: string | null;
  /** A reader may post once in so many seconds; null where slow mode is off. */
  slowSeconds: number | null;
  /** Stands above the field for a comment, as plain text; null for none. */
  question: string | null;
}

/** What is not named stays as it is. */
export type ChangeThreadSettings = Partial<ThreadSettings>;

/** A thread as staff see it. */
export interface ThreadInConsole extends ThreadSettings {
  id: string;
  articleKey: string;
  url: string;
  title: string;
  section: string | null;
  /** Published ones, those that wait for a moderator, and those of the published that are picked. */
  commentCount: number;
  heldCount: number;
  pickCount: number;
  /** When something was last posted to it, or it was made; ISO 8601. */
  activeAt: string;
}

export interface ThreadsPage {
  /** Those with the newest activity first. */
  threads: ThreadInConsole[];
  /** Give it back as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

/** The revision that was read; a newer one on the server is a conflict. */
export interface PickRequest {
  revision: number;
}

export interface Picked {
  commentId: string;
  revision: number;
  /** ISO 8601; null when it is not picked any more. */
  pickedAt: string | null;
}
