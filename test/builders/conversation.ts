import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { ThreadMode } from '../../contract/conversation';
import type { ReaderActor } from '../../src/platform/access';

let made = 0;

/** A reader row, and the actor its session would give. */
export async function aReader(sql: Client, given: { name?: string } = {}): Promise<ReaderActor> {
  made += 1;
  const id = randomUUID();
  const name = given.name ?? `Reader ${made} ${id.slice(0, 4)}`;
  await sql.query('insert into reader (id, name, name_skeleton, email, password_hash) values ($1, $2, $3, $4, $5)', [
    id,
    name,
    name.toLowerCase(),
    `${id}@example.org`,
    'none',
  ]);
  return { kind: 'reader', readerId: id, sessionId: randomUUID(), audience: 'embed', roles: [] };
}

async function aSite(sql: Client, given: { key?: string; origins?: string[] } = {}): Promise<{ id: string; key: string }> {
  const id = randomUUID();
  const key = given.key ?? `site-${id.slice(0, 8)}`;
  await sql.query('insert into site (id, key, name, origins) values ($1, $2, $3, $4)', [
    id,
    key,
    key,
    given.origins ?? ['https://news.example.org'],
  ]);
  return { id, key };
}

/** A thread with its head, on a site of its own unless one is given. */
export async function aThread(sql: Client, given: { siteId?: string; mode?: ThreadMode; closesAt?: Date } = {}): Promise<string> {
  const id = randomUUID();
  const siteId = given.siteId ?? (await aSite(sql)).id;
  await sql.query('insert into thread (id, site_id, article_key, url, title, mode, closes_at) values ($1, $2, $3, $4, $5, $6, $7)', [
    id,
    siteId,
    `story-${id.slice(0, 8)}`,
    `https://news.example.org/${id}`,
    'A story',
    given.mode ?? 'open',
    given.closesAt ?? null,
  ]);
  await sql.query('insert into thread_head (thread_id) values ($1)', [id]);
  return id;
}

/** As an editor changes it: with a number of the change log. */
export async function changeMode(sql: Client, threadId: string, mode: ThreadMode): Promise<void> {
  await sql.query('update thread_head set head = head + 1, mode_seq = head + 1 where thread_id = $1', [threadId]);
  await sql.query('update thread set mode = $2 where id = $1', [threadId, mode]);
}

export function aPost(given: { text?: string; parentId?: string; clientId?: string } = {}): {
  clientId: string;
  parentId?: string;
  text: string;
} {
  return { clientId: given.clientId ?? randomUUID(), parentId: given.parentId, text: given.text ?? 'A calm thought.' };
}
