import type { CommentStatus } from '../../contract/conversation';
import type { Language } from '../../contract/embed';
import type { Listing } from '../conversation/conversation';

/** The plural categories of each language, as Unicode has them; a test compares. */
export const pluralCategories = {
  en: ['one', 'other'],
  de: ['one', 'other'],
  es: ['one', 'many', 'other'],
  fr: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
} as const satisfies Record<Language, readonly Intl.LDMLPluralRule[]>;

/** A sentence about a number, which stands where `{count}` is; the form of a single number may say it in words. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Every text of the widget. Words in braces stand for what is put there. */
interface Texts<Plural extends PluralForms> {
  title: string;
  comments: Plural;
  reading: Plural;
  somebodyWrites: string;
  orderLabel: string;
  orders: Record<Listing, string>;
  newComments: Plural;
  newReplies: Plural;
  /** When too much is new to count it. */
  allNew: string;
  /** When an earlier page left comments that are not sent yet. */
  showUnsent: string;
  /** When there are comments that only the reader sees. */
  showUnpublished: string;
  moreComments: string;
  moreReplies: Plural;
  /** Where it is not known how many of them the reader wants to see. */
  someReplies: string;
  hiddenReplies: Plural;
  continueHere: string;
  seeWhole: string;
  onePart: string;
  emptyTitle: string;
  emptyInvitation: string;
  closed: string;
  readOnly: string;
  premoderated: string;
  /** Above what the newsroom asks. */
  question: string;
  connectionLost: string;
  loading: string;
  loadFailed: string;
  tryAgain: string;

  composerInvitation: string;
  composerLabel: string;
  replyLabel: string;
  /** Beside the name of who answers. */
  answers: string;
  editLabel: string;
  post: string;
  reply: string;
  resumeReply: string;
  save: string;
  cancel: string;
  charactersLeft: Plural;
  charactersOver: Plural;
  toolbarLabel: string;
  marks: Record<'bold' | 'italic' | 'quote' | 'list' | 'code' | 'spoiler' | 'link', string>;
  /** Of the names that complete what is typed after an `@`, and how many there are. */
  mentionsLabel: string;
  mentionsFound: Plural;
  sending: string;
  /** A comment that a moderator may have to read first. */
  sendAnyway: string;
  waitingToSend: string;
  /** In slow mode, to who posted a moment ago. */
  mayPostInSeconds: Plural;
  mayPostInMinutes: Plural;
  /** Sends a comment as soon as that is over. */
  sendThen: string;
  waitingForTurn: string;
  /** There was too much at once. */
  waitingItsTurn: string;
  notInSight: string;
  copy: string;
  copied: string;
  discard: string;

  like: string;
  dislike: string;
  share: string;
  report: string;
  /** Leads to what of this the reader can ask to hear of. The hint has the name in it. */
  follow: Record<'name' | 'hint', string>;
  /** Instead of the text of a comment that the reader reported. */
  reported: string;
  showReported: string;
  edit: string;
  withdraw: string;
  withdrawQuestion: string;
  keepIt: string;
  close: string;
  linkCopied: string;
  copyThisLink: string;
  edited: string;
  /** Who speaks for the publication. */
  staff: string;
  /** A comment that an editor picked. */
  pick: string;
  showHiddenText: string;
  tombstone: string;
  /** What only its author sees of a comment. */
  /** Of a comment that waited for a moderator, and is published now. */
  approved: string;
  unpublished: Record<Exclude<CommentStatus, 'published' | 'withdrawn'>, string>;
  collapse: string;
  expand: string;
  justNow: string;

  join: string;
  logIn: string;
  logOut: string;
  /** What the name of who is reading leads to. */
  mine: string;
  /** Leads to the decision on a comment, or on the reader. */
  why: string;
  /** Said to those who write while all that they post is held. */
  allHeld: string;
  loggedIn: string;
  loggedOut: string;
  joinTitle: string;
  logInTitle: string;
  thenSent: string;
  name: string;
  nameHint: string;
  email: string;
  password: string;
  passwordHint: Plural;
  showPassword: string;
  alreadyHere: string;
  newHere: string;

  tryAgainInSeconds: Plural;
  tryAgainInMinutes: Plural;
  noAnswer: string;
  cookieRefused: string;
  notAnEmail: string;
  nameErrors: Record<'too_short' | 'too_long' | 'forbidden_characters' | 'mixed_scripts' | 'reserved', string>;
  passwordErrors: Record<'too_short' | 'too_long' | 'too_common', string>;
  /** A part of the reader's text, inside a sentence. */
  quoted: string;
  /** What the checks found, by their rule; `excerpts` are the words it is about. */
  findings: Record<'blocked_words' | 'watched_words' | 'links' | 'same_text' | 'unknown', string>;
  /** By the code of a refusal; others are shown as the service says them. */
  errors: Record<RefusalCode, string>;
}

export type RefusalCode =
  | 'appeal_made'
  | 'appeal_too_late'
  | 'cannot_edit'
  | 'client_id_reused'
  | 'comment_changed'
  | 'comment_empty'
  | 'comment_may_be_held'
  | 'comment_refused'
  | 'comment_too_long'
  | 'edit_window_closed'
  | 'internal_error'
  | 'invalid_request'
  | 'name_taken'
  | 'not_allowed'
  | 'not_found'
  | 'not_logged_in'
  | 'other_reader'
  | 'own_comment'
  | 'parent_gone'
  | 'reader_banned'
  | 'reader_suspended'
  | 'registration_refused'
  | 'reply_refused'
  | 'temporarily_unavailable'
  | 'thread_closed'
  | 'thread_not_open'
  | 'too_deep'
  | 'too_many_marks'
  | 'warning_unread'
  | 'wrong_credentials';

/** A catalogue with exactly the plural forms of its language. */
export type CatalogueOf<Of extends Language> = Texts<{ other: string } & Record<(typeof pluralCategories)[Of][number], string>>;
export type Catalogue = Texts<PluralForms>;
