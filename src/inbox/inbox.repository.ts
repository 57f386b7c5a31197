import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '../../contract/inbox';
import type { CommentBody } from '../../contract/text';
import { isMutedSql } from '../follows';
import { Reads, type Transaction } from '../platform/database';
import type { TimePlace } from '../platform/http';

/** Whose inbox, and of what. */
export interface InboxOwner {
  readerId: string;
  siteId: string;
}

/** What an item is made of: a notification that may be shown now. */
export interface Member {
  id: string;
  subjectId: string;
  commentId: string | null;
  madeAt: Date;
  /** The sanction, or what was decided: by the kind of the item. */
  what: string | null;
  authorId: string | null;
  authorName: string | null;
  /** Of an answer, and only where the reader has mute words. */
  body: CommentBody | null;
}

export interface StoredItem {
  id: string;
  kind: NotificationKind;
  toldAt: Date;
  readTo: Date;
}

/** An item, and what one look into it found. */
export interface LookedAtItem extends StoredItem {
  /** What may be shown, the newest first. */
  members: Member[];
  /** Where the next look goes on; null where nothing is left. */
  end: TimePlace | null;
}

/** How far a look goes into each item. */
export interface Depth {
  /** Members that are looked at, whether they may be shown or not. */
  looked: number;
  /** Of these, those that may be shown: with so many it ends. */
  shown: number;
  withBodies: boolean;
  /** Nothing that was read is looked at. */
  isUnread: boolean;
}

interface MemberRow extends StoredItem, Omit<Member, 'id'> {
  itemId: string;
  memberId: string | null;
  lastAt: Date | null;
  lastId: string;
}

/** SQL: whether a notification `n` of the reader `$1` may be shown, beside the comment `c` it is about, as things are now. */
const isShownSql = `case n.kind
    when 'reply' then c.status = 'published' and not ${isMutedSql('$1', 'c.author_id')}
    when 'mention' then c.status = 'published' and not ${isMutedSql('$1', 'c.author_id')}
    when 'pick' then c.status = 'published' and c.picked_at is not null
    when 'decision' then exists (
      select from (select l.id, l.to_status from decision l where l.comment_id = c.id and l.from_status <> l.to_status
                    order by l.decided_at desc, l.id desc limit 1) last
       where last.id = n.subject_id and last.to_status = c.status)
    when 'sanction' then (select s.lifted_at is null from sanction s where s.id = n.subject_id)
    when 'appeal' then (select p.outcome is not null from appeal p where p.statement_id = n.subject_id)
    when 'report' then (select p.outcome in ('upheld', 'dismissed') from report p where p.id = n.subject_id) end`;

const whatSql = `case n.kind
    when 'decision' then c.status
    when 'sanction' then (select s.kind from sanction s where s.id = n.subject_id)
    when 'appeal' then (select p.outcome from appeal p where p.statement_id = n.subject_id)
    when 'report' then (select p.outcome from report p where p.id = n.subject_id) end`;

const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** SQL: whether a notification `n` belongs to the item `i` and stands where a look into it goes. */
const isMemberSql = `n.reader_id = $1 and n.site_id = $2 and n.kind = i.kind and n.about_id = i.about_id
    and n.made_at > i.after_at and (n.made_at, n.id) < (i.before_at, i.before_id)`;

/**
 * `$3`: whether bodies are needed · `$4`: `looked` · `$5`: `shown`. What a notification is about is looked up for each, never joined: tables are large, and a
 * page is small.
 */
function lookSql(items: string): string {
  return `select i.id as "itemId", i.kind, i.told_at as "toldAt", i.read_to as "readTo", last.made_at as "lastAt", last.id as "lastId", m.*
     from (${items}) i
     left join lateral (select n.made_at, n.id from notification n where ${isMemberSql} order by n.made_at desc, n.id desc offset $4 - 1 limit 1) last on true
     left join lateral (
       select n.id as "memberId", n.subject_id as "subjectId", n.comment_id as "commentId", n.made_at as "madeAt", ${whatSql} as what,
              a.id as "authorId", a.name as "authorName", case when $3 and n.kind in ('reply', 'mention') then c.body end as body
         from (select * from notification n where ${isMemberSql} order by n.made_at desc, n.id desc limit $4) n
         left join lateral (select * from comment where id = n.comment_id limit 1) c on true
         left join lateral (select * from reader where id = c.author_id and n.kind in ('reply', 'mention') limit 1) a on true
        where ${isShownSql} order by n.made_at desc, n.id desc limit $5) m on true
    order by i.told_at desc, i.id desc, m."madeAt" desc, m."memberId" desc`;
}

function itemsSql(afterAt: string, where: string): string {
  return lookSql(`select i.*, ${afterAt} as after_at, 'infinity'::timestamptz as before_at, '${highestId}'::uuid as before_id from inbox_item i
      where i.reader_id = $1 and i.site_id = $2 and (i.told_at, i.id) < ($7::timestamptz, $8::uuid) and ${where} order by i.told_at desc, i.id desc limit $6`);
}

