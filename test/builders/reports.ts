import type { Client } from 'pg';
import type { StandardReason } from '../../contract/reasons';

/** The id of a standard reason of the site of a thread. */
export async function reasonOf(sql: Client, threadId: string, key: StandardReason = 'insult'): Promise<string> {
  const { rows } = await sql.query('select r.id from reason r join thread t on t.site_id = r.site_id where t.id = $1 and r.key = $2', [
    threadId,
    key,
  ]);
  return rows[0].id;
}
