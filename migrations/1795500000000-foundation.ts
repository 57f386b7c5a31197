import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Foundation1795500000000 implements MigrationInterface {
  name = 'Foundation1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table site (
        id uuid primary key,
        key text not null constraint site_key_unique unique,
        name text not null,
        origins text[] not null,
        settings jsonb not null default '{}',
        created_at timestamptz not null default now()
      )`);
    await runner.query(`
      create table reader (
        id uuid primary key,
        name text not null,
        name_skeleton text not null constraint reader_name_unique unique,
        email text not null,
        email_verified_at timestamptz,
        password_hash text not null,
        created_at timestamptz not null default now()
      )`);
    await runner.query('create unique index reader_email_unique on reader (lower(email))');
    await runner.query(`
      create table staff_role (
        id uuid primary key,
        site_id uuid references site,
        reader_id uuid not null references reader,
        role text not null check (role in ('staff', 'moderator', 'editor', 'administrator')),
        created_at timestamptz not null default now(),
        constraint staff_role_scope check ((role = 'administrator') = (site_id is null)),
        constraint staff_role_unique unique nulls not distinct (reader_id, site_id)
      )`);
    await runner.query(`
      create table session (
        id uuid primary key,
        token_hash bytea not null constraint session_token_unique unique,
        reader_id uuid not null references reader,
        audience text not null check (audience in ('embed', 'console')),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz,
        end_reason text check (end_reason in ('logout', 'sanction', 'role_changed', 'password_changed')),
        constraint session_end_explained check ((ended_at is null) = (end_reason is null))
      )`);
    await runner.query(`
      create table setup_token (
        only_one boolean primary key default true check (only_one),
        token_hash bytea not null,
        expires_at timestamptz not null
      )`);
    await runner.query('create index session_reader on session (reader_id) where ended_at is null');
    await runner.query('create index session_ended on session (ended_at) where ended_at is not null');
    await runner.query('create index session_expiry on session (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table setup_token, session, staff_role, reader, site');
  }
}
