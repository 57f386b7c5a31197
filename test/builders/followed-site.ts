import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { FollowKind } from '../../contract/following';
import type { ReaderActor } from '../../src/platform/access';
import { nameSkeleton } from '../../src/readers';
import { until } from '../support/live-reader';
import type { TestApp } from '../support/test-app';
import { aReader } from './conversation';

/** The site of a thread. */
export async function siteOf(sql: Client, threadId: string): Promise<{ id: string; key: string }> {
  const { rows } = await sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  return rows[0];
}

/** A reader whom others can name: with a name as it is kept. */
export async function aNamedReader(sql: Client, name: string): Promise<ReaderActor> {
  const reader = await aReader(sql, { name });
  await sql.query('update reader set name_skeleton = $2 where id = $1', [reader.readerId, nameSkeleton(name)]);
  return reader;
}

export async function aFollow(
  sql: Client,
  follow: { readerId: string; siteId: string; kind: FollowKind; subjectId: string },
): Promise<void> {
  const { readerId, siteId, kind, subjectId } = follow;
  await sql.query('insert into follow (reader_id, site_id, kind, subject_id) values ($1, $2, $3, $4)', [readerId, siteId, kind, subjectId]);
}

export async function aSection(sql: Client, siteId: string, name: string): Promise<string> {
  const id = randomUUID();
  await sql.query('insert into section (id, site_id, name) values ($1, $2, $3)', [id, siteId, name]);
  return id;
}

export async function aMute(sql: Client, readerId: string, mutedId: string, kind: 'mute' | 'block' = 'mute'): Promise<void> {
  await sql.query('insert into mute (reader_id, muted_id, is_blocked) values ($1, $2, $3)', [readerId, mutedId, kind === 'block']);
}

/** All that happened was told. */
export async function whenAllIsAnnounced({ sql }: Pick<TestApp, 'sql'>): Promise<void> {
  await until('nothing is due', async () => (await sql.query('select 1 from announcement_due limit 1')).rows.length === 0);
}
