import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Restrictions1795501650000 implements MigrationInterface {
  name = 'Restrictions1795501650000';

  async up(runner: QueryRunner): Promise<void> {
    // Why a comment or a reader was restricted. The reason is kept as it was when it was given.
    await runner.query(`
      create table statement (
        id uuid primary key,
        site_id uuid not null references site,
        reader_id uuid not null references reader,
        made_by uuid not null references reader,
        reason_id uuid references reason,
        reason_key text,
        reason_title text,
        ground text not null check (ground in ('rules', 'law')),
        rule text,
        message text,
        found_by text not null check (found_by in ('screening', 'report', 'notice', 'moderator')),
        made_at timestamptz(3) not null default clock_timestamp(),
        constraint statement_has_reason check (num_nonnulls(reason_key, reason_title) = 1),
        constraint statement_made_by_unique unique (id, made_by)
      )`);
    await runner.query('create index statement_of_reader on statement (reader_id, made_at, id)');
    await runner.query(`
      create trigger append_only before update or delete or truncate on statement for each statement execute function refuse_change()`);
    await this.explainDecisions(runner);
    await runner.query(`
      create table sanction (
        id uuid primary key,
        reader_id uuid not null references reader,
        site_id uuid references site,
        kind text not null check (kind in ('warn', 'hold', 'suspend', 'ban')),
        statement_id uuid not null unique references statement,
        made_at timestamptz(3) not null default clock_timestamp(),
        ends_at timestamptz,
        acknowledged_at timestamptz,
        lifted_at timestamptz,
        lifted_by uuid references reader,
        constraint sanction_end check (case kind when 'warn' then ends_at is null when 'suspend' then ends_at is not null else true end),
        constraint sanction_acknowledged check (kind = 'warn' or acknowledged_at is null),
        constraint sanction_lifted check ((lifted_at is null) = (lifted_by is null))
      )`);
    await runner.query(`create index sanction_in_force on sanction (reader_id) where lifted_at is null and acknowledged_at is null`);
    await runner.query(`create index sanction_on_site on sanction (site_id, made_at, id)`);
    // Whoever made a statement does not decide on what its reader says against it.
    await runner.query(`
      create table appeal (
        statement_id uuid primary key,
        statement_made_by uuid not null,
        site_id uuid not null references site,
        text text not null,
        made_at timestamptz(3) not null default clock_timestamp(),
        decided_at timestamptz,
        decided_by uuid references reader,
        outcome text check (outcome in ('upheld', 'overturned')),
        answer text,
        constraint appeal_statement_fkey foreign key (statement_id, statement_made_by) references statement (id, made_by),
        constraint appeal_by_another check (decided_by <> statement_made_by),
        constraint appeal_decided check (num_nonnulls(decided_at, decided_by, outcome) in (0, 3))
      )`);
    await runner.query('create index appeal_open on appeal (site_id, made_at, statement_id) where outcome is null');
    await runner.query(`
      create table note (
        id uuid primary key,
        site_id uuid not null references site,
        reader_id uuid not null references reader,
        text text not null,
        written_by uuid not null references reader,
        written_at timestamptz(3) not null default clock_timestamp()
      )`);
    await runner.query('create index note_on_reader on note (site_id, reader_id, written_at)');
    await runner.query(`
      create table macro (
        id uuid primary key,
        site_id uuid not null references site,
        name text not null,
        text text not null,
        constraint macro_name_unique unique (site_id, name)
      )`);
  }

  /** A decision that takes a comment from the public has a statement. */
  private async explainDecisions(runner: QueryRunner): Promise<void> {
    await this.explainOldDecisions(runner);
    // The version before writes a reason in words and no statement: that is one of the words.
    await runner.query(`
      create function explain_decision() returns trigger language plpgsql as $$
      begin
        new.statement_id := gen_random_uuid();
        insert into statement (id, site_id, reader_id, made_by, reason_title, ground, found_by)
        select new.statement_id, t.site_id, c.author_id, new.decided_by, new.reason, 'rules', 'moderator'
          from comment c join thread t on t.id = c.thread_id where c.id = new.comment_id;
        return new;
      end $$`);
    await runner.query(`
      create trigger explain_decision before insert on decision for each row
        when (new.statement_id is null and new.to_status in ('rejected', 'removed') and new.reason is not null) execute function explain_decision()`);
    await runner.query(`
      alter table decision add constraint decision_explained check (to_status not in ('rejected', 'removed') or statement_id is not null)`);
    await runner.query(`
      create function require_decision() returns trigger language plpgsql as $$
      begin
        if exists (select from comment c where c.id = new.id and c.status = new.status)
          and new.status is distinct from (
            select d.to_status from decision d where d.comment_id = new.id order by d.decided_at desc, d.id desc limit 1) then
          raise exception 'comment % is % without a decision', new.id, new.status using errcode = 'check_violation', constraint = 'comment_explained';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create constraint trigger comment_explained after insert or update of status on comment deferrable initially deferred for each row
        when (new.status in ('rejected', 'removed')) execute function require_decision()`);
  }

  private async explainOldDecisions(runner: QueryRunner): Promise<void> {
    await runner.query('alter table decision add statement_id uuid unique');
    await runner.query('alter table decision disable trigger append_only');
    await runner.query(`
      update decision set statement_id = gen_random_uuid() where to_status in ('rejected', 'removed')`);
    await runner.query(`
      insert into statement (id, site_id, reader_id, made_by, reason_title, ground, found_by, made_at)
      select d.statement_id, t.site_id, c.author_id, d.decided_by, coalesce(d.reason, 'No reason was recorded.'), 'rules', 'moderator', d.decided_at
        from decision d join comment c on c.id = d.comment_id join thread t on t.id = c.thread_id where d.statement_id is not null`);
    await runner.query('alter table decision enable trigger append_only');
    await runner.query('alter table decision add constraint decision_statement_fkey foreign key (statement_id) references statement');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger comment_explained on comment');
    await runner.query('drop trigger explain_decision on decision');
    await runner.query('alter table decision drop constraint decision_explained, drop statement_id');
    await runner.query('drop function require_decision, explain_decision');
    for (const table of ['macro', 'note', 'appeal', 'sanction', 'statement']) await runner.query(`drop table ${table}`);
  }
}
