import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { ReplayList, ReplayProposal, ReplayRequest, ReplayView, ReplayWithExamples } from '../../../contract/replays';
import type { ReaderActor } from '../../platform/access';
import { type Transaction, Transactions } from '../../platform/database';
import { InvalidRequest, NotFound } from '../../platform/http';
import { Jobs } from '../../platform/jobs';
import { Clock, Ids } from '../../platform/time';
import { changedWordList } from '../changed-word-list';
import { RulesChanged } from '../screening.errors';
import { ScreeningAccess } from '../screening-access';
import { ScreeningSettingsRepository } from '../screening-settings.repository';
import type { Replay } from './replay';
import { replayView, replayWithExamples } from './replay.view';
import { ReplayedCommentsRepository } from './replayed-comments.repository';
import { ReplaysRepository } from './replays.repository';
import { replayJob } from './run-replay';
import { emptyTally } from './tally';

const dayMilliseconds = 86_400_000;

/** Editors try changes of the rules of their site; its moderators see what they came to. */
@Injectable()
export class ManageReplays {
  constructor(
    private readonly access: ScreeningAccess,
    private readonly settings: ScreeningSettingsRepository,
    private readonly replays: ReplaysRepository,
    private readonly comments: ReplayedCommentsRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, InvalidRequest, TooManyWords, RulesChanged, ReplayUnderWay */
  async begin(actor: ReaderActor, siteKey: string, { version: seen, ...proposal }: ReplayRequest): Promise<ReplayView> {
    assertProposes(proposal);
    const { siteId, readerId: askedById } = await this.access.toChange(actor, siteKey);
    const askedAt = this.clock.now();
    const since = new Date(askedAt.getTime() - limits.replay.days * dayMilliseconds);
    const replay = { id: this.ids.next(), siteId, askedById, askedAt, since, proposal, tally: emptyTally() };
    await this.transactions.run(async (tx) => {
      const version = await this.settings.lockVersion(tx, siteId);
      if (seen !== undefined && seen !== version) throw new RulesChanged();
      await this.assertApplies(tx, siteId, proposal);
      await this.replays.insertReplay(tx, { ...replay, version });
      await this.replays.deleteOldest(tx, siteId);
      await this.jobs.enqueue(tx, replayJob, { replayId: replay.id });
    });
    return replayView(await this.find(siteId, replay.id));
  }

  /** @throws NotFound */
  async list(actor: ReaderActor, siteKey: string): Promise<ReplayList> {
    return { replays: (await this.replays.listReplays(await this.access.toRead(actor, siteKey))).map(replayView) };
  }

  /** @throws NotFound */
  async read(actor: ReaderActor, siteKey: string, id: string): Promise<ReplayWithExamples> {
    const replay = await this.find(await this.access.toRead(actor, siteKey), id);
    const { stricter, milder } = replay.tally.examples;
    const comments = await this.comments.findExamples([...stricter, ...milder].map(({ commentId }) => commentId));
    return replayWithExamples(replay, comments);
  }

  /** Of one that has ended nothing changes. @throws NotFound */
  async cancel(actor: ReaderActor, siteKey: string, id: string): Promise<void> {
    const { siteId } = await this.access.toChange(actor, siteKey);
    await this.find(siteId, id);
    await this.transactions.run((tx) => this.replays.endReplay(tx, id, { state: 'cancelled' }));
  }

  private async find(siteId: string, id: string): Promise<Replay> {
    const replay = await this.replays.findReplay(siteId, id);
    if (replay === undefined) throw new NotFound();
    return replay;
  }

  /** That the list is there and takes the change. @throws NotFound, InvalidRequest, TooManyWords */
  private async assertApplies(tx: Transaction, siteId: string, { list }: ReplayProposal): Promise<void> {
    if (list === undefined) return;
    const { id, ...change } = list;
    const before = await this.settings.readList(tx, siteId, id);
    if (before === undefined) throw new NotFound();
    changedWordList(before, change);
  }
}

/** @throws InvalidRequest */
function assertProposes({ settings, list }: ReplayProposal): void {
  const { id: _, ...change } = list ?? { id: '' };
  if (Object.values({ ...settings, ...change }).some((value) => value !== undefined)) return;
  throw new InvalidRequest([{ field: 'settings', detail: 'nothing is proposed: give a setting, or a list and what changes in it' }]);
}
