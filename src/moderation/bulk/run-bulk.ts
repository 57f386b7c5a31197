import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { Verdict } from '../../../contract/moderation';
import { NotAllowed } from '../../auth';
import { ChangeCommentStatus, type Comment, noteSiteMoved } from '../../comments';
import { TookTooLong, type Transaction, Transactions } from '../../platform/database';
import { Problem } from '../../platform/http';
import { Jobs } from '../../platform/jobs';
import { CommentSearchRepository, DocumentsRepository } from '../../search';
import { DecideComment } from '../decide-comment';
import { DecisionsRepository } from '../decisions.repository';
import { LeasesRepository } from '../leases.repository';
import { type Bulk, type BulkItem, bulkMoves, type ItemState, isAtWork } from './bulk';
import { BulkRepository } from './bulk.repository';

export const goOnWithBulk = 'go_on_with_bulk';

const { maxComments, collectedAtOnce, decidedAtOnce } = limits.bulk;
/** After so many steps the job makes room for others. */
const stepsInTurn = 50;
/** Before it looks again whether comments can be found. */
const pauseMilliseconds = 250;

/**
 * Decides on many comments, some of one thread in each transaction, under the lock of the job's row: it can be paused between two of them, is never done
 * twice, and goes on after a restart. Readers of the thread wait for a moment each time and no longer.
 */
