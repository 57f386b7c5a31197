import { Injectable } from '@nestjs/common';
import type { CommentOrder, CommentView, ThreadState, VisibleComment } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { Reads } from '../platform/database';
import { NotFound, type TimePlace } from '../platform/http';
import { Clock } from '../platform/time';
import { type ThreadStateRow, threadState, threadStateColumns, threadStateTables } from '../threads';
import { authorJoin, commentView, type PublicRow, publicColumns, visibleComment } from './comment.view';
import { type Cursor, orderSql } from './comment-order';

type Optional<Row> = { [Key in keyof Row]: Row[Key] | null };
type StateWith<Row> = ThreadStateRow & Optional<Row>;

export interface ReadPage {
  state: ThreadState;
  comments: VisibleComment[];
  /** The sort key and id of the last top-level comment, when another page follows. */
  next?: { key: string; id: string };
}

type PageRow = PublicRow & { level: number; sort_key: string | null };

/** A little less than comment_sort_past keeps. */
const sortPastMilliseconds = 55 * 60_000;
const { comments: pageSize, repliesPerComment } = limits.page;

/** The first visible replies of each row of `source`, oldest first. */
function firstReplies(source: string, level: number): string {
  return `select ${level} as level, c.*, null::text as sort_key from ${source} above
    cross join lateral (select * from comment r where r.parent_id = above.id and r.visible and above.reply_count > 0
      order by r.parent_id, r.posted_at, r.id limit ${repliesPerComment}) c`;
}

/** The top-level comments of a page in an order that votes do not move, or the first page of any order. */
function topSql(order: CommentOrder, isLater: boolean): string {
  const { column, type, direction } = orderSql[order];
  const after = isLater ? `and (c.${column}, c.id) ${direction === 'asc' ? '>' : '<'} ($2::text::${type}, $3::uuid)` : '';
  return `select 0 as level, c.*, c.${column}::text as sort_key from comment c
    where c.thread_id = $1 and c.parent_id is null and c.visible ${after}
    order by c.${column} ${direction}, c.id ${direction} limit ${pageSize + 1}`;
}

/**
 * A later page of an order that votes move, as it was at change $4: where a comment moved since, its old key is in comment_sort_past. Where none
 * moved, a later change gives the same order, and rows that came after $4 need not be passed over: a cursor may claim any beginning.
 */
function topAsOfSql(order: CommentOrder): string {
  const { column, type } = orderSql[order];
  const below = `< ($2::text::${type}, $3::uuid)`;
  return `with began as (select greatest($4, coalesce(
        (select min(to_seq) - 1 from comment_sort_past where thread_id = $1),
        (select head from thread_head where thread_id = $1))) as seq)
    select level, c.*, moved.sort_key from (
      (select 0 as level, c.id, c.${column} as key, c.${column}::text as sort_key from comment c
        where c.thread_id = $1 and c.parent_id is null and c.visible and c.sort_seq <= (select seq from began) and (c.${column}, c.id) ${below}
        order by c.${column} desc, c.id desc limit ${pageSize + 1})
      union all
      (select 0, p.comment_id, p.${column}, p.${column}::text from comment_sort_past p
        where p.thread_id = $1 and p.to_seq > (select seq from began) and p.from_seq <= (select seq from began) and (p.${column}, p.comment_id) ${below}
          and exists (select from comment c where c.id = p.comment_id and c.visible)
        order by p.${column} desc, p.comment_id desc limit ${pageSize + 1})
      order by key desc, id desc limit ${pageSize + 1}) moved
    join comment c on c.id = moved.id`;
}

function pageSql(top: string, orderBy: string): string {
  return `with top as materialized (${top}),
      shown as (select * from top ${orderBy} limit ${pageSize}),
      first as materialized (${firstReplies('shown', 1)}),
      second as (${firstReplies('first', 2)}),
      everything as (select * from top union all select * from first union all select * from second)
    select ${threadStateColumns}, c.level, c.sort_key, ${publicColumns}
      from ${threadStateTables} left join everything c on true ${authorJoin}
     where t.id = $1`;
}

