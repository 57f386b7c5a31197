import { type CommentOrder, commentOrders } from '../../contract/conversation';
import { InvalidRequest } from '../platform/http';
import { isTime } from '../platform/time';

/** Where a page ended: the value and the id of its last comment, and the change number at which the reading began. */
export interface Cursor {
  order: CommentOrder;
  /** `thread.head` when the first page was read; orders that votes move are read as they were then. */
  startedAt: number;
  /** The time of that, in milliseconds since 1970: what comments were sorted by is kept for an hour only. */
  startedTime: number;
  key: string;
  id: string;
}

interface OrderSql {
  column: 'posted_at' | 'rank' | 'reply_count';
  type: 'timestamptz' | 'double precision' | 'integer';
  direction: 'asc' | 'desc';
  /** Whether reactions or replies move comments in it. */
  moves: boolean;
}

export const orderSql: Record<CommentOrder, OrderSql> = {
  newest: { column: 'posted_at', type: 'timestamptz', direction: 'desc', moves: false },
  oldest: { column: 'posted_at', type: 'timestamptz', direction: 'asc', moves: false },
  best: { column: 'rank', type: 'double precision', direction: 'desc', moves: true },
  discussed: { column: 'reply_count', type: 'integer', direction: 'desc', moves: true },
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isKey: Record<OrderSql['type'], (text: string) => boolean> = {
  timestamptz: isTime,
  'double precision': (text) => /^\d(\.\d{1,20})?(e-\d{1,2})?$/.test(text),
  integer: (text) => /^\d{1,9}$/.test(text),
};

export function writeCursor({ order, startedAt, startedTime, key, id }: Cursor): string {
  return Buffer.from([order, startedAt, startedTime, key, id].join('|')).toString('base64url');
}

/** @throws InvalidRequest */
export function readCursor(order: CommentOrder, text: string): Cursor {
  const [writtenOrder, startedAt = '', startedTime = '', key = '', id = '', ...rest] = Buffer.from(text, 'base64url').toString().split('|');
  const isWhole =
    writtenOrder === order &&
    /^[1-9]\d{0,14}$/.test(startedAt) &&
    /^\d{1,15}$/.test(startedTime) &&
    isKey[orderSql[order].type](key) &&
    uuid.test(id);
  if (!isWhole || rest.length > 0 || !isCanonical(text)) throw invalidCursor();
  return { order, startedAt: Number(startedAt), startedTime: Number(startedTime), key, id };
}

export function invalidCursor(): InvalidRequest {
  return new InvalidRequest([{ field: 'cursor', detail: 'the cursor is not one of this order: begin at the first page' }]);
}

/** Base64 lets one cursor be written in many ways; only one of them is ours. */
function isCanonical(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}

/** @throws InvalidRequest */
export function readOrder(text: string | undefined): CommentOrder {
  const order = commentOrders.find((name) => name === (text ?? 'newest'));
  if (order === undefined) throw new InvalidRequest([{ field: 'order', detail: `order is one of ${commentOrders.join(', ')}` }]);
  return order;
}
