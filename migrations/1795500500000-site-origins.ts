import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SiteOrigins1795500500000 implements MigrationInterface {
  name = 'SiteOrigins1795500500000';

  /** An origin belongs to one site: the embed finds the site by the origin of the article page. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table site_origin (
        origin text constraint site_origin_unique primary key,
        site_id uuid not null references site
      )`);
    await runner.query('create index site_origin_of_site on site_origin (site_id)');
    await runner.query(`
      insert into site_origin (origin, site_id)
      select distinct on (origin) origin, id from site, unnest(origins) as origin order by origin, created_at, id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table site_origin');
  }
}
