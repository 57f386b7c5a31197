import type { CommentStatus } from './conversation';
import type { DecisionView, HeldComment } from './moderation';
import type { ScreeningRule } from './screening';

/** Which comments of a site are meant; every part that is given must be true of one. */
export interface CommentFilter {
  status?: CommentStatus[];
  /**
   * Words, all of which are in the comment in some form; `"words in quotes"` as they stand, and `*part*` of a word. Neither case nor accents count.
   * The text of a withdrawn comment is not looked at.
   */
  text?: string;
  /** Its id. */
  thread?: string;
  section?: string;
  /** The id of the author. */
  reader?: string;
  /** A check that found something in one of its texts. */
  rule?: ScreeningRule;
  /** Posted then or later; ISO 8601. */
  from?: string;
  /** Posted before. */
  until?: string;
  /** As it was then: posted, edited and decided on before; what changed then or later is left out. ISO 8601. */
  unchangedSince?: string;
}

/** A run of the text. */
export interface ExcerptPart {
  text: string;
  /** It is what was looked for. */
  isHit: boolean;
}

/** As moderators see it. Of a withdrawn one there is neither text nor findings: it is not theirs to read any more. */
export interface FoundComment extends HeldComment {
  status: CommentStatus;
  /** The last decision on it, whoever made it and whatever has happened since. */
  lastDecision: DecisionView | null;
  /** ISO 8601; null where it is no pick of the editors. */
  pickedAt: string | null;
  /** The text around the first place that was looked for; empty when no text was. */
  excerpt: ExcerptPart[];
}

/**
 * Why there may be more than is told: the search was given up after some time (`nextCursor` goes on where it got to), or comments of the site are
 * still being prepared for it.
 */
export const gaps = ['took_too_long', 'being_prepared'] as const;
export type Gap = (typeof gaps)[number];

export interface FoundPage {
  /** Newest first. */
  comments: FoundComment[];
  /** Give it back as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
  gaps: Gap[];
}

export interface CommentCount {
  count: number;
  /** There are more: counting ends at `count`, or was given up there. */
  isMore: boolean;
  /** ISO 8601. As `unchangedSince` of the filter it leaves out what came or changed since. */
  countedAt: string;
}

/** How words are brought to their stem: by the rules of a language, or not at all. */
export const searchLanguages = [
  'simple',
  'arabic',
  'armenian',
  'basque',
  'catalan',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'greek',
  'hindi',
  'hungarian',
  'indonesian',
  'irish',
  'italian',
  'lithuanian',
  'nepali',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'serbian',
  'spanish',
  'swedish',
  'tamil',
  'turkish',
  'yiddish',
] as const;
export type SearchLanguage = (typeof searchLanguages)[number];
