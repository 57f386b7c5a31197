import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApiKeys1795500800000 implements MigrationInterface {
  name = 'ApiKeys1795500800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_key (
        id uuid primary key,
        site_id uuid not null references site,
        name text not null,
        secret_hash bytea not null constraint api_key_secret_unique unique,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      )`);
    await runner.query('create index api_key_of_site on api_key (site_id) where revoked_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_key');
  }
}