function inOrder(order: CommentOrder): string {
  const { column, type, direction } = orderSql[order];
  return `order by ${type === 'timestamptz' ? column : `sort_key::${type}`} ${direction}, id ${direction}`;
}

@Injectable()
export class PagesRepository {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** A page of a thread in one statement, so in one snapshot. @throws NotFound */
  async readPage(threadId: string, order: CommentOrder, cursor?: Cursor): Promise<ReadPage> {
    const isAsOf = cursor !== undefined && orderSql[order].moves && this.clock.now().getTime() - cursor.startedTime < sortPastMilliseconds;
    const top = isAsOf ? topAsOfSql(order) : topSql(order, cursor !== undefined);
    const name = `page_${order}_${cursor === undefined ? 'first' : isAsOf ? 'as_of' : 'later'}`;
    const parameters = [threadId, ...(cursor === undefined ? [] : [cursor.key, cursor.id]), ...(isAsOf ? [cursor.startedAt] : [])];
    const rows = await this.reads.prepared<StateWith<PageRow>>(name, pageSql(top, inOrder(order)), parameters);
    const { state, found } = this.split<PageRow>(rows);
    const topRows = found.filter((row) => row.level === 0).sort(byKey(order));
    const shown = topRows.slice(0, pageSize);
    const last = shown.at(-1);
    const replies = found.filter((row) => row.level > 0).sort((one, other) => one.level - other.level || byTime(one, other));
    return {
      state,
      comments: [...shown, ...replies].map(visibleComment),
      next: topRows.length > pageSize && last !== undefined ? { key: keyOf(order, last), id: last.id } : undefined,
    };
  }

  /** Direct replies after one of them, each with its own first replies. @throws NotFound */
  async readReplies(
    threadId: string,
    parentId: string,
    after?: string,
  ): Promise<{ state: ThreadState; comments: VisibleComment[]; hasMore: boolean }> {
    const later = after === undefined ? '' : 'and (c.posted_at, c.id) > (select posted_at, id from comment where id = $3)';
    const rows = await this.reads.prepared<StateWith<PageRow>>(
      after === undefined ? 'replies_first' : 'replies_later',
      pageSql(
        `select 0 as level, c.*, null::text as sort_key from comment c where c.parent_id = $2 and c.visible ${later}
          order by c.parent_id, c.posted_at, c.id limit ${pageSize + 1}`,
        'order by posted_at, id',
      ),
      [threadId, parentId, ...(after === undefined ? [] : [after])],
    );
    const { state, found } = this.split<PageRow>(rows);
    const direct = found.filter((row) => row.level === 0).sort(byTime);
    const nested = found.filter((row) => row.level > 0).sort((one, other) => one.level - other.level || byTime(one, other));
    return { state, comments: [...direct.slice(0, pageSize), ...nested].map(visibleComment), hasMore: direct.length > pageSize };
  }

  /** Picked comments, wherever they stand, and nothing of what is around them. @throws NotFound */
  async readPicks(threadId: string, after?: TimePlace): Promise<{ state: ThreadState; comments: VisibleComment[]; next?: TimePlace }> {
    const later = after === undefined ? '' : 'and (picked_at, id) < ($2::timestamptz, $3::uuid)';
    const picks = `select * from comment where thread_id = $1 and picked_at is not null and status = 'published' ${later}
      order by picked_at desc, id desc limit ${pageSize + 1}`;
    const rows = await this.reads.prepared<StateWith<PublicRow>>(
      after === undefined ? 'picks_first' : 'picks_later',
      `select ${threadStateColumns}, ${publicColumns} from ${threadStateTables} left join lateral (${picks}) c on true ${authorJoin}
        where t.id = $1 order by c.picked_at desc, c.id desc`,
      [threadId, ...(after === undefined ? [] : [after.at, after.id])],
    );
    const { state, found } = this.split<PublicRow>(rows);
    const shown = found.slice(0, pageSize);
    const { id = '', picked_at: pickedAt } = shown.at(-1) ?? {};
    const next = found.length > pageSize && pickedAt ? { at: pickedAt.toISOString(), id } : undefined;
    return { state, comments: shown.map(visibleComment), next };
  }

