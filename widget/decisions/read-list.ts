import type { OwnList } from './mine';

export interface ListPage<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

export interface ReadList<Item> {
  list(): OwnList<Item> | undefined;
  /** Nothing where what the list is in was closed meanwhile. */
  change(list: OwnList<Item>): void;
  ask(cursor: string | null): Promise<ListPage<Item>>;
  keyOf(item: Item): string;
}

export const unreadList = { items: [], nextCursor: null, progress: 'unread' } as const;

/** Goes on with a list, or begins it once more. What is in two pages comes once. @throws Refusal, NoAnswer */
export async function readList<Item>({ list, change, ask, keyOf }: ReadList<Item>): Promise<void> {
  const before = list();
  if (before === undefined || before.progress === 'reading') return;
  change({ ...before, progress: 'reading' });
  try {
    const { items, nextCursor } = await ask(before.nextCursor);
    const known = new Set(items.map(keyOf));
    const others = (list() ?? before).items.filter((item) => !known.has(keyOf(item)));
    change({ items: [...others, ...items], nextCursor, progress: 'read' });
  } catch (error) {
    change({ ...(list() ?? before), progress: 'failed' });
    throw error;
  }
}
