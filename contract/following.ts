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
  /** Published, on this site. */
  commentCount: number;
  followerCount: number;
  followeeCount: number;
  /** What the caller made of them; null for a visitor, and for oneself. */
  relation: ReaderRelation | null;
}

export interface ReaderRelation {
  isFollowed: boolean;
  mute: MuteKind | null;
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
  followers: { id: string; name: string; followedAt: string }[];
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
