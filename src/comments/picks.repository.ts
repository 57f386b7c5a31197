import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database';

export interface PickChange {
  id: string;
  commentId: string;
  revision: number;
  /** An editor; or the author, whose edit ended it. */
  changedBy: string;
}

/** Picks as they are kept: on the comment, and with who changed them in rows that are only ever added. Under the lock of the thread. */
@Injectable()
export class PicksRepository {
  async setPick(tx: Transaction, commentId: string, { pickedAt, seq }: { pickedAt: Date | null; seq?: number }): Promise<void> {
    await tx.rows('update comment set picked_at = $2, seq = coalesce($3, seq) where id = $1', [commentId, pickedAt, seq ?? null]);
  }

  async insertChange(tx: Transaction, { id, commentId, revision, changedBy }: PickChange, to: 'picked' | 'ended'): Promise<void> {
    await tx.rows('insert into pick (id, comment_id, revision, is_picked, changed_by) values ($1, $2, $3, $4, $5)', [
      id,
      commentId,
      revision,
      to === 'picked',
      changedBy,
    ]);
  }
}
