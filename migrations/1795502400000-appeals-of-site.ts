import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AppealsOfSite1795502400000 implements MigrationInterface {
  name = 'AppealsOfSite1795502400000';

  /** How many objections a site had in the last days, and what became of them, is two indexes. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index appeal_made on appeal (site_id, made_at)');
    await runner.query('create index appeal_outcomes on appeal (site_id, decided_at) include (outcome) where decided_at is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index appeal_outcomes');
    await runner.query('drop index appeal_made');
  }
}
