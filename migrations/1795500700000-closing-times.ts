import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosingTimes1795500700000 implements MigrationInterface {
  name = 'ClosingTimes1795500700000';

  /** Whether the change log knows that closes_at has passed. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table thread add column closing_noted boolean not null default false');
    await runner.query('create index thread_closing on thread (closes_at) where closes_at is not null and not closing_noted');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index thread_closing');
    await runner.query('alter table thread drop column closing_noted');
  }
}
