import type { Language } from '../../contract/embed';
import type { AppealItem, DecisionItem, ReportItem } from '../../contract/inbox';
import type { SanctionKind } from '../../contract/sanctions';
import type { PluralForms, pluralCategories } from './catalogue';

/** What is said of the inbox and of what the reader follows; loaded for those who are logged in. Words in braces stand for what is put there. */
interface Texts<Plural extends PluralForms> {
  title: string;
  back: string;
  tabs: Record<'inbox' | 'following', string>;
  /** Of the inbox, beside its name. */
  unreadCount: Plural;
  /** Comments of what the reader follows, since they looked. */
  followingCount: Plural;
  /** What came since the reader looked. */
  newCount: Plural;
  showMore: string;
  markAllRead: string;
  unread: string;
  noItemsTitle: string;
  noItems: string;
  /** Leads to the lists of whom and what the reader follows. */
  toPeople: string;
  noFeedTitle: string;
  noFeed: string;

  replies: Plural;
  /** The last of several names: those who are not named. */
  others: Plural;
  mentions: Plural;
  pick: string;
  decisions: Record<DecisionItem['outcome'], string>;
  sanctions: Record<SanctionKind, string>;
  appeals: Record<AppealItem['outcome'], string>;
  reports: Record<ReportItem['outcome'], string>;

  /** Between what is new and what the reader has seen before. */
  seenBefore: string;
  /** Leads to a comment in its conversation. */
  openThere: string;
}

/** With exactly the plural forms of a language. */
export type InboxTextsOf<Of extends Language> = Texts<{ other: string } & Record<(typeof pluralCategories)[Of][number], string>>;
export type InboxTexts = Texts<PluralForms>;
