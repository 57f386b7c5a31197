import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { hashToken } from '../../src/auth/sessions';
import type { Audience, ReaderActor, Role } from '../../src/platform/access';
import { BrowserLike } from '../support/browser-like';
import { aReader } from './conversation';

const cookies: Record<Audience, string> = { embed: '__Host-parley', console: '__Host-parley-console' };

/** A reader with a right in the console, as a console session shows it. An administrator has no site. */
export async function aStaffMember(sql: Client, role: Role, siteId?: string): Promise<ReaderActor> {
  const reader = await aReader(sql);
  await sql.query('insert into staff_role (id, reader_id, site_id, role) values ($1, $2, $3, $4)', [
    randomUUID(),
    reader.readerId,
    siteId ?? null,
    role,
  ]);
  return { ...reader, audience: 'console', roles: [{ role, siteId }] };
}

/** A browser that is logged in as the reader, in the frame or in the console. */
export async function aBrowser(server: { url: string; sql: Client }, reader: ReaderActor): Promise<BrowserLike> {
  const token = randomBytes(32).toString('base64url');
  await server.sql.query(
    `insert into session (id, token_hash, reader_id, audience, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
    [randomUUID(), hashToken(token), reader.readerId, reader.audience],
  );
  const browser = new BrowserLike(server.url);
  browser.give(cookies[reader.audience], token);
  return browser;
}

/** The id of one of the reasons of a site, or of the site of a comment. */
export async function aReason(sql: Client, of: string, key = 'insult'): Promise<string> {
  const { rows } = await sql.query(
    `select r.id from reason r where r.key = $2
        and r.site_id = coalesce((select t.site_id from comment c join thread t on t.id = c.thread_id where c.id = $1), $1)`,
    [of, key],
  );
  return rows[0].id;
}
