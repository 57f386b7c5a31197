import type { MigrationInterface, QueryRunner } from 'typeorm';

const noteVisibleSince = `
  create function note_visible_since() returns trigger language plpgsql as $$
  begin
    new.visible_since := new.seq;
    return new;
  end $$`;

export class VisibleSince1795500900000 implements MigrationInterface {
  name = 'VisibleSince1795500900000';

  /** The change that made a comment visible; 0 for what was visible before this was noted, which no page that is read from now on lacks. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table comment add column visible_since bigint not null default 0');
    await runner.query(noteVisibleSince);
    await runner.query(`create trigger note_visible_at_once before insert on comment for each row
      when (new.seq is not null) execute function note_visible_since()`);
    await runner.query(`create trigger note_visible_later before update on comment for each row
      when (not old.visible and (new.status = 'published' or new.reply_count > 0)) execute function note_visible_since()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger note_visible_at_once on comment');
    await runner.query('drop trigger note_visible_later on comment');
    await runner.query('drop function note_visible_since');
    await runner.query('alter table comment drop column visible_since');
  }
}
