import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs that were begun with a sanction, on the comments of whom it limits. */
export class Removals1795502200000 implements MigrationInterface {
  name = 'Removals1795502200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulk add column sanction_id uuid references sanction');
    await runner.query('create unique index bulk_of_sanction on bulk (sanction_id, verdict) where sanction_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index bulk_of_sanction');
    await runner.query('alter table bulk drop column sanction_id');
  }
}
