import type { Transaction } from '../platform/database';

/** Notices of it carry the id of the site whose queue has moved. */
export const queueChannel = 'queue_moved';

/** Tells the consoles of every process, with the commit, that something which waits for a moderator came, changed or went. */
export async function noteQueueMoved(tx: Transaction, threadId: string): Promise<void> {
  await tx.rows(`select pg_notify('${queueChannel}', site_id::text) from thread where id = $1`, [threadId]);
}

/** The same for what is in no thread. */
export async function noteSiteMoved(tx: Transaction, siteId: string): Promise<void> {
  await tx.rows(`select pg_notify('${queueChannel}', $1)`, [siteId]);
}
