import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Replays1795501800000 implements MigrationInterface {
  name = 'Replays1795501800000';

  /** A change of a site's rules that is tried on its comments of the last days, and how far that has come. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table replay (
        id uuid primary key,
        site_id uuid not null references site,
        asked_by uuid not null references reader,
        asked_at timestamptz(3) not null,
        since timestamptz(3) not null,
        proposal jsonb not null,
        policy_version bigint not null,
        state text not null check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
        failure text check (failure in ('rules_changed', 'internal_error')),
        total integer,
        done integer not null default 0,
        last_id uuid,
        tally jsonb not null,
        moved_at timestamptz not null default now(),
        ended_at timestamptz(3),
        constraint replay_end_noted check ((ended_at is null) = (state in ('queued', 'running'))),
        constraint replay_failure_explained check ((failure is null) = (state <> 'failed'))
      )`);
    await runner.query(`create unique index replay_under_way on replay (site_id) where state in ('queued', 'running')`);
    await runner.query('create index replay_of_site on replay (site_id, asked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table replay');
  }
}
