import type { MigrationInterface, QueryRunner } from 'typeorm';

const countLastMonth = `
  insert into comment_hour (site_id, hour, comments, held)
  select t.site_id, date_trunc('hour', c.posted_at, 'utc'), count(*),
         count(*) filter (where c.status = 'held'
           or exists (select from finding f where f.comment_id = c.id and f.outcome = 'hold')
           or exists (select from decision d where d.comment_id = c.id and 'held' in (d.from_status, d.to_status)))
    from comment c join thread t on t.id = c.thread_id
   where c.posted_at >= now() - interval '31 days' and c.posted_at < date_trunc('hour', now(), 'utc')
   group by 1, 2`;

export class CommentHours1795501920000 implements MigrationInterface {
  name = 'CommentHours1795501920000';

  /**
   * How many comments each hour that is over had, so that nobody has to count a million to draw a plot. A job counts the last hours, which it
   * finds by ranges of blocks: such an index costs a post nothing that counts.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comment_hour (
        site_id uuid not null references site,
        hour timestamptz not null,
        comments integer not null,
        held integer not null,
        primary key (site_id, hour)
      )`);
    await runner.query('create index comment_hour_of_all on comment_hour (hour)');
    await runner.query('create index comment_posted on comment using brin (posted_at) with (pages_per_range = 32, autosummarize = on)');
    await runner.query(countLastMonth);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comment_posted');
    await runner.query('drop table comment_hour');
  }
}
