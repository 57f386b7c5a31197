import type { MuteKind } from '../../contract/following';
import type { FollowingInThread } from '../../contract/following-in-thread';
import type { Topic } from '../api/following-api';

/** What the reader changed in this page; it stands over what the service said before, until it says what came of it. */
export interface Pressed {
  /** By the key of a topic. */
  follows: ReadonlyMap<string, boolean>;
  /** By the id of a reader; null is neither muted nor blocked. */
  mutes: ReadonlyMap<string, MuteKind | null>;
  /** Null where they were not changed. */
  words: readonly string[] | null;
}

export const nothingPressed: Pressed = { follows: new Map(), mutes: new Map(), words: null };

export function keyOf({ kind, subject }: Topic): string {
  return `${kind}:${subject}`;
}

/** What somebody does not want to see. */
export interface Unwanted {
  /** Readers, by id. */
  readers: ReadonlySet<string>;
  words: readonly string[];
}

export function unwantedOf(following: Pick<FollowingInThread, 'muted' | 'words'> | null, { mutes, words }: Pressed): Unwanted {
  const readers = new Set(following?.muted);
  for (const [id, kind] of mutes) {
    if (kind === null) readers.delete(id);
    else readers.add(id);
  }
  return { readers, words: words ?? following?.words ?? [] };
}

/** Of what stands in the thread: whether the reader follows it, as far as it is known. Of readers only profiles and lists know. */
export function followsInThread(following: FollowingInThread | null, { kind, subject }: Topic): boolean {
  if (following === null) return false;
  const known: Record<Topic['kind'], boolean> = {
    thread: following.followsThread,
    section: following.followsSection,
    conversation: following.conversations.includes(subject),
    reader: false,
  };
  return known[kind];
}
