import type { MigrationInterface, QueryRunner } from 'typeorm';

const standardReasons = `
  (values ('insult', 'rules', 0), ('hate', 'rules', 1), ('threat', 'rules', 2), ('falsehood', 'rules', 3), ('privacy', 'rules', 4),
          ('advertising', 'rules', 5), ('off_topic', 'rules', 6), ('illegal', 'law', 7)) as standard (key, ground, position)`;

export class Reasons1795501600000 implements MigrationInterface {
  name = 'Reasons1795501600000';

  /** Why comments of a site are reported or restricted. Records name them, so they are switched off, never deleted. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reason (
        id uuid primary key,
        site_id uuid not null references site,
        key text,
        title text,
        ground text not null check (ground in ('rules', 'law')),
        rule text,
        position smallint not null,
        is_on boolean not null default true,
        is_for_reports boolean not null default true,
        constraint reason_key_unique unique (site_id, key),
        constraint reason_named check ((key is null) <> (title is null))
      )`);
    await runner.query('create index reason_of_site on reason (site_id, position)');
    await runner.query(`
      insert into reason (id, site_id, key, ground, position)
      select gen_random_uuid(), s.id, standard.key, standard.ground, standard.position from site s cross join ${standardReasons}`);
    await runner.query(`
      create function give_reasons() returns trigger language plpgsql as $$
      begin
        insert into reason (id, site_id, key, ground, position)
        select gen_random_uuid(), new.id, standard.key, standard.ground, standard.position from ${standardReasons};
        return null;
      end $$`);
    await runner.query('create trigger give_reasons after insert on site for each row execute function give_reasons()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger give_reasons on site');
    await runner.query('drop function give_reasons');
    await runner.query('drop table reason');
  }
}
