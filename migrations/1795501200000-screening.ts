import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Screening1795501200000 implements MigrationInterface {
  name = 'Screening1795501200000';

  async up(runner: QueryRunner): Promise<void> {
    // What a site screens for; every change of it, or of a list, is another version. Zero means: not at all.
    await runner.query(`
      create table screening_policy (
        site_id uuid primary key references site,
        version bigint not null default 1,
        new_reader_comments smallint not null default 0 check (new_reader_comments between 0 and 100),
        new_reader_hours smallint not null default 0 check (new_reader_hours between 0 and 720),
        max_links smallint check (max_links between 0 and 100) default 5,
        trusted_domains text[] not null default '{}',
        blocked_domains text[] not null default '{}',
        rejections smallint not null default 3 check (rejections between 0 and 100),
        rejection_days smallint not null default 7 check (rejection_days between 1 and 90),
        repeats_of_reader smallint not null default 2 check (repeats_of_reader between 0 and 100),
        repeats_of_others smallint not null default 3 check (repeats_of_others between 0 and 100),
        changed_at timestamptz not null default now(),
        changed_by uuid references reader
      )`);
    await runner.query('insert into screening_policy (site_id) select id from site');
    await runner.query(`
      create function give_screening_policy() returns trigger language plpgsql as $$
      begin
        insert into screening_policy (site_id) values (new.id);
        return null;
      end $$`);
    await runner.query('create trigger give_screening_policy after insert on site for each row execute function give_screening_policy()');
    await runner.query(`
      create table word_list (
        id uuid primary key,
        site_id uuid not null references site,
        name text not null,
        language text not null,
        outcome text not null check (outcome in ('hold', 'refuse')),
        is_on boolean not null default false,
        terms text[] not null,
        changed_at timestamptz not null default now(),
        changed_by uuid not null references reader,
        constraint word_list_name_unique unique (site_id, name)
      )`);
    // Why a comment was held when it was posted or edited.
    await runner.query(`
      create table finding (
        comment_id uuid not null references comment,
        revision integer not null,
        rule text not null,
        policy_version bigint not null,
        outcome text not null check (outcome in ('hold', 'refuse')),
        evidence jsonb not null,
        found_at timestamptz not null default clock_timestamp(),
        primary key (comment_id, revision, rule)
      )`);
    // What tells texts that are almost the same, for a day.
    await runner.query(`
      create table text_shape (
        site_id uuid not null,
        band bigint not null,
        posted_at timestamptz not null,
        comment_id uuid not null,
        author_id uuid not null
      )`);
    await runner.query('create index text_shape_of_site on text_shape (site_id, band, posted_at)');
    await runner.query('create index text_shape_age on text_shape using brin (posted_at)');
    await runner.query(`create index comment_not_taken on comment (author_id, posted_at) where status in ('rejected', 'removed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comment_not_taken');
    await runner.query('drop trigger give_screening_policy on site');
    await runner.query('drop function give_screening_policy');
    for (const table of ['text_shape', 'finding', 'word_list', 'screening_policy']) await runner.query(`drop table ${table}`);
  }
}
