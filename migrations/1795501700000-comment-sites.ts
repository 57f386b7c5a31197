import type { MigrationInterface, QueryRunner } from 'typeorm';

const batchSize = 10_000;

const setSite = `
  create or replace function set_comment_site() returns trigger language plpgsql as $$
  begin
    select site_id into new.site_id from thread where id = new.thread_id;
    return new;
  end $$`;

/** The next comments by id that have no site yet get that of their thread. It waits for no lock, so nobody waits for both it and another. */
const fillBatch = `
  with batch as (select id from comment where id > $1 order by id limit ${batchSize}),
       free as (select c.id from comment c join batch using (id) where c.site_id is null for no key update of c skip locked),
       filled as (update comment c set site_id = t.site_id from thread t where t.id = c.thread_id and c.id in (select id from free))
  select id from batch order by id desc limit 1`;

export class CommentSites1795501700000 implements MigrationInterface {
  name = 'CommentSites1795501700000';
  /** Batch by batch, and indexes beside what goes on: each statement commits by itself, and can be done again. */
  transaction = false;

  /** The site of a comment stands on it, so that a site's queue is one range of an index. The version before does not set it: a trigger does. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table comment add column if not exists site_id uuid');
    await runner.query(setSite);
    await runner.query(`create or replace trigger set_comment_site before insert on comment for each row
      when (new.site_id is null) execute function set_comment_site()`);
    while (await this.lacksSites(runner)) await this.fillSites(runner);
    await runner.query('alter table comment drop constraint if exists comment_site_known');
    await runner.query('alter table comment add constraint comment_site_known check (site_id is not null) not valid');
    await runner.query('alter table comment validate constraint comment_site_known');
    await runner.query('alter table comment alter column site_id set not null');
    await runner.query('alter table comment drop constraint comment_site_known');
    await this.tieToThread(runner);
    await runner.query('drop index concurrently if exists comment_waiting');
    await runner.query(`create index concurrently comment_waiting on comment (site_id, status, posted_at, id) where status <> 'published'`);
    await runner.query('drop index concurrently if exists comment_held');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create index comment_held on comment (posted_at, id) where status = 'held'`);
    await runner.query('drop index comment_waiting');
    await runner.query('alter table comment add constraint comment_thread_id_fkey foreign key (thread_id) references thread');
    await runner.query('alter table comment drop constraint comment_thread_of_site');
    await runner.query('alter table thread drop constraint thread_of_site_unique');
    await runner.query('drop trigger set_comment_site on comment');
    await runner.query('drop function set_comment_site');
    await runner.query('alter table comment drop column site_id');
  }

  private async lacksSites(runner: QueryRunner): Promise<boolean> {
    return (await runner.query('select 1 from comment where site_id is null limit 1')).length > 0;
  }

  private async fillSites(runner: QueryRunner): Promise<void> {
    let last: string | undefined = '00000000-0000-0000-0000-000000000000';
    while (last !== undefined) last = (await runner.query(fillBatch, [last]))[0]?.id;
  }

  /** A comment's site is that of its thread: the key of the thread alone is not enough any more. */
  private async tieToThread(runner: QueryRunner): Promise<void> {
    await runner.query('alter table comment drop constraint if exists comment_thread_of_site');
    await runner.query('alter table thread drop constraint if exists thread_of_site_unique');
    await runner.query('drop index concurrently if exists thread_of_site_unique');
    await runner.query('create unique index concurrently thread_of_site_unique on thread (id, site_id)');
    await runner.query('alter table thread add constraint thread_of_site_unique unique using index thread_of_site_unique');
    await runner.query(`alter table comment add constraint comment_thread_of_site
      foreign key (thread_id, site_id) references thread (id, site_id) not valid`);
    await runner.query('alter table comment validate constraint comment_thread_of_site');
    await runner.query('alter table comment drop constraint if exists comment_thread_id_fkey');
  }
}
