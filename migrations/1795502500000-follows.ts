import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A part of a publication, made when somebody follows it first: what is followed has an id. */
const section = `
  create table section (
    id uuid primary key,
    site_id uuid not null references site,
    name text not null,
    constraint section_name_unique unique (site_id, name)
  )`;

/** `subject_id` is a reader, a thread, a comment (with all below it) or a section. */
const follow = `
  create table follow (
    reader_id uuid not null references reader,
    site_id uuid not null references site,
    kind text not null constraint follow_kind_check check (kind in ('reader', 'thread', 'conversation', 'section')),
    subject_id uuid not null,
    followed_at timestamptz(3) not null default clock_timestamp(),
    primary key (reader_id, site_id, subject_id),
    constraint follow_others check (subject_id <> reader_id)
  )`;

/** Whom a reader does not want to see, anywhere; who is blocked can also neither follow nor answer that reader. */
const mute = `
  create table mute (
    reader_id uuid not null references reader,
    muted_id uuid not null references reader,
    is_blocked boolean not null,
    muted_at timestamptz(3) not null default clock_timestamp(),
    primary key (reader_id, muted_id),
    constraint mute_others check (muted_id <> reader_id)
  )`;

const muteWords = `
  create table mute_words (
    reader_id uuid primary key references reader,
    words text[] not null
  )`;

export class Follows1795502500000 implements MigrationInterface {
  name = 'Follows1795502500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(section);
    await runner.query(follow);
    await runner.query('create index follow_of_subject on follow (subject_id, site_id, followed_at, reader_id)');
    await runner.query('create index follow_of_reader on follow (reader_id, site_id, kind, followed_at, subject_id)');
    await runner.query(mute);
    await runner.query('create index mute_of_reader on mute (reader_id, muted_at, muted_id)');
    await runner.query(muteWords);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mute_words', 'mute', 'follow', 'section']) await runner.query(`drop table ${table}`);
  }
}
