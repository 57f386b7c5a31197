import type { ThreadMode, ThreadState } from '../../contract/conversation';
import type { Transaction } from '../platform/database';
import { effectiveMode } from './thread';
import { type ThreadAct, type ThreadMoved, threadMoved } from './thread.events';

/** The row lock of a thread, held until the transaction ends, with the first number of those taken. */
export interface TakenChanges {
  firstSeq: number;
  at: Date;
}

/**
 * Takes the next `count` numbers of the thread's change log and moves its counter of published comments.
 * Whoever changes rows of a thread takes its numbers first: that orders all writers of a thread and excludes deadlocks.
 */
export async function takeChanges(
  tx: Transaction,
  threadId: string,
  moves: { count: number; comments: number; act: ThreadAct },
): Promise<TakenChanges> {
  const [row] = await tx.rows<{ head: string; at: Date }>(
    `update thread_head set head = head + $2, comment_count = comment_count + $3, mode_seq = case when $4 then head + $2 else mode_seq end
      where thread_id = $1 returning head, clock_timestamp() as at`,
    [threadId, moves.count, moves.comments, moves.act === 'mode'],
  );
  if (row === undefined) throw new Error(`thread ${threadId} has no head`);
  noteTaken(tx, { threadId, head: Number(row.head), act: moves.act });
  return { firstSeq: Number(row.head) - moves.count + 1, at: row.at };
}

/**
 * The same as a part of one statement for the hot path: $1 is the thread, `count` how many numbers, `modeSeq` the parameter with the number
 * of the mode by which the caller decided. When the mode has changed since, or `from` has no row, it yields nothing and takes nothing.
 * Yields `head` (the last number taken), `comment_count`, `pick_count`, `at` (the time under the lock, so that times follow numbers) and what is in `from`.
 * Whoever runs it says so by `noteTaken`.
 */
export function noteNewCommentSql(count: 1 | 2, { modeSeq, from }: { modeSeq: `$${number}`; from: string }): string {
  return `update thread_head set head = head + ${count}, comment_count = comment_count + 1, last_comment_at = clock_timestamp()
       from ${from} where thread_id = $1 and mode_seq = ${modeSeq} returning head, comment_count, pick_count, last_comment_at as at, ${from}.*`;
}

/** Tells, after the commit, that numbers were taken. */
export function noteTaken(tx: Transaction, moved: ThreadMoved): void {
  tx.tell(threadMoved, moved);
}

export interface ThreadStateRow {
  head: string;
  comment_count: number;
  mode: ThreadMode;
  closes_at: Date | null;
  slow_seconds: number | null;
  question: string | null;
  pick_count: number;
}

/** The columns of a `ThreadStateRow`, from `thread t join thread_head h`. */
export const threadStateColumns = 'h.head, h.comment_count, h.pick_count, t.mode, t.closes_at, t.slow_seconds, t.question';
export const threadStateTables = 'thread t join thread_head h on h.thread_id = t.id';

export function threadState(row: ThreadStateRow, now: Date): ThreadState {
  return {
    head: Number(row.head),
    commentCount: row.comment_count,
    mode: effectiveMode({ mode: row.mode, closesAt: row.closes_at }, now),
    slowSeconds: row.slow_seconds ?? undefined,
    question: row.question ?? undefined,
    pickCount: row.pick_count || undefined,
  };
}

/** Waits for the thread's row lock and holds it until the transaction ends; numbers can then be taken one by one. */
export async function lockThread(tx: Transaction, threadId: string): Promise<void> {
  await tx.rows('select 1 from thread_head where thread_id = $1 for no key update', [threadId]);
}
