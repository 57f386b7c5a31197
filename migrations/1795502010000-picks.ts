import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who picked which text of a comment, or ended its pick; the last row of a comment tells whether it is picked. */
const table = `
  create table pick (
    id uuid primary key,
    comment_id uuid not null references comment,
    revision integer not null,
    is_picked boolean not null,
    changed_by uuid not null references reader,
    changed_at timestamptz not null default clock_timestamp()
  )`;

const countPicks = `
  create function count_picks() returns trigger language plpgsql as $$
  begin
    update thread_head set pick_count = pick_count + case when new.status = 'published' and new.picked_at is not null then 1 else -1 end
     where thread_id = new.thread_id;
    return null;
  end $$`;

/** Here and not where statuses move: the version before moves them too, and knows nothing of picks. Whoever does holds the lock of the thread. */
const counts = `
  create trigger count_picks after update of status, picked_at on comment for each row
  when ((old.status = 'published' and old.picked_at is not null) is distinct from (new.status = 'published' and new.picked_at is not null))
  execute function count_picks()`;

const appendOnly =
  'create trigger append_only before update or delete or truncate on pick for each statement execute function refuse_change()';

export class Picks1795502010000 implements MigrationInterface {
  name = 'Picks1795502010000';

  /** A comment stays picked while it is not published, and is shown as picked only while it is. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table comment add column picked_at timestamp(3) with time zone');
    await runner.query(
      `create index comment_picked on comment (thread_id, picked_at, id) where picked_at is not null and status = 'published'`,
    );
    await runner.query('alter table thread_head add column pick_count integer not null default 0 check (pick_count >= 0)');
    await runner.query(table);
    await runner.query('create index pick_of_comment on pick (comment_id, changed_at, id)');
    await runner.query(appendOnly);
    await runner.query(countPicks);
    await runner.query(counts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger count_picks on comment');
    await runner.query('drop function count_picks');
    await runner.query('drop table pick');
    await runner.query('alter table thread_head drop column pick_count');
    await runner.query('alter table comment drop column picked_at');
  }
}
