import { setTimeout as pause } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever decides on one of them waits for a moment, and with them who posts in its thread. */
const batchSize = 500;

/** For them, and for what somebody else has locked. */
const pauseMilliseconds = 20;

/** No foreign key on comments: it would lock many of them at once, in no order. */
const table = `
  create table if not exists held_by_rule (
    site_id uuid not null,
    rule text not null,
    posted_at timestamp(3) with time zone not null,
    comment_id uuid not null,
    primary key (site_id, rule, posted_at, comment_id)
  )`;

const noteFound = `
  create or replace function note_held_by_rule() returns trigger language plpgsql as $$
  begin
    insert into held_by_rule (site_id, rule, posted_at, comment_id)
      select c.site_id, new.rule, c.posted_at, c.id from comment c where c.id = new.comment_id and c.status = 'held' on conflict do nothing;
    return null;
  end $$`;

const followStatus = `
  create or replace function follow_held_by_rule() returns trigger language plpgsql as $$
  begin
    if new.status = 'held' then
      insert into held_by_rule (site_id, rule, posted_at, comment_id)
        select new.site_id, f.rule, new.posted_at, new.id from finding f where f.comment_id = new.id on conflict do nothing;
    else
      delete from held_by_rule h where h.site_id = old.site_id and h.posted_at = old.posted_at and h.comment_id = old.id
        and h.rule = any(array(select f.rule from finding f where f.comment_id = old.id));
    end if;
    return null;
  end $$`;

const lacks = `c.status = 'held' and not exists (select from held_by_rule h
  where h.site_id = c.site_id and h.rule = f.rule and h.posted_at = c.posted_at and h.comment_id = c.id)`;
const lacking = `select 1 from comment c join finding f on f.comment_id = c.id where ${lacks} limit 1`;

/** Some that are held and not noted. It waits for no lock: what somebody changes just now is noted with the next look. */
const fillBatch = `
  with free as (
         select c.id, c.site_id, c.posted_at from comment c where exists (select from finding f where f.comment_id = c.id and ${lacks})
          limit ${batchSize} for no key update of c skip locked)
  insert into held_by_rule (site_id, rule, posted_at, comment_id)
    select free.site_id, f.rule, free.posted_at, free.id from free join finding f on f.comment_id = free.id on conflict do nothing`;

export class HeldByRules1795502300000 implements MigrationInterface {
  name = 'HeldByRules1795502300000';
  /** Batch by batch beside what goes on: each statement commits by itself, and can be done again. */
  transaction = false;

  /** What is held, by each rule that found something in it, in the order of the queue. By triggers, since the version before moves statuses too. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(noteFound);
    await runner.query(followStatus);
    await runner.query(
      'create or replace trigger note_held_by_rule after insert on finding for each row execute function note_held_by_rule()',
    );
    await runner.query(`create or replace trigger follow_held_by_rule after update of status on comment for each row
      when ((old.status = 'held') is distinct from (new.status = 'held')) execute function follow_held_by_rule()`);
    while ((await runner.query(lacking)).length > 0) {
      await runner.query(fillBatch);
      await pause(pauseMilliseconds);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger if exists follow_held_by_rule on comment');
    await runner.query('drop trigger if exists note_held_by_rule on finding');
    await runner.query('drop function if exists follow_held_by_rule');
    await runner.query('drop function if exists note_held_by_rule');
    await runner.query('drop table if exists held_by_rule');
  }
}
