import type { MigrationInterface, QueryRunner } from 'typeorm';

const outcome = `outcome text not null default 'open' check (outcome in ('open', 'upheld', 'dismissed', 'withdrawn'))`;

/** When and by which decision it was settled; no decision settles what is about a withdrawn comment. */
const settlement = (table: string) => `
        settled_at timestamptz,
        settled_by uuid references decision,
        constraint ${table}_settled check ((outcome = 'open') = (settled_at is null)),
        constraint ${table}_settled_by check ((outcome in ('upheld', 'dismissed')) = (settled_by is not null))`;

export class Reports1795501610000 implements MigrationInterface {
  name = 'Reports1795501610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report (
        id uuid primary key,
        comment_id uuid not null references comment,
        reporter_id uuid not null references reader,
        thread_id uuid not null references thread,
        reason_id uuid not null references reason,
        text text,
        revision integer not null,
        weight double precision not null check (weight > 0),
        reported_at timestamptz(3) not null default clock_timestamp(),
        ${outcome},
        ${settlement('report')},
        constraint report_once unique (comment_id, reporter_id)
      )`);
    await runner.query('create index report_of_reader on report (reporter_id, reported_at, id)');
    await runner.query('create index report_in_thread on report (thread_id, reporter_id, reported_at)');
    // Of illegal content, by anybody; who they are may stay unsaid only where the law says so.
    await runner.query(`
      create table notice (
        id uuid primary key,
        reference text not null,
        comment_id uuid not null references comment,
        explanation text not null,
        law text,
        name text,
        email text,
        is_about_minors boolean not null,
        revision integer not null,
        received_at timestamptz(3) not null default clock_timestamp(),
        ${outcome},
        ${settlement('notice')},
        constraint notice_reference_unique unique (reference),
        constraint notice_by_somebody check (is_about_minors or (name is not null and email is not null))
      )`);
    await runner.query('create index notice_of_comment on notice (comment_id, received_at)');
    // A published comment with something open against it; the larger the priority, the sooner it is looked at.
    await runner.query(`
      create table reported_comment (
        comment_id uuid primary key references comment,
        site_id uuid not null references site,
        priority double precision not null,
        report_count integer not null,
        notice_count integer not null,
        first_at timestamptz(3) not null,
        constraint reported_by_somebody check (report_count + notice_count > 0)
      )`);
    await runner.query('create index reported_by_priority on reported_comment (site_id, priority desc, comment_id desc)');
    await this.followStatuses(runner);
    // `keep` and `reopen` leave a comment as it is. The version before names no verdict.
    await runner.query(`
      alter table decision
        add verdict text check (verdict in ('publish', 'hold', 'reject', 'remove', 'keep', 'reopen')),
        drop constraint decision_changes,
        add constraint decision_changes
          check (from_status <> to_status or (from_status = 'published' and coalesce(verdict in ('keep', 'reopen'), false)))`);
  }

  /** However a comment leaves the public, it leaves the queue; with a withdrawn one nothing is left to decide. */
  private async followStatuses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function leave_reported() returns trigger language plpgsql as $$
      declare
        site uuid;
      begin
        delete from reported_comment where comment_id = new.id returning site_id into site;
        if site is not null then
          perform pg_notify('queue_moved', site::text);
        end if;
        if new.status = 'withdrawn' then
          update report set outcome = 'withdrawn', settled_at = now() where comment_id = new.id and outcome = 'open';
          update notice set outcome = 'withdrawn', settled_at = now() where comment_id = new.id and outcome = 'open';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger leave_reported after update of status on comment for each row
        when (old.status <> new.status and (old.status = 'published' or new.status = 'withdrawn')) execute function leave_reported()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Records of decisions that changed nothing stay: the constraint holds for new ones.
    await runner.query(`
      alter table decision
        drop constraint decision_changes,
        drop verdict,
        add constraint decision_changes check (from_status <> to_status) not valid`);
    await runner.query('drop trigger leave_reported on comment');
    await runner.query('drop function leave_reported');
    for (const table of ['reported_comment', 'notice', 'report']) await runner.query(`drop table ${table}`);
  }
}
