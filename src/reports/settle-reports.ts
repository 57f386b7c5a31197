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
}

/** Reports and notices follow what is decided about their comment, in the transaction that decides. */
@Injectable()
export class SettleReports {
  constructor(private readonly reported: ReportedCommentsRepository) {}

  /** Under the lock of the comment, with its status as it was decided. */
  async execute(tx: Transaction, { id: decisionId, commentId, threadId, verdict, before }: Decision): Promise<void> {
    const settlement = { commentId, decisionId };
    const count = await this.reported.settle(tx, { ...settlement, ...ending(verdict, before?.id) });
    if (count === 0) return;
    if (verdict === 'reopen') await this.reported.putInOrder(tx, commentId);
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
