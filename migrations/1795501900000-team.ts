import type { MigrationInterface, QueryRunner } from 'typeorm';

const roleChange = `
  create table role_change (
    id uuid primary key,
    site_id uuid references site,
    reader_id uuid not null references reader,
    from_role text,
    to_role text,
    changed_by uuid references reader,
    changed_at timestamptz not null default clock_timestamp(),
    constraint role_change_changes check (from_role is distinct from to_role)
  )`;

const noteRoleChange = `
  create function note_role_change() returns trigger language plpgsql as $$
  begin
    insert into role_change (id, site_id, reader_id, from_role, to_role, changed_by)
    values (gen_random_uuid(), coalesce(new.site_id, old.site_id), coalesce(new.reader_id, old.reader_id), old.role, new.role,
            nullif(current_setting('parley.changed_by', true), '')::uuid);
    return null;
  end $$`;

const invitation = `
  create table invitation (
    id uuid primary key,
    site_id uuid not null references site,
    email text not null,
    role text not null check (role in ('staff', 'moderator', 'editor')),
    token_hash bytea not null constraint invitation_token_unique unique,
    invited_by uuid not null references reader,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid references reader,
    revoked_at timestamptz,
    constraint invitation_acceptance check ((accepted_at is null) = (accepted_by is null)),
    constraint invitation_ends_once check (accepted_at is null or revoked_at is null)
  )`;

export class Team1795501900000 implements MigrationInterface {
  name = 'Team1795501900000';

  /** Whoever changes a role, in whatever way, it is noted; by whom, where the transaction says so. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roleChange);
    await runner.query('create index role_change_of_site on role_change (site_id, changed_at, id)');
    await runner.query(`
      create trigger append_only before update or delete or truncate on role_change
      for each statement execute function refuse_change()`);
    await runner.query(noteRoleChange);
    await runner.query(`
      create trigger role_given after insert or delete on staff_role
      for each row execute function note_role_change()`);
    await runner.query(`
      create trigger role_changed after update of role on staff_role
      for each row when (old.role is distinct from new.role) execute function note_role_change()`);
    await runner.query(invitation);
    await runner.query(`create index invitation_open on invitation (site_id) where accepted_at is null and revoked_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invitation');
    await runner.query('drop trigger role_changed on staff_role');
    await runner.query('drop trigger role_given on staff_role');
    await runner.query('drop function note_role_change');
    await runner.query('drop table role_change');
  }
}
