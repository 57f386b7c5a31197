import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { isMutedSql } from '../follows';
import type { Transaction } from '../platform/database';
import { isStaffSql } from '../sites';
import { type DueRow, isMove } from './due.repository';

/** Somebody answers or names a reader in a comment. */
export interface Answer {
  /** Of the notification. */
  id: string;
  readerId: string;
  siteId: string;
  kind: Extract<NotificationKind, 'reply' | 'mention'>;
  commentId: string;
  aboutId: string;
  authorId: string;
}

export interface ToldReader {
  readerId: string;
  siteId: string;
}

/** A notification. */
interface Told extends ToldReader {
  kind: NotificationKind;
  aboutId: string;
  /** Null where only what they were told before changes. */
  made: { id: string; at: Date } | null;
}

/** SQL: keeps what `told` (a common table expression) has notified of, as `fresh`. The order is that of every writer: nobody waits in a circle. */
const freshSql = `fresh as (
      insert into notification (id, reader_id, site_id, kind, subject_id, about_id, comment_id)
      select id, reader_id, site_id, kind, subject_id, about_id, comment_id from told order by reader_id, kind, subject_id
          on conflict (reader_id, kind, subject_id) do nothing returning id, reader_id, site_id, kind, about_id, made_at)`;
const freshRowsSql = `
  select reader_id as "readerId", site_id as "siteId", kind, about_id as "aboutId", jsonb_build_object('id', id, 'at', made_at) as made from fresh`;

/** What became of something of a reader; `is_told`: as it is now, they are told of it. */
const happenedSql = `
    select 'pick' as kind, c.id as subject_id, c.author_id as reader_id, c.site_id, c.id as about_id, c.id as comment_id,
           c.status = 'published' and c.picked_at is not null as is_told
      from due join comment c on c.id = due.subject_id where due.kind = 'picked'
     union all
    select 'decision', d.id, c.author_id, d.site_id, c.id, c.id,
           (d.to_status in ('rejected', 'removed') or (d.from_status = 'held' and d.to_status = 'published')) and d.decided_by <> c.author_id
      from due join decision d on d.id = due.subject_id join comment c on c.id = d.comment_id where due.kind = 'decided'
     union all
    select 'sanction', s.id, s.reader_id, m.site_id, s.id, null, s.lifted_at is null
      from due join sanction s on s.id = due.subject_id join statement m on m.id = s.statement_id where due.kind = 'sanctioned'
     union all
    select 'appeal', p.statement_id, m.reader_id, p.site_id, p.statement_id, null, p.outcome is not null
      from due join appeal p on p.statement_id = due.subject_id join statement m on m.id = p.statement_id where due.kind = 'appealed'
     union all
    select 'report', p.id, p.reporter_id, t.site_id, p.id, null, p.outcome in ('upheld', 'dismissed')
      from due join report p on p.id = due.subject_id join thread t on t.id = p.thread_id where due.kind = 'reported'`;

@Injectable()
export class NotificationsRepository {
  /** What readers are told now; none who muted the author, and nobody twice of one comment. */
  async tellAnswers(tx: Transaction, answers: readonly Answer[]): Promise<Told[]> {
    return tx.prepared<Told>(
      'announce_answers',
      `with told as (
         select a.id, a."readerId" as reader_id, a."siteId" as site_id, a.kind, a."commentId" as subject_id, a."aboutId" as about_id, a."commentId" as comment_id
           from jsonb_to_recordset($1::jsonb) a (id uuid, "readerId" uuid, "siteId" uuid, kind text, "commentId" uuid, "aboutId" uuid, "authorId" uuid)
          where not ${isMutedSql('a."readerId"', 'a."authorId"')}
            and not exists (select from notification n where n.reader_id = a."readerId" and n.kind in ('reply', 'mention') and n.subject_id = a."commentId")),
       ${freshSql} ${freshRowsSql}`,
      [JSON.stringify(answers)],
    );
  }

