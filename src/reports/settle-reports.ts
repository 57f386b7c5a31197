import { Injectable } from '@nestjs/common';
import type { Verdict } from '../../contract/moderation';
import { noteQueueMoved } from '../comments';
import type { Transaction } from '../platform/database';
import { ReportedCommentsRepository } from './reported-comments.repository';

/** A decision that was written down, and the one on the same comment before it. */
export interface Decision {
  id: string;
  commentId: string;
  threadId: string;
  verdict: Verdict;
  before?: { id: string };
  /** It takes back the one before: what that settled is open again, and nothing else is touched. */
  takesBack?: boolean;
}

/** Reports and notices follow what is decided about their comment, in the transaction that decides. */
@Injectable()
export class SettleReports {
  constructor(private readonly reported: ReportedCommentsRepository) {}

  /** Under the lock of the comment, with its status as it was decided. */
  async execute(tx: Transaction, { id: decisionId, commentId, threadId, verdict, before, takesBack }: Decision): Promise<void> {
    const ends = takesBack ? ({ outcome: 'open', instead: before?.id } as const) : ending(verdict, before?.id);
    const count = await this.reported.settle(tx, { commentId, decisionId, ...ends });
    // What was taken back may have taken it off the queue without settling anything, as `hold` does.
    if (count === 0 && !takesBack) return;
    if (ends.outcome === 'open') await this.reported.putInOrder(tx, commentId);
    else await this.reported.takeOut(tx, commentId);
    await noteQueueMoved(tx, threadId);
  }
}

/** How what is open ends; a verdict that takes a decision back ends what that settled anew. */
function ending(verdict: Verdict, before?: string): { outcome: 'open' | 'upheld' | 'dismissed'; instead?: string } {
  switch (verdict) {
    case 'reject':
    case 'remove':
      return { outcome: 'upheld' };
    case 'keep':
      return { outcome: 'dismissed' };
    case 'publish':
      return { outcome: 'dismissed', instead: before };
    case 'hold':
    case 'reopen':
      return { outcome: 'open', instead: before };
  }
}
