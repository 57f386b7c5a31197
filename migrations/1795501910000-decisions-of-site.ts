import type { MigrationInterface, QueryRunner } from 'typeorm';

const fillSite = `
  create function fill_site_of_decision() returns trigger language plpgsql as $$
  begin
    select t.site_id into new.site_id from comment c join thread t on t.id = c.thread_id where c.id = new.comment_id;
    return new;
  end $$`;

export class DecisionsOfSite1795501910000 implements MigrationInterface {
  name = 'DecisionsOfSite1795501910000';

  /**
   * The site of each decision, so that the record of a site is one index. Whoever does not name it (the version before) gets it filled in.
   * Decisions are only ever added, which a trigger enforces: for those that are there it is switched off, in this transaction alone, to add
   * what follows from them. New ones wait meanwhile.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table decision add column site_id uuid constraint decision_site_id_fkey references site');
    await runner.query(fillSite);
    await runner.query(`create trigger fill_site before insert on decision for each row
      when (new.site_id is null) execute function fill_site_of_decision()`);
    await runner.query('alter table decision disable trigger append_only');
    await runner.query(
      `update decision d set site_id = t.site_id from comment c join thread t on t.id = c.thread_id where c.id = d.comment_id`,
    );
    await runner.query('alter table decision enable trigger append_only');
    await runner.query('alter table decision alter column site_id set not null');
    await runner.query('create index decision_of_site on decision (site_id, decided_at, id) include (to_status, decided_by)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index decision_of_site');
    await runner.query('drop trigger fill_site on decision');
    await runner.query('drop function fill_site_of_decision');
    await runner.query('alter table decision drop column site_id');
  }
}
