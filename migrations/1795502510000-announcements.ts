import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened, and readers have to be told of. Written with what happened, whoever did it; taken by `src/announcements`. What could not be told waits until
 * `again_at`, and is put aside at last (`failed_at`).
 */
const due = `
  create table announcement_due (
    id bigint generated always as identity primary key,
    kind text not null,
    subject_id uuid not null,
    noted_at timestamptz not null default clock_timestamp(),
    attempts smallint not null default 0,
    again_at timestamptz,
    failed_at timestamptz
  )`;

/**
 * The comments of what somebody follows: of a reader, a thread, a conversation or a section. A feed is read from it, in the order of `at`, when a comment was
 * posted or let through. What is new in it goes by `told_at`, when it came to feeds: late, after an outage; and as long ago as `at` where it was no news.
 */
const topicComment = `
  create table topic_comment (
    topic_id uuid not null,
    comment_id uuid not null,
    site_id uuid not null,
    at timestamptz(3) not null,
    told_at timestamptz(3) not null default clock_timestamp(),
    primary key (topic_id, comment_id)
  )`;

/**
 * One thing that a reader was told, once. `subject_id` is what it was: the reply, the comment that mentions or was picked, the decision, the sanction,
 * the objection's statement or the report. `about_id` is what several of a kind have in common, as all replies to one comment. Whether it is shown is
 * decided when it is read.
 */
const notification = `
  create table notification (
    id uuid primary key,
    reader_id uuid not null references reader,
    site_id uuid not null references site,
    kind text not null constraint notification_kind_check
      check (kind in ('reply', 'mention', 'pick', 'decision', 'sanction', 'appeal', 'report')),
    subject_id uuid not null,
    about_id uuid not null,
    comment_id uuid,
    made_at timestamptz(3) not null default clock_timestamp(),
    constraint notification_once unique (reader_id, kind, subject_id)
  )`;

/**
 * Notifications with one `about_id` are one item: an inbox with ten thousand replies to one comment is as quick to read as any. `told_at` is when the newest
 * of them was made; what was made up to `read_to` is read.
 */
const inboxItem = `
  create table inbox_item (
    id uuid primary key,
    reader_id uuid not null references reader,
    site_id uuid not null references site,
    kind text not null,
    about_id uuid not null,
    told_at timestamptz(3) not null,
    read_to timestamptz(3) not null default '-infinity',
    constraint inbox_item_once unique (reader_id, site_id, kind, about_id)
  )`;

/** Up to where a reader has seen the feed of a site. */
const feedSeen = `
  create table feed_seen (
    reader_id uuid not null references reader,
    site_id uuid not null references site,
    seen_at timestamptz(3) not null,
    primary key (reader_id, site_id)
  )`;

const note = `
  create function note_announcement_due() returns trigger language plpgsql as $$
  begin
    insert into announcement_due (kind, subject_id) values (tg_argv[0], (to_jsonb(new) ->> tg_argv[1])::uuid);
    return null;
  end $$`;

/** Of the hottest table: without the way over json. */
const noteComment = `
  create function note_published_due() returns trigger language plpgsql as $$
  begin
    insert into announcement_due (kind, subject_id) values (case new.status when 'published' then 'published' else 'unpublished' end, new.id);
    return null;
  end $$`;

export class Announcements1795502510000 implements MigrationInterface {
  name = 'Announcements1795502510000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [due, topicComment, notification, inboxItem, feedSeen]) await runner.query(table);
    await runner.query('create index announcement_due_open on announcement_due (id) where failed_at is null');
    await runner.query('create index topic_comment_in_time on topic_comment (topic_id, site_id, at, comment_id) include (told_at)');
    await runner.query('create index topic_comment_of_site on topic_comment (site_id, at, comment_id) include (topic_id, told_at)');
    await runner.query('create index topic_comment_told on topic_comment (topic_id, site_id, told_at, comment_id)');
    await runner.query('create index topic_comment_told_of_site on topic_comment (site_id, told_at, comment_id) include (topic_id)');
    await runner.query('create index topic_comment_age on topic_comment using brin (at)');
    await runner.query('create index notification_of_item on notification (reader_id, site_id, kind, about_id, made_at, id)');
    await runner.query('create index notification_of_comment on notification (comment_id) where comment_id is not null');
    await runner.query('create index notification_age on notification using brin (made_at)');
    await runner.query('create index inbox_item_in_time on inbox_item (reader_id, site_id, told_at, id)');
    await runner.query('create index inbox_item_unread on inbox_item (reader_id, site_id, told_at, id) where read_to < told_at');
    await runner.query('create index inbox_item_age on inbox_item using brin (told_at)');
    await runner.query(note);
    await runner.query(noteComment);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function note_announcement_due, note_published_due');
    for (const table of ['feed_seen', 'inbox_item', 'notification', 'topic_comment', 'announcement_due'])
      await runner.query(`drop table ${table}`);
  }
}
