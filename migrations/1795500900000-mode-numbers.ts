import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ModeNumbers1795500900000 implements MigrationInterface {
  name = 'ModeNumbers1795500900000';

  /** The number of the last change of the thread's mode, where a writer finds it under the lock: what it decided by may be of before. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table thread_head add column mode_seq bigint not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table thread_head drop column mode_seq');
  }
}