const goOnSql = lookSql(`select i.*, case when $9 then i.read_to else '-infinity' end as after_at, p.before_at, p.before_id
      from unnest($6::uuid[], $7::timestamptz[], $8::uuid[]) p (item_id, before_at, before_id) join inbox_item i on i.id = p.item_id`);

const pageSql = itemsSql(`'-infinity'::timestamptz`, 'true');
const unreadSql = itemsSql('i.read_to', 'i.read_to < i.told_at');
const beginning: TimePlace = { at: 'infinity', id: highestId };

@Injectable()
export class InboxRepository {
  constructor(private readonly reads: Reads) {}

  /** The newest first, whether anything of them may be shown or not; with a first look into each. */
  async listItems(
    owner: InboxOwner,
    { limit, before = beginning }: { limit: number; before?: TimePlace },
    depth: Depth,
  ): Promise<LookedAtItem[]> {
    const [name, sql] = depth.isUnread ? ['inbox_unread', unreadSql] : ['inbox_items', pageSql];
    const rows = await this.reads.prepared<MemberRow>(name, sql, [...parametersOf(owner, depth), limit, before.at, before.id]);
    return itemsOf(rows, depth);
  }

  /** A look into items from where another ended. */
  async lookOn(owner: InboxOwner, places: readonly { id: string; end: TimePlace }[], depth: Depth): Promise<LookedAtItem[]> {
    const [ids, ats, memberIds] = [places.map(({ id }) => id), places.map(({ end }) => end.at), places.map(({ end }) => end.id)];
    const rows = await this.reads.prepared<MemberRow>('inbox_look_on', goOnSql, [
      ...parametersOf(owner, depth),
      ids,
      ats,
      memberIds,
      depth.isUnread,
    ]);
    return itemsOf(rows, depth);
  }

  /** Comments of the reader: what they say, and where they stand. */
  async listOwnComments(readerId: string, ids: readonly string[]): Promise<OwnCommentRow[]> {
    return this.reads.rows<OwnCommentRow>(
      `select c.id, c.body, t.id as "threadId", t.title, t.url from comment c join thread t on t.id = c.thread_id
        where c.id = any($2) and c.author_id = $1`,
      [readerId, ids],
    );
  }

  /** Of the item of a notification all up to that, whether that is new; undefined where it is none of theirs. It never goes back. */
  async readItem(tx: Transaction, { readerId, siteId }: InboxOwner, notificationId: string): Promise<boolean | undefined> {
    const [row] = await tx.rows<{ is_new: boolean }>(
      `with item as (
         select i.id, n.made_at from notification n
           join inbox_item i on i.reader_id = n.reader_id and i.site_id = n.site_id and i.kind = n.kind and i.about_id = n.about_id
          where n.id = $3 and n.reader_id = $1 and n.site_id = $2),
       moved as (update inbox_item i set read_to = item.made_at from item where i.id = item.id and i.read_to < item.made_at returning 1)
       select exists (select from moved) as is_new from item`,
      [readerId, siteId, notificationId],
    );
    return row?.is_new;
  }

  /** All items up to a moment; whether there was anything to read. They are locked in the order in which they are written: nobody waits in a circle. */
  async readUpTo(tx: Transaction, { readerId, siteId }: InboxOwner, moment: Date): Promise<boolean> {
    const rows = await tx.rows(
      `with locked as materialized (
         select id from inbox_item where reader_id = $1 and site_id = $2 and read_to < told_at and read_to < $3
          order by reader_id, site_id, kind, about_id for update)
       update inbox_item i set read_to = least(i.told_at, $3) from locked where i.id = locked.id and i.read_to < $3 returning 1`,
      [readerId, siteId, moment],
    );
    return rows.length > 0;
  }
}

export interface OwnCommentRow {
  id: string;
  body: CommentBody;
  threadId: string;
  title: string;
  url: string;
}

function parametersOf({ readerId, siteId }: InboxOwner, { withBodies, looked, shown }: Depth): unknown[] {
  return [readerId, siteId, withBodies, looked, shown];
}

function itemsOf(rows: readonly MemberRow[], { shown }: Depth): LookedAtItem[] {
  const items = new Map<string, LookedAtItem>();
  for (const { itemId, memberId, kind, toldAt, readTo, lastAt, lastId, ...member } of rows) {
    const end = lastAt && { at: lastAt.toISOString(), id: lastId };
    const item = items.get(itemId) ?? { id: itemId, kind, toldAt, readTo, members: [], end };
    if (memberId !== null) item.members.push({ ...member, id: memberId });
    const lastShown = item.members[shown - 1];
    if (lastShown !== undefined) item.end = placeOfMember(lastShown);
    items.set(itemId, item);
  }
  return [...items.values()];
}

export function placeOfMember({ madeAt, id }: Member): TimePlace {
  return { at: madeAt.toISOString(), id };
}
