import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowingSettings1795502530000 implements MigrationInterface {
  name = 'FollowingSettings1795502530000';

  /** Where there is no row, nobody has set anything: whom readers follow is for their eyes only. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table following_settings (
        site_id uuid primary key references site,
        lists_are_public boolean not null,
        changed_at timestamptz not null default now(),
        changed_by uuid not null references reader
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table following_settings');
  }
}