  /** What readers are told now, and what changes of what they were told before. `nextId` gives the id of a notification. */
  async tellHappened(tx: Transaction, due: readonly DueRow[], nextId: () => string): Promise<Told[]> {
    const happened = new Map(due.filter(({ kind }) => !isMove(kind)).map((row) => [`${row.kind} ${row.subjectId}`, row]));
    const rows = [...happened.values()].map(({ kind, subjectId }) => ({ id: nextId(), kind, subject_id: subjectId }));
    if (rows.length === 0) return [];
    return tx.prepared<Told>(
      'announce_happened',
      `with due as materialized (select * from jsonb_to_recordset($1::jsonb) d (id uuid, kind text, subject_id uuid)),
       happened as materialized (select due.id, h.* from (${happenedSql}) h join due on due.subject_id = h.subject_id and due.kind = case h.kind
         when 'pick' then 'picked' when 'decision' then 'decided' when 'sanction' then 'sanctioned' when 'appeal' then 'appealed' else 'reported' end),
       told as (select * from happened where is_told),
       ${freshSql} ${freshRowsSql}
        union all
       select h.reader_id, h.site_id, h.kind, h.about_id, null from happened h
        where exists (select from inbox_item i where i.reader_id = h.reader_id and i.site_id = h.site_id and i.kind = h.kind and i.about_id = h.about_id)`,
      [JSON.stringify(rows)],
    );
  }

  /** The items of what was told, all of them at once: who marks items as read locks them in the same order. */
  async keepItems(tx: Transaction, told: readonly Told[]): Promise<void> {
    const rows = told.flatMap(({ made, ...item }) => (made === null ? [] : [{ ...item, ...made }]));
    if (rows.length === 0) return;
    await tx.prepared(
      'announce_items',
      `insert into inbox_item as known (id, reader_id, site_id, kind, about_id, told_at)
       select min(t.id::text)::uuid, t."readerId", t."siteId", t.kind, t."aboutId", max(t.at)
         from jsonb_to_recordset($1::jsonb) t (id uuid, "readerId" uuid, "siteId" uuid, kind text, "aboutId" uuid, at timestamptz)
        group by t."readerId", t."siteId", t.kind, t."aboutId" order by t."readerId", t."siteId", t.kind, t."aboutId"
           on conflict (reader_id, site_id, kind, about_id) do update set told_at = greatest(known.told_at, excluded.told_at)`,
      [JSON.stringify(rows)],
    );
  }

  /** By what their names look like; only those whom a site knows, because they wrote there or have a role. */
  async findNamed(tx: Transaction, named: readonly { siteId: string; skeleton: string }[]): Promise<(ToldReader & { name: string })[]> {
    return tx.rows(
      `select distinct a.id as "readerId", n."siteId", a.name
         from jsonb_to_recordset($1::jsonb) n ("siteId" uuid, skeleton text) join reader a on a.name_skeleton = n.skeleton
        where exists (select from comment c where c.author_id = a.id and c.site_id = n."siteId" and c.status = 'published')
           or ${isStaffSql('a.id', 'n."siteId"')}`,
      [JSON.stringify(named)],
    );
  }

  /** Some of what is forgotten, with items that have nothing newer; how many notifications there were. */
  async deleteOld(tx: Transaction, limit: number): Promise<number> {
    const isOld = (column: string): string => `${column} < now() - interval '${limits.inbox.keptDays} days'`;
    const [row] = await tx.rows<{ deleted: number }>(
      `with items as (delete from inbox_item where ctid = any(array(select ctid from inbox_item where ${isOld('told_at')} limit $1))),
       old as (delete from notification where ctid = any(array(select ctid from notification where ${isOld('made_at')} limit $1)) returning 1)
       select count(*)::int as deleted from old`,
      [limit],
    );
    return row?.deleted ?? 0;
  }
}
