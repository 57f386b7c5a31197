import type { Client } from 'pg';

/** I2: stored counters of a thread beside what they count; those that differ. */
export async function wrongCounters(sql: Client, threadId: string): Promise<unknown[]> {
  const { rows } = await sql.query(
    `select c.id, c.reply_count, c.likes, c.dislikes, r.replies, x.likes as real_likes, x.dislikes as real_dislikes from comment c
       cross join lateral (select count(*)::int as replies from comment r where r.parent_id = c.id and r.visible) r
       cross join lateral (select count(*) filter (where kind = 'like')::int as likes, count(*) filter (where kind = 'dislike')::int as dislikes
                             from reaction x where x.comment_id = c.id) x
      where c.thread_id = $1 and (c.reply_count <> r.replies or c.likes <> x.likes or c.dislikes <> x.dislikes)
     union all
     select h.thread_id, h.comment_count, 0, 0, p.published, 0, 0 from thread_head h
       cross join lateral (select count(*)::int as published from comment where thread_id = $1 and status = 'published') p
      where h.thread_id = $1 and h.comment_count <> p.published
     union all
     select h.thread_id, h.pick_count, 0, 0, p.picked, 0, 0 from thread_head h
       cross join lateral (
         select count(*)::int as picked from comment where thread_id = $1 and status = 'published' and picked_at is not null) p
      where h.thread_id = $1 and h.pick_count <> p.picked`,
    [threadId],
  );
  return rows;
}

/** Restrictions that are not explained: the constraints of the database should leave none. */
export async function unexplainedRestrictions(sql: Client): Promise<unknown[]> {
  const { rows } = await sql.query(
    `select c.id, c.status from comment c where c.status in ('rejected', 'removed')
        and not exists (select from decision d join statement m on m.id = d.statement_id
                         where d.comment_id = c.id and d.to_status = c.status and m.reader_id = c.author_id)
     union all
     select s.id, s.kind from sanction s join statement m on m.id = s.statement_id where m.reader_id <> s.reader_id`,
  );
  return rows;
}

/**
 * I5: comments whose status nobody explains. A status is what the last decision gave, unless the author withdrew the comment
 * since, or edited it so that it waits again; without a decision it is what posting or withdrawing gives.
 */
export async function unexplainedStatuses(sql: Client): Promise<unknown[]> {
  const { rows } = await sql.query(
    `select c.id, c.status, c.revision, d.to_status, d.revision as decided_revision
       from comment c left join lateral (
         select * from decision where comment_id = c.id order by decided_at desc, id desc limit 1) d on true
      where not case
        when c.status = 'withdrawn' then coalesce(d.to_status, 'published') in ('published', 'held')
        when d.id is null then c.status in ('published', 'held')
        when c.status = d.to_status then true
        else c.status = 'held' and d.to_status = 'published' and c.revision > d.revision
      end`,
  );
  return rows;
}

/** Comments of which the last record says something else than they do: who picked them, or ended that, and at which revision. */
export async function unexplainedPicks(sql: Client): Promise<unknown[]> {
  const { rows } = await sql.query(
    `select c.id, c.picked_at, c.revision, p.is_picked, p.revision as picked_revision
       from comment c left join lateral (select * from pick where comment_id = c.id order by changed_at desc, id desc limit 1) p on true
      where (c.picked_at is not null) <> coalesce(p.is_picked, false) or (c.picked_at is not null and p.revision <> c.revision)`,
  );
  return rows;
}
