import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { v7 } from 'uuid';
import { hashToken } from '../../src/auth/sessions';

/** A reader who is logged in. */
export interface SeededReader {
  id: string;
  /** The value of the frame's session cookie. */
  token: string;
}

/** Readers with a session each. They have no password: nobody logs in as one of them. */
export async function seedReaders(sql: Client, count: number): Promise<SeededReader[]> {
  const readers = Array.from({ length: count }, () => ({ id: v7(), token: randomBytes(32).toString('base64url') }));
  const ids = readers.map(({ id }) => id);
  await sql.query(
    `insert into reader (id, name, name_skeleton, email, password_hash)
     select id, 'Reader ' || id, 'reader ' || id, id || '@example.org', 'none' from unnest($1::uuid[]) id`,
    [ids],
  );
  await sql.query(
    `insert into session (id, token_hash, reader_id, audience, expires_at)
     select gen_random_uuid(), token_hash, reader_id, 'embed', now() + interval '1 day' from unnest($1::uuid[], $2::bytea[]) s (reader_id, token_hash)`,
    [ids, readers.map(({ token }) => hashToken(token))],
  );
  return readers;
}
