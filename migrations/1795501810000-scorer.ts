import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Scorer1795501810000 implements MigrationInterface {
  name = 'Scorer1795501810000';

  /** The outside service that scores the texts of a site. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scorer (
        site_id uuid primary key references site,
        is_on boolean not null,
        url text not null,
        hold_from double precision not null check (hold_from between 0 and 1),
        time_limit_milliseconds integer not null check (time_limit_milliseconds between 100 and 5000),
        when_unreachable text not null check (when_unreachable in ('publish', 'hold')),
        secret text
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table scorer');
  }
}
