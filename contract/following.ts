import type { PublicAuthor, PublishedComment, ThreadView } from './conversation';

/** `conversation`: a comment with all below it. `section`: of a publication, by its name. */
export const followKinds = ['reader', 'thread', 'conversation', 'section'] as const;
export type FollowKind = (typeof followKinds)[number];

/** How much one reader does not want of another: `mute` hides what they write; who is blocked can also neither follow nor answer. */
export const muteKinds = ['mute', 'block'] as const;
export type MuteKind = (typeof muteKinds)[number];

export interface MuteRequest {
  kind: MuteKind;
}

/** A reader as others meet them on one site. */
export interface ReaderProfile {
  id: string;
  name: string;
  badge: PublicAuthor['badge'];
  /** Since when they are with the service, ISO 8601. */
  joinedAt: string;
  /** Published, on this site. Like the others counted as far as `limits.profile.counted`: who has more has at least so many. */
  commentCount: number;
  /** Also those whom a list leaves out for the caller. */
  followerCount: number;
  /** Readers; likewise. */
  followeeCount: number;
  /** The caller may read whom they follow and who follows them. */
  hasPublicLists: boolean;
  /** What the caller made of them; null for a visitor, and for oneself. */
  relation: ReaderRelation | null;
}

export interface ReaderRelation {
  isFollowed: boolean;
  mute: MuteKind | null;
}

/** A reader in a list of another's. */
export interface ListedReader {
  id: string;
  name: string;
  /** By the caller. */
  isFollowed: boolean;
}

/**
 * Whom a reader follows on a site, or who follows them, the latest first. Left out are those who have no profile there for the caller, whom the caller muted,
 * and who blocked the caller; so a page may be short, or empty.
 */
export interface ListedReadersPage {
  readers: ListedReader[];
  nextCursor: string | null;
}

/** What the editors of a site set of following. */
export interface FollowingSettings {
  /** Everybody can read who follows whom; otherwise readers read it of themselves alone. */
  areListsPublic: boolean;
}

/** A comment outside its conversation, with what it needs to be understood there. */
export interface CommentElsewhere {
  comment: PublishedComment;
  thread: Pick<ThreadView, 'id' | 'title' | 'url'>;
  /** What it answers; null where it answers nothing, or nothing that the caller sees. */
  parent: { author: Pick<PublicAuthor, 'id' | 'name'>; excerpt: string } | null;
}

/** Newest first. */
export interface ProfileCommentsPage {
  comments: CommentElsewhere[];
  nextCursor: string | null;
}

/**
 * Something the caller follows; `title` is the name of a reader or a section, the title of an article, or how a comment begins; empty where that is not
 * public any more.
 */
export interface FollowView {
  kind: FollowKind;
  /** What it is called by when it is followed: an id, or the name of a section. */
  subject: string;
  title: string;
  /** Of the article; null for a reader and a section. */
  url: string | null;
  followedAt: string;
}

/** The latest first. */
export interface FollowsPage {
  follows: FollowView[];
  nextCursor: string | null;
}

export interface FollowersPage {
  followers: (ListedReader & { followedAt: string })[];
  nextCursor: string | null;
}

export interface MuteView {
  reader: { id: string; name: string };
  kind: MuteKind;
  mutedAt: string;
}

export interface MutesPage {
  mutes: MuteView[];
  nextCursor: string | null;
}

/** Words and phrases that hide a comment in which they stand; whatever their case. */
export interface MuteWords {
  words: string[];
}

/** Whom the caller may mean by what they typed after an `@`: the latest to write in the thread first, then whom they followed last. */
export interface MentionableReaders {
  readers: Pick<PublicAuthor, 'id' | 'name'>[];
}