@Injectable()
export class RunBulk {
  constructor(
    private readonly bulks: BulkRepository,
    private readonly search: CommentSearchRepository,
    private readonly documents: DocumentsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly decisions: DecisionsRepository,
    private readonly decideComment: DecideComment,
    private readonly leases: LeasesRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  /** Some of it; the rest is the next job. */
  async execute(id: string): Promise<void> {
    for (let step = 0; step < stepsInTurn; step += 1) if (!(await this.goOn(id))) return;
    await this.enqueue(id);
  }

  /** What a process left lying that was killed. */
  async resumeStuck(): Promise<void> {
    for (const id of await this.bulks.listStuck()) await this.enqueue(id);
  }

  private enqueue(id: string): Promise<void> {
    return this.transactions.run((tx) => this.jobs.enqueue(tx, goOnWithBulk, { id }));
  }

  /** One step; false when there is nothing left to do for now. */
  private async goOn(id: string): Promise<boolean> {
    const bulk = await this.bulks.findBulk(id);
    if (bulk === undefined || !isAtWork(bulk)) return false;
    try {
      return bulk.phase === 'collecting' ? await this.collect(bulk) : await this.decideSome(id);
    } catch (error) {
      const trouble = troubleIn(error);
      if (trouble === undefined) throw error;
      await this.transactions.run((tx) => this.bulks.pause(tx, id, trouble));
      return false;
    }
  }

  /** What matched when the job was made, from the newest on; once all that was there can be found. */
  private async collect({ id, siteId, filter, collectedTo, total, madeAt }: Bulk): Promise<boolean> {
    if (!(await this.documents.arePreparedUntil(siteId, madeAt))) return this.waitForDocuments(id);
    const isUntilEarlier = filter?.until !== undefined && Date.parse(filter.until) < madeAt.getTime();
    const until = isUntilEarlier ? filter.until : madeAt.toISOString();
    const matching = await this.search.readFilter(siteId, { ...filter, until });
    const limit = Math.min(collectedAtOnce, maxComments - total);
    const found = matching === undefined ? [] : await this.search.idsAfter(matching, { limit, after: collectedTo ?? undefined });
    const isFull = total + found.length >= maxComments;
    await this.transactions.run(async (tx) => {
      const now = await this.bulks.lockBulk(tx, id);
      if (now?.phase !== 'collecting' || now.collectedTo?.id !== collectedTo?.id) return;
      await this.bulks.insertMatches(
        tx,
        { id, filter },
        found.map((place) => place.id),
      );
      const to = found.length < limit || isFull ? null : (found.at(-1) ?? null);
      await this.bulks.noteCollected(tx, id, { to, isCut: isFull });
    });
    return true;
  }

  /** Noted, or it would be taken for stuck and begun once more each minute. */
  private async waitForDocuments(id: string): Promise<boolean> {
    await this.transactions.run((tx) => this.bulks.noteMoved(tx, id, {}));
    return pause(pauseMilliseconds, true);
  }

  private decideSome(id: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const bulk = await this.bulks.lockBulk(tx, id);
      if (bulk === undefined || !isAtWork(bulk) || bulk.phase === 'collecting') return bulk !== undefined && isAtWork(bulk);
      if (!bulk.mayDecide) throw new NotAllowed();
      const isUndoing = bulk.phase === 'undoing';
      const items = await this.bulks.listToDo(tx, id, { state: isUndoing ? 'decided' : 'waiting', limit: decidedAtOnce });
      if (items.length === 0) {
        await this.bulks.finish(tx, id);
        await noteSiteMoved(tx, bulk.siteId);
        return false;
      }
      const states: ItemState[] = [];
      for (const item of items) states.push(await (isUndoing ? this.undo(tx, bulk, item) : this.decide(tx, bulk, item)));
      const count = (state: ItemState): number => states.filter((one) => one === state).length;
      await this.bulks.noteMoved(tx, id, { decided: count('decided'), passedOver: count('passed_over'), undone: count('undone') });
      return true;
    });
  }

  private async decide(tx: Transaction, bulk: Bulk, item: BulkItem): Promise<ItemState> {
    const { from } = bulkMoves[bulk.verdict];
    const comment = await this.changeStatus.lock(tx, item.threadId, item.commentId);
    const isAsFound = comment.status === from && comment.revision === item.revision;
    const isAsRead = isAsFound && !(await this.isDecidedSince(tx, bulk, comment.id));
    const isLeased = isAsRead && (await this.leases.findOthersLease(comment.id, bulk.madeBy, tx)) !== undefined;
    const decisionId = isAsRead && !isLeased ? await this.write(tx, bulk.madeBy, { bulk, comment, verdict: bulk.verdict }) : null;
    const state = decisionId === null ? 'passed_over' : 'decided';
    await this.bulks.noteItem(tx, bulk.id, { commentId: item.commentId, state, decisionId });
    return state;
  }

  /** It may be as it was found and have been another meanwhile: published by somebody, and put on hold by a third. */
  private async isDecidedSince(tx: Transaction, { filter }: Bulk, commentId: string): Promise<boolean> {
    if (filter?.unchangedSince === undefined) return false;
    const last = await this.decisions.findLastDecision(tx, commentId);
    return last !== undefined && Date.parse(last.view.decidedAt) >= Date.parse(filter.unchangedSince);
  }

  private async undo(tx: Transaction, bulk: Bulk, item: BulkItem): Promise<ItemState> {
    const { to, undo } = bulkMoves[bulk.verdict];
    const comment = await this.changeStatus.lock(tx, item.threadId, item.commentId);
    const last = await this.decisions.findLastDecision(tx, comment.id);
    const isStanding = last?.view.id === item.decisionId && comment.status === to;
    if (isStanding) await this.write(tx, bulk.undoneBy ?? bulk.madeBy, { bulk, comment, verdict: undo, takesBack: true });
    const state = isStanding ? 'undone' : 'left';
    await this.bulks.noteItem(tx, bulk.id, { commentId: item.commentId, state, decisionId: null });
    return state;
  }

  private async write(
    tx: Transaction,
    deciderId: string,
    { bulk, ...taken }: { bulk: Bulk; comment: Comment; verdict: Verdict; takesBack?: boolean },
  ): Promise<string> {
    const explanation = { reasonId: bulk.reasonId ?? undefined, message: bulk.message ?? undefined };
    return (await this.decideComment.decide(tx, deciderId, { ...taken, siteId: bulk.siteId, explanation })).id;
  }
}

/** What somebody has to look at before it goes on; anything else is tried again by itself. */
function troubleIn(error: unknown): string | undefined {
  if (error instanceof TookTooLong) return 'search_took_too_long';
  return error instanceof Problem ? error.code : undefined;
}
