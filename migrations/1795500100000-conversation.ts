import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `create table thread (
    id uuid primary key,
    site_id uuid not null references site,
    article_key text not null,
    url text not null,
    title text not null,
    section text,
    published_at timestamptz,
    mode text not null default 'open' check (mode in ('open', 'premoderated', 'read_only', 'closed')),
    closes_at timestamptz,
    created_at timestamptz not null default now(),
    constraint thread_article_unique unique (site_id, article_key)
  )`,
  `create table thread_url (
    site_id uuid not null references site,
    url text not null,
    thread_id uuid not null references thread,
    primary key (site_id, url)
  )`,
  // The hot row: the number of the newest change and the counters. Nothing refers to it, and updates stay on its page.
  `create table thread_head (
    thread_id uuid primary key references thread,
    head bigint not null default 0,
    comment_count integer not null default 0 check (comment_count >= 0),
    last_comment_at timestamptz
  ) with (fillfactor = 20)`,
  // rank: lower bound of the Wilson interval at 80 % (z = 1.2815515655446004) over likes and dislikes.
  // visible: the one definition of what the public sees; an unpublished comment with visible replies is a tombstone.
  // sort_seq: the change since which likes, dislikes and reply_count are what they are (see comment_sort_past).
  `create table comment (
    id uuid primary key,
    thread_id uuid not null references thread,
    parent_id uuid references comment,
    root_id uuid not null,
    depth smallint not null check (depth >= 0),
    author_id uuid not null references reader,
    client_id uuid not null,
    request_digest bytea not null,
    status text not null check (status in ('held', 'published', 'rejected', 'removed', 'withdrawn')),
    seq bigint,
    sort_seq bigint,
    revision integer not null default 1,
    text text not null,
    body jsonb not null,
    posted_at timestamptz(3) not null,
    edited_at timestamptz,
    reply_count integer not null default 0 check (reply_count >= 0),
    likes integer not null default 0 check (likes >= 0),
    dislikes integer not null default 0 check (dislikes >= 0),
    rank double precision not null generated always as (
      case when likes = 0 then 0 else
        ((likes::double precision + 0.8211872076) / (likes + dislikes)
          - 1.2815515655446004 * sqrt((likes::double precision * dislikes) / (likes + dislikes) + 0.4105936038) / (likes + dislikes))
        / (1 + 1.6423744152 / (likes + dislikes))
      end) stored,
    visible boolean not null generated always as (status = 'published' or reply_count > 0) stored,
    constraint comment_client_unique unique (author_id, client_id),
    constraint comment_change_unique unique (thread_id, seq),
    constraint comment_place check ((parent_id is null) = (depth = 0) and (parent_id is null) = (root_id = id))
  ) with (fillfactor = 85)`,
  `create table comment_revision (
    comment_id uuid not null references comment,
    revision integer not null,
    text text not null,
    replaced_at timestamptz not null,
    primary key (comment_id, revision)
  )`,
  // What a top-level comment was sorted by from one change of its thread to another: a reader who pages on sees the order of the moment they started.
  `create table comment_sort_past (
    thread_id uuid not null,
    to_seq bigint not null,
    from_seq bigint not null,
    comment_id uuid not null,
    rank double precision not null,
    reply_count integer not null,
    kept_at timestamptz not null default now(),
    primary key (thread_id, to_seq)
  )`,
  `create table reaction (
    comment_id uuid not null references comment,
    reader_id uuid not null references reader,
    thread_id uuid not null,
    kind text not null check (kind in ('like', 'dislike')),
    reacted_at timestamptz not null default now(),
    primary key (comment_id, reader_id)
  )`,
];

const indexes = [
  'create index comment_by_time on comment (thread_id, posted_at, id) where parent_id is null and visible',
  'create index comment_by_rank on comment (thread_id, rank, id) where parent_id is null and visible',
  'create index comment_by_replies on comment (thread_id, reply_count, id) where parent_id is null and visible',
  'create index comment_replies on comment (parent_id, posted_at, id)',
  'create index comment_unpublished on comment (thread_id, author_id) where status <> $$published$$',
  'create index comment_sort_past_age on comment_sort_past (kept_at)',
  'create index reaction_in_thread on reaction (thread_id, reader_id)',
];

const keepSortPast = `
  create function keep_sort_past() returns trigger language plpgsql as $$
  begin
    insert into comment_sort_past (thread_id, to_seq, from_seq, comment_id, rank, reply_count)
    values (old.thread_id, new.seq, old.sort_seq, old.id, old.rank, old.reply_count);
    new.sort_seq := new.seq;
    return new;
  end $$`;

const sortPastTrigger = `
  create trigger keep_sort_past before update on comment for each row
  when (old.parent_id is null and old.sort_seq is not null and new.seq > old.seq
    and (old.likes, old.dislikes, old.reply_count) is distinct from (new.likes, new.dislikes, new.reply_count))
  execute function keep_sort_past()`;

export class Conversation1795500100000 implements MigrationInterface {
  name = 'Conversation1795500100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, keepSortPast, sortPastTrigger]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reaction, comment_sort_past, comment_revision, comment, thread_head, thread_url, thread');
    await runner.query('drop function keep_sort_past');
  }
}
