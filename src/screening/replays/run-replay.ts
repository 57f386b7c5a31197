import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isDatabaseUnavailable, Transactions } from '../../platform/database';
import { type JobPayload, Jobs } from '../../platform/jobs';
import { Log } from '../../platform/telemetry';
import { Ids } from '../../platform/time';
import { screen } from '../checks';
import type { Replay } from './replay';
import { type Asked, type LookedFor, type ReplayedComment, ReplayedCommentsRepository } from './replayed-comments.repository';
import { ReplaysRepository } from './replays.repository';
import { standingThen } from './standing-then';
import { countIn, type Tally } from './tally';
import { type TriedRules, TriedRulesLoader } from './tried-rules';

const batchSize = 250;
/** Requests of readers come in between: after so long of looking, this process does something else. */
const workMilliseconds = 4;
const restMilliseconds = 8;
/** Clocks of processes and of the database differ; comments that are too old are left out by their own time. */
const clocksDifferMilliseconds = 3_600_000;

export const replayJob = 'replay_rules';

/**
 * One batch of a replay. What it came to is noted, and the next batch is enqueued, in one transaction: a process may end at any time, and another
 * goes on where it was.
 */
@Injectable()
export class RunReplay {
  constructor(
    private readonly replays: ReplaysRepository,
    private readonly comments: ReplayedCommentsRepository,
    private readonly rules: TriedRulesLoader,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  async execute({ replayId }: JobPayload): Promise<void> {
    const replay = await this.replays.findUnderWay(String(replayId));
    if (replay === undefined) return;
    try {
      await this.goOn(replay);
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      this.log.error({ err: error, replayId }, 'a replay of rules failed');
      await this.transactions.run((tx) => this.replays.endReplay(tx, replay.id, { state: 'failed', failure: 'internal_error' }));
    }
  }

  /** Jobs of a process that was killed stay with it for hours. */
  async resume(): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.replays.endEndless(tx);
      for (const replayId of await this.replays.listResting(tx)) await this.jobs.enqueue(tx, replayJob, { replayId });
    });
  }

  private async goOn(replay: Replay): Promise<void> {
    const rules = await this.rules.load(replay);
    if (rules === undefined) {
      await this.transactions.run((tx) => this.replays.endReplay(tx, replay.id, { state: 'failed', failure: 'rules_changed' }));
      return;
    }
    const asked = this.asked(replay);
    const total = replay.total ?? (await this.comments.count(asked));
    const batch = await this.comments.list(asked, lookedFor(rules), batchSize);
    const tally = await tallied(replay.tally, batch, rules);
    const isLast = batch.length < batchSize;
    const progress = { lastId: batch.at(-1)?.id ?? replay.lastId, total, looked: batch.length, tally, isLast };
    await this.transactions.run(async (tx) => {
      const isNoted = await this.replays.noteProgress(tx, replay, progress);
      if (isNoted && !isLast) await this.jobs.enqueue(tx, replayJob, { replayId: replay.id });
    });
    if (isLast) this.rules.forget(replay);
  }

  private asked({ siteId, since, lastId, askedAt }: Replay): Asked {
    const afterId = lastId ?? this.ids.leastSince(new Date(since.getTime() - clocksDifferMilliseconds));
    return { siteId, since, afterId, beforeId: this.ids.leastSince(new Date(askedAt.getTime() + 1)) };
  }
}

function lookedFor({ before: { settings: before }, after: { settings: after } }: TriedRules): LookedFor {
  const areCounted = before.rejections > 0 || after.rejections > 0;
  return {
    comments: Math.max(before.newReaderComments, after.newReaderComments),
    rejectionDays: areCounted ? { before: before.rejectionDays, after: after.rejectionDays } : undefined,
  };
}

async function tallied(
  before: Tally,
  batch: readonly ReplayedComment[],
  { before: rulesBefore, after: rulesAfter }: TriedRules,
): Promise<Tally> {
  const tally = structuredClone(before);
  let since = performance.now();
  for (const comment of batch) {
    const { id: commentId, decided, rejectedBefore, rejectedAfter } = comment;
    const draft = { ...comment, commentId };
    countIn(tally, {
      commentId,
      decided,
      before: screen(draft, { policy: rulesBefore, standing: standingThen(comment, rejectedBefore, rulesBefore.settings) }),
      after: screen(draft, { policy: rulesAfter, standing: standingThen(comment, rejectedAfter, rulesAfter.settings) }),
    });
    if (performance.now() - since < workMilliseconds) continue;
    await rest(restMilliseconds);
    since = performance.now();
  }
  return tally;
}
