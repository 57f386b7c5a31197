import type { Language } from '../../contract/embed';
import type { FollowKind } from '../../contract/following';
import type { PluralForms, pluralCategories } from './catalogue';

/** What is said of following, muting and profiles; loaded when it is needed. Words in braces stand for what is put there. */
interface Texts<Plural extends PluralForms> {
  back: string;
  showMore: string;
  undo: string;

  /** Of a profile. `hereSince` comes with a month. */
  hereSince: string;
  followers: Plural;
  /** How many readers somebody follows. */
  followees: Plural;
  /** Above readers who follow somebody, and whom somebody follows. */
  listOf: Record<'followers' | 'follows', string>;
  listNote: string;
  nobodyListed: string;
  isYou: string;
  noSuchReader: string;
  noComments: string;
  /** Above the beginning of what a comment answers. */
  answers: string;

  follow: string;
  mute: string;
  unmute: string;
  block: string;
  unblock: string;
  muted: string;
  blocked: string;
  blockQuestion: string;
  blockNow: string;

  /** What can be followed where the reader is. */
  menuHint: string;
  thisThread: string;
  thisSection: string;
  thisConversation: string;

  peopleTitle: string;
  /** Leads to what else belongs to the reader. */
  toMine: string;
  tabs: Record<'following' | 'followers' | 'muted', string>;
  kinds: Record<FollowKind, string>;
  nothingFollowed: string;
  followedBy: Plural;
  onlyYouSee: string;
  everybodySees: string;
  nobodyFollows: string;
  nobodyMuted: string;
  isMuted: string;
  isBlocked: string;
  words: string;
  wordsHint: string;
  wordsSaved: string;
  tooManyWords: string;
  wordTooLong: string;

  /** In the place of a comment. */
  hiddenReader: string;
  hiddenWords: string;
  showHidden: string;

  /** By the code of a refusal; others are said as everywhere. */
  errors: Record<'follow_refused' | 'oneself' | 'reader_blocked' | 'too_many_follows' | 'too_many_mutes', string>;
}

export type FollowingTexts = Texts<PluralForms>;
export type FollowingTextsOf<Of extends Language> = Texts<{ other: string } & Record<(typeof pluralCategories)[Of][number], string>>;
