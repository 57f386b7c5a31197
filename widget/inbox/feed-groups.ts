import type { ThreadView } from '../../contract/conversation';
import type { FeedItem } from '../../contract/inbox';

/** Comments of one article that came at about the same time, the newest first. */
export interface FeedGroup {
  thread: Pick<ThreadView, 'id' | 'title' | 'url'>;
  items: readonly FeedItem[];
}

export interface GroupedFeed {
  news: readonly FeedGroup[];
  /** Those that were there when the feed was seen before. */
  seen: readonly FeedGroup[];
}

/** Each page by itself: what comes later joins no group that is being read. */
export function groupedFeed(pages: readonly (readonly FeedItem[])[], seenAt: string | null): GroupedFeed {
  const isNew = ({ toldAt }: FeedItem): boolean => seenAt === null || toldAt > seenAt;
  return {
    news: pages.flatMap((items) => byThread(items.filter(isNew))),
    seen: pages.flatMap((items) => byThread(items.filter((item) => !isNew(item)))),
  };
}

function byThread(items: readonly FeedItem[]): FeedGroup[] {
  const groups = new Map<string, FeedItem[]>();
  for (const item of items) groups.set(item.thread.id, [...(groups.get(item.thread.id) ?? []), item]);
  return [...groups.values()].flatMap((group) => (group[0] ? [{ thread: group[0].thread, items: group }] : []));
}
