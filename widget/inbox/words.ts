import type { InboxItem, NewsCount } from '../../contract/inbox';
import { inboxLimits } from '../../contract/limits';
import type { PluralForms } from '../catalogues/catalogue';
import type { InboxTexts } from '../catalogues/inbox-texts';
import { isolated, type Wording } from '../catalogues/wording';

/** What is said of the inbox and the feed, in the reader's language. */
export class InboxWords {
  private readonly lists: Intl.ListFormat;

  constructor(
    readonly wording: Wording,
    readonly texts: InboxTexts,
  ) {
    this.lists = new Intl.ListFormat(wording.language);
  }

  /** A count that may stand for more. */
  number(count: number): string {
    return count < inboxLimits.maxCounted ? this.wording.number(count) : `${this.wording.number(inboxLimits.maxCounted - 1)}+`;
  }

  counted(forms: PluralForms, count: number): string {
    return this.wording.plural(forms, count).replace(this.wording.number(count), this.number(count));
  }

  /** The name of the bell: where it leads, and what waits there. */
  bell(count: NewsCount | null): string {
    const { texts } = this;
    const parts = [texts.tabs.inbox];
    if (count && count.unread > 0) parts.push(this.counted(texts.unreadCount, count.unread));
    if (count && count.following > 0) parts.push(this.counted(texts.followingCount, count.following));
    return parts.join(this.wording.language === 'ar' ? '، ' : ', ');
  }

  /** What an item is about. */
  what(item: InboxItem): string {
    const { texts } = this;
    switch (item.kind) {
      case 'reply':
        return this.counted(texts.replies, item.count);
      case 'mention':
        return this.counted(texts.mentions, item.count);
      case 'pick':
        return texts.pick;
      case 'decision':
        return texts.decisions[item.outcome];
      case 'sanction':
        return texts.sanctions[item.sanction];
      case 'appeal':
        return texts.appeals[item.outcome];
      case 'report':
        return texts.reports[item.outcome];
    }
  }

  /** Who did it; null where that is nobody's business. */
  who(item: InboxItem): string | null {
    if (!('authors' in item)) return null;
    const names = item.authors.map(({ name }) => isolated(name));
    const others = item.authorCount - names.length;
    return this.lists.format(others > 0 ? [...names, this.counted(this.texts.others, others)] : names);
  }
}
