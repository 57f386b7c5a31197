import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
  create table decision (
    id uuid primary key,
    comment_id uuid not null references comment,
    revision integer not null,
    from_status text not null,
    to_status text not null check (to_status in ('held', 'published', 'rejected', 'removed')),
    decided_by uuid not null references reader,
    reason text,
    decided_at timestamptz not null default clock_timestamp(),
    constraint decision_changes check (from_status <> to_status)
  )`;

const refuseChange = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`;

const appendOnly = `
  create trigger append_only before update or delete or truncate on decision
  for each statement execute function refuse_change()`;

export class Decisions1795500300000 implements MigrationInterface {
  name = 'Decisions1795500300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query('create index decision_of_comment on decision (comment_id, decided_at, id)');
    await runner.query('create index comment_held on comment (posted_at, id) where status = $$held$$');
    await runner.query(refuseChange);
    await runner.query(appendOnly);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comment_held');
    await runner.query('drop table decision');
    await runner.query('drop function refuse_change');
  }
}
