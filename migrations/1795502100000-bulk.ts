import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Bulk1795502100000 implements MigrationInterface {
  name = 'Bulk1795502100000';

  /** One decision on many comments, made bit by bit. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bulk (
        id uuid primary key,
        site_id uuid not null references site,
        made_by uuid not null references reader,
        made_at timestamptz(3) not null default clock_timestamp(),
        verdict text not null check (verdict in ('publish', 'reject', 'remove')),
        reason_id uuid references reason,
        message text,
        filter jsonb,
        phase text not null check (phase in ('collecting', 'deciding', 'done', 'undoing', 'undone')),
        is_paused boolean not null default false,
        trouble text,
        collected_to jsonb,
        is_cut boolean not null default false,
        total integer not null default 0,
        decided integer not null default 0,
        passed_over integer not null default 0,
        undone integer not null default 0,
        undone_by uuid references reader,
        moved_at timestamptz not null default clock_timestamp(),
        constraint bulk_reason check ((verdict = 'publish') = (reason_id is null)),
        constraint bulk_collects check (filter is not null or phase <> 'collecting'),
        constraint bulk_undone_by check ((phase in ('undoing', 'undone')) = (undone_by is not null))
      )`);
    await runner.query('create index bulk_on_site on bulk (site_id, made_at, id)');
    await runner.query(
      `create index bulk_at_work on bulk (moved_at) where phase in ('collecting', 'deciding', 'undoing') and not is_paused`,
    );
    // No foreign key on comments: it would lock many of them at once, in no order.
    await runner.query(`
      create table bulk_item (
        bulk_id uuid not null references bulk,
        comment_id uuid not null,
        thread_id uuid not null,
        revision integer not null,
        state text not null default 'waiting' check (state in ('waiting', 'decided', 'passed_over', 'undone', 'left')),
        decision_id uuid references decision,
        primary key (bulk_id, comment_id),
        constraint bulk_item_decided check ((state in ('waiting', 'passed_over')) = (decision_id is null))
      )`);
    await runner.query(`
      create index bulk_item_to_do on bulk_item (bulk_id, state, thread_id, comment_id) where state in ('waiting', 'decided')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bulk_item');
    await runner.query('drop table bulk');
  }
}
