import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Leases1795501400000 implements MigrationInterface {
  name = 'Leases1795501400000';

  /** Who looks at a comment right now, so that nobody else takes it. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lease (
        comment_id uuid primary key references comment,
        moderator_id uuid not null references reader,
        until timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lease');
  }
}
