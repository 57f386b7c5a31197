import type { HeldComment, LeaseView } from '../../contract/moderation';
import { isDecidable, type Trouble } from './trouble';

export interface HeldItem {
  comment: HeldComment;
  trouble: Trouble | null;
  /** Its text took the place of another while that was in focus, and nobody has been told by name. */
  isSwapped?: boolean;
  /** It is known that this is not its text any more; the new one is being asked for. */
  isStale?: boolean;
}

/** As the service lists them. */
export type Order = (items: readonly HeldItem[]) => HeldItem[];

/** Oldest first. */
export function inOrder(items: readonly HeldItem[]): HeldItem[] {
  const place = ({ comment }: HeldItem): string => `${comment.postedAt} ${comment.id}`;
  return [...items].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

export function without(items: readonly HeldItem[], id: string): HeldItem[] {
  return items.filter(({ comment }) => comment.id !== id);
}

export function find(items: readonly HeldItem[], id: string | null): HeldItem | undefined {
  return items.find(({ comment }) => comment.id === id);
}

/** Who looks at the list, and when. */
export interface Look {
  readerId: string;
  now: number;
}

/** The name of somebody else who looks at it; null when nobody does. */
export function keeperOf({ comment: { lease } }: HeldItem, { readerId, now }: Look): string | null {
  return lease === null || lease.by.id === readerId || Date.parse(lease.until) < now ? null : lease.by.name;
}

/** Who is focused first: what nobody else looks at, or else the first. */
export function firstFocus(items: readonly HeldItem[], look: Look): string | null {
  return (items.find((item) => keeperOf(item, look) === null) ?? items[0])?.comment.id ?? null;
}

/** Who is focused when the focused one leaves: the next, or the last that is there, and rather one that nobody else looks at. */
export function focusAfter(items: readonly HeldItem[], id: string, look: Look): string | null {
  const index = items.findIndex(({ comment }) => comment.id === id);
  return firstFocus([...items.slice(index + 1), ...items.slice(0, index).reverse()], look);
}

/** The same, kept for whoever the lease says. */
export function leased(item: HeldItem, lease: LeaseView | null): HeldItem {
  const { lease: known } = item.comment;
  const isSame = known?.by.id === lease?.by.id && known?.until === lease?.until;
  return isSame ? item : { ...item, comment: { ...item.comment, lease } };
}

/** The same with what follows on the next page. */
export function continued({ items, touched, order }: Known, page: readonly HeldComment[]): HeldItem[] {
  const isNew = ({ id }: HeldComment): boolean => !touched.has(id) && find(items, id) === undefined;
  return order([...items, ...page.filter(isNew).map((comment) => ({ comment, trouble: null }))]);
}

interface Known {
  items: readonly HeldItem[];
  focusedId: string | null;
  /** Ids of what was decided or taken back here after the service was asked: here is what counts. */
  touched: ReadonlySet<string>;
  order: Order;
}

/** What is held by the service's latest word, without taking away what somebody is reading. */
export function merged({ items, focusedId, touched, order }: Known, read: readonly HeldComment[]): HeldItem[] {
  const readIds = new Set(read.map(({ id }) => id));
  const kept = items.flatMap((item) => {
    const { id } = item.comment;
    if (touched.has(id)) return [item];
    if (readIds.has(id)) return [];
    if (!isDecidable(item.trouble)) return [item];
    return id === focusedId ? [{ ...item, trouble: { kind: 'left' } as const }] : [];
  });
  const current = read.filter(({ id }) => !touched.has(id)).map((comment) => asRead(comment, find(items, comment.id), focusedId));
  return order([...kept, ...current]);
}

function asRead(comment: HeldComment, known: HeldItem | undefined, focusedId: string | null): HeldItem {
  if (known === undefined) return { comment, trouble: null };
  if (known.comment.revision !== comment.revision) {
    const isFocused = comment.id === focusedId;
    const isToBeTold = isFocused || known.trouble?.kind === 'edited';
    return { comment, trouble: isToBeTold ? { kind: 'edited' } : null, isSwapped: isFocused && !known.isStale };
  }
  return leased(isDecidable(known.trouble) ? known : { ...known, trouble: null }, comment.lease);
}
