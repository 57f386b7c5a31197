/** The newest of what others did, as far as the reader asked for it. */
export interface NewsList<Item> {
  /** As they were asked for, the newest first: what is shown stays in its page. */
  pages: readonly (readonly Item[])[];
  nextCursor: string | null;
  /** `unread`: nothing is known of it yet. */
  progress: 'unread' | 'reading' | 'read' | 'failed';
  /** So many came since; they are shown when the reader asks for them, so that nothing moves. */
  waiting: number;
}

export interface NewsPage<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** What makes two items the same thing, told at different times. */
export interface Sameness<Item> {
  keyOf(item: Item): string;
  /** When the newest of it happened, ISO 8601. */
  timeOf(item: Item): string;
}

export const unreadList = { pages: [], nextCursor: null, progress: 'unread', waiting: 0 } as const;

export function itemsOf<Item>({ pages }: Pick<NewsList<Item>, 'pages'>): readonly Item[] {
  return pages.flat();
}

/** Goes on with an older page. */
export function withOlder<Item>(list: NewsList<Item>, page: NewsPage<Item>, { keyOf }: Sameness<Item>): NewsList<Item> {
  const known = new Set(itemsOf(list).map(keyOf));
  const pages = [...list.pages, page.items.filter((item) => !known.has(keyOf(item)))];
  return { ...list, pages: filledOnly(pages), nextCursor: page.nextCursor, progress: 'read' };
}

/** The list beside what is newest now: what went is gone, what changed has changed in its place, and what came waits. */
export function comparedWith<Item>(list: NewsList<Item>, page: NewsPage<Item>, same: Sameness<Item>): NewsList<Item> {
  const { keyOf, timeOf } = same;
  const now = byKey(page.items, keyOf);
  const shown = byKey(itemsOf(list), keyOf);
  const beyond = beyondPage(list, page, same);
  const pages = list.pages.map((items) =>
    items.flatMap((item) => {
      const other = now.get(keyOf(item));
      if (other === undefined) return beyond.has(item) ? [item] : [];
      return [timeOf(other) > timeOf(item) ? item : other];
    }),
  );
  const came = page.items.filter((item) => {
    const before = shown.get(keyOf(item));
    return before === undefined || timeOf(item) > timeOf(before);
  });
  const nextCursor = page.nextCursor === null ? null : list.nextCursor;
  return { ...list, pages: filledOnly(pages), nextCursor, waiting: came.length };
}

/** The list with what is newest now in front. Where so much is new that both have nothing in common, it begins once more. */
export function withNewest<Item>(list: NewsList<Item>, page: NewsPage<Item>, same: Sameness<Item>): NewsList<Item> {
  const now = byKey(page.items, same.keyOf);
  const beyond = beyondPage(list, page, same);
  const meets = beyond.size < itemsOf(list).length;
  const isOlder = (item: Item): boolean => beyond.has(item) && !now.has(same.keyOf(item));
  const older = meets ? list.pages.map((items) => items.filter(isOlder)) : [];
  const { nextCursor } = meets && page.nextCursor !== null ? list : page;
  return { pages: filledOnly([page.items, ...older]), nextCursor, progress: 'read', waiting: 0 };
}

/** What comes after all that the list and the page have in common, as it was: the page does not tell of it. */
function beyondPage<Item>(list: NewsList<Item>, page: NewsPage<Item>, { keyOf, timeOf }: Sameness<Item>): ReadonlySet<Item> {
  if (page.nextCursor === null) return new Set();
  const now = byKey(page.items, keyOf);
  const items = itemsOf(list);
  const last = items.findLastIndex((item) => {
    const other = now.get(keyOf(item));
    return other !== undefined && timeOf(other) === timeOf(item);
  });
  return new Set(items.slice(last + 1));
}

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

function filledOnly<Item>(pages: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  return pages.filter((items) => items.length > 0);
}
