import type { Transaction } from '../platform/database';

/** Notices of it carry the id of the site whose queue has moved. */
export const queueChannel = 'queue_moved';

/** Tells the consoles of every process, with the commit, that something which waits for a moderator came, changed or went. */
export async function noteQueueMoved(tx: Transaction, threadId: string): Promise<void> {
  await tx.rows(`select pg_notify('${queueChannel}', site_id::text) from thread where id = $1`, [threadId]);
}
