import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those of PostgreSQL 15 to 18. */
const stemmed = `arabic armenian basque catalan danish dutch english finnish french german greek hindi hungarian indonesian irish italian
  lithuanian nepali norwegian portuguese romanian russian serbian spanish swedish tamil turkish yiddish`.split(/\s+/);
const languages = ['simple', ...stemmed];

const tables = [
  // What of a comment is searched: its text folded, its words as stems, and marks of what it belongs to. One for each comment, shortly after it was
  // written; without text when it was withdrawn. Without a foreign key, which would lock many comments at once in no order: whoever decides on some
  // of them could be locked out for good.
  `create table comment_document (
    comment_id uuid primary key,
    site_id uuid not null,
    posted_at timestamptz(3) not null,
    folded text collate "C" not null,
    words tsvector not null
  )`,
  'create index comment_document_of_site on comment_document (site_id, posted_at, comment_id)',
  // A list of what is pending is read whole by every search.
  'create index comment_document_words on comment_document using gin (words) with (fastupdate = off)',
  // Comments whose document has to be written, noted by whoever changed them, in the same statement.
  'create table comment_document_due (comment_id uuid not null, noted_at timestamptz not null default now())',
  // Sites whose documents are written anew, from the newest comment back.
  `create table comment_document_renewal (
    site_id uuid primary key references site,
    before_id uuid not null default 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  )`,
  // Every word there is, with what finds it by a part.
  'create table comment_word (word text collate "C" primary key, grams text[] collate "C" not null)',
  'create index comment_word_grams on comment_word using gin (grams)',
  // Who has commented on a site, to be found by a part of the name.
  `create table reader_on_site (
    site_id uuid not null,
    reader_id uuid not null references reader,
    folded_name text collate "C" not null,
    grams text[] collate "C" not null,
    primary key (site_id, reader_id)
  )`,
  'create index reader_on_site_grams on reader_on_site using gin (grams)',
];

const functions = [
  `create function note_document_due() returns trigger language plpgsql as $$
   begin
     insert into comment_document_due (comment_id) values (new.id);
     return null;
   end $$`,
  `create function note_found_document_due() returns trigger language plpgsql as $$
   begin
     insert into comment_document_due (comment_id) values (new.comment_id);
     return null;
   end $$`,
  `create function renew_documents() returns trigger language plpgsql as $$
   begin
     insert into comment_document_renewal (site_id) values (new.id)
     on conflict (site_id) do update set before_id = excluded.before_id;
     return null;
   end $$`,
];

const triggers = [
  'create trigger note_new_document after insert on comment for each row execute function note_document_due()',
  `create trigger note_changed_document after update on comment for each row
    when (old.text is distinct from new.text or (old.status = 'withdrawn') <> (new.status = 'withdrawn')) execute function note_document_due()`,
  'create trigger note_found_document after insert on finding for each row execute function note_found_document_due()',
  `create trigger renew_documents after update on site for each row
    when (old.search_language <> new.search_language) execute function renew_documents()`,
];

export class Search1795501710000 implements MigrationInterface {
  name = 'Search1795501710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table site add column search_language text not null default 'simple'
      constraint site_search_language_check check (search_language in (${languages.map((name) => `'${name}'`).join(', ')}))`);
    // Those that come with PostgreSQL leave out the commonest words, which somebody may look for.
    await runner.query('create text search dictionary parley_simple (template = simple)');
    for (const name of stemmed)
      await runner.query(`create text search dictionary parley_${name} (template = snowball, language = ${name})`);
    for (const statement of [...tables, ...functions, ...triggers]) await runner.query(statement);
    // What is there already is written by the service once it runs, beside all else.
    await runner.query('insert into comment_document_renewal (site_id) select id from site');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger renew_documents on site');
    await runner.query('drop trigger note_found_document on finding');
    await runner.query('drop trigger note_changed_document on comment');
    await runner.query('drop trigger note_new_document on comment');
    await runner.query('drop function note_document_due, note_found_document_due, renew_documents');
    await runner.query('drop table reader_on_site, comment_word, comment_document_renewal, comment_document_due, comment_document');
    for (const name of languages) await runner.query(`drop text search dictionary parley_${name}`);
    await runner.query('alter table site drop column search_language');
  }
}
