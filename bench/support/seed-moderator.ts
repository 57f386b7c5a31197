import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { hashToken } from '../../src/auth/sessions';
import { fromReader } from './reader-address';
import { seedReaders } from './seed-readers';

/** What a moderator of the site sends with what they do in the console. */
export async function seedModerator(sql: Client, siteId: string): Promise<Record<string, string>> {
  const [moderator] = await seedReaders(sql, 1);
  const token = randomBytes(32).toString('base64url');
  await sql.query(`insert into staff_role (id, reader_id, site_id, role) values (gen_random_uuid(), $1, $2, 'moderator')`, [
    moderator?.id,
    siteId,
  ]);
  await sql.query(
    `insert into session (id, token_hash, reader_id, audience, expires_at) values (gen_random_uuid(), $2, $1, 'console', now() + interval '1 day')`,
    [moderator?.id, hashToken(token)],
  );
  return { cookie: `__Host-parley-console=${token}`, 'sec-fetch-site': 'same-origin', ...fromReader(1) };
}
