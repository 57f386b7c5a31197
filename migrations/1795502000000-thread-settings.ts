import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ThreadSettings1795502000000 implements MigrationInterface {
  name = 'ThreadSettings1795502000000';

  /**
   * What an editor sets of a thread besides its mode. `slow_post` is when a reader posted last in a thread in slow mode; rows are locked one by one, so
   * that of many posts at once one is taken, and are of no use after the longest slow mode there is.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table thread add column slow_seconds integer check (slow_seconds > 0), add column question text');
    await runner.query(`
      create table slow_post (
        thread_id uuid not null,
        reader_id uuid not null,
        client_id uuid not null,
        posted_at timestamptz not null,
        primary key (thread_id, reader_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table slow_post');
    await runner.query('alter table thread drop column slow_seconds, drop column question');
  }
}