  /** The changes after a number, in order; one more than may be sent when there are too many. @throws NotFound */
  readChanges(threadId: string, after: number): Promise<{ state: ThreadState; changes: CommentView[] }> {
    return this.readAfter({ name: 'changes_after', limit: limits.changes.maxBehind + 1 }, threadId, after);
  }

  /**
   * Of what was visible at a number, what was removed since or may have been edited, in order; no more than may be sent. What is new, and what was
   * only counted anew, is left out: this is for who cannot be told all. @throws NotFound
   */
  readMissed(threadId: string, after: number): Promise<{ state: ThreadState; changes: CommentView[] }> {
    const only = `and (status <> 'published' or revision > 1) and (not visible or visible_since <= $2)`;
    return this.readAfter({ name: 'missed_after', only, limit: limits.changes.maxBehind }, threadId, after);
  }

  private async readAfter(
    { name, only = '', limit }: { name: string; only?: string; limit: number },
    threadId: string,
    after: number,
  ): Promise<{ state: ThreadState; changes: CommentView[] }> {
    const rows = await this.reads.prepared<StateWith<PublicRow>>(
      name,
      `select ${threadStateColumns}, ${publicColumns}
         from ${threadStateTables}
         left join lateral (select * from comment where thread_id = $1 and seq > $2 ${only} order by seq limit ${limit}) c on true
         ${authorJoin}
        where t.id = $1 order by c.seq`,
      [threadId, after],
    );
    const { state, found } = this.split<PublicRow>(rows);
    return { state, changes: found.map(commentView) };
  }

  /** One comment if it is visible. @throws NotFound when there is no such thread */
  async findOne(threadId: string, id: string): Promise<{ state: ThreadState; comments: VisibleComment[] }> {
    return this.findMany(threadId, 'select c.* from comment c where c.id = $2 and c.thread_id = $1 and c.visible', id);
  }

  /** A comment and everything above it, outermost first. @throws NotFound when there is no such thread */
  async findWithAncestors(threadId: string, id: string): Promise<{ state: ThreadState; comments: VisibleComment[] }> {
    return this.findMany(
      threadId,
      `with recursive up as (
         select c.* from comment c where c.id = $2 and c.thread_id = $1
         union all select c.* from comment c join up on c.id = up.parent_id)
       select * from up where visible`,
      id,
    );
  }

  private async findMany(threadId: string, sql: string, id: string): Promise<{ state: ThreadState; comments: VisibleComment[] }> {
    const rows = await this.reads.rows<StateWith<PublicRow>>(
      `select ${threadStateColumns}, ${publicColumns} from ${threadStateTables} left join (${sql}) c on true ${authorJoin}
        where t.id = $1 order by c.depth`,
      [threadId, id],
    );
    const { state, found } = this.split<PublicRow>(rows);
    return { state, comments: found.map(visibleComment) };
  }

  private split<Row extends PublicRow>(rows: StateWith<Row>[]): { state: ThreadState; found: Row[] } {
    const [first] = rows;
    if (first === undefined) throw new NotFound();
    return { state: threadState(first, this.clock.now()), found: rows.filter((row) => row.id !== null) as unknown as Row[] };
  }
}

type Comparison = (one: PageRow, other: PageRow) => number;

const byTime: Comparison = (one, other) => one.posted_at.getTime() - other.posted_at.getTime() || (one.id < other.id ? -1 : 1);

function keyOf(order: CommentOrder, row: PageRow): string {
  return orderSql[order].type === 'timestamptz' ? row.posted_at.toISOString() : (row.sort_key ?? '');
}

/** Rows come back unordered from the union. */
function byKey(order: CommentOrder): Comparison {
  const { type, direction } = orderSql[order];
  const sign = direction === 'asc' ? 1 : -1;
  const value = (row: PageRow): number => (type === 'timestamptz' ? row.posted_at.getTime() : Number(row.sort_key));
  return (one, other) => sign * (compare(value(one), value(other)) || compare(one.id, other.id));
}

function compare<Value extends number | string>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
