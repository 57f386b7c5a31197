import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { ReplayFailure, ReplayState } from '../../../contract/replays';
import { isUniqueViolation, Reads, type Transaction } from '../../platform/database';
import { ReplayUnderWay } from '../screening.errors';
import type { Replay } from './replay';
import type { Tally } from './tally';

export type NewReplay = Pick<Replay, 'id' | 'siteId' | 'askedAt' | 'since' | 'proposal' | 'version' | 'tally'> & { askedById: string };

export interface Progress {
  lastId: string | null;
  total: number;
  /** In the batch. */
  looked: number;
  tally: Tally;
  isLast: boolean;
}

const { keptPerSite, listed } = limits.replay;
const columns = `r.id, r.site_id as "siteId", jsonb_build_object('id', a.id, 'name', a.name) as "askedBy", r.asked_at as "askedAt",
  r.ended_at as "endedAt", r.since, r.proposal, r.policy_version as version, r.state, r.failure, r.total, r.done, r.last_id as "lastId", r.tally`;
const from = 'from replay r join reader a on a.id = r.asked_by';
const isUnderWay = `state in ('queued', 'running')`;

@Injectable()
export class ReplaysRepository {
  constructor(private readonly reads: Reads) {}

  /** @throws ReplayUnderWay */
  async insertReplay(tx: Transaction, replay: NewReplay): Promise<void> {
    const { id, siteId, askedById, askedAt, since, proposal, version, tally } = replay;
    try {
      await tx.rows(
        `insert into replay (id, site_id, asked_by, asked_at, since, proposal, policy_version, state, tally)
         values ($1, $2, $3, $4, $5, $6, $7, 'queued', $8)`,
        [id, siteId, askedById, askedAt, since, JSON.stringify(proposal), version, JSON.stringify(tally)],
      );
    } catch (error) {
      throw isUniqueViolation(error, 'replay_under_way') ? new ReplayUnderWay() : error;
    }
  }

  async deleteOldest(tx: Transaction, siteId: string): Promise<void> {
    await tx.rows(
      `delete from replay where id in (
         select id from replay where site_id = $1 and ended_at is not null order by asked_at desc, id desc offset ${keptPerSite})`,
      [siteId],
    );
  }

  async listReplays(siteId: string): Promise<Replay[]> {
    return this.reads.rows<Replay>(`select ${columns} ${from} where r.site_id = $1 order by r.asked_at desc, r.id desc limit ${listed}`, [
      siteId,
    ]);
  }

  async findReplay(siteId: string, id: string): Promise<Replay | undefined> {
    const [replay] = await this.reads.rows<Replay>(`select ${columns} ${from} where r.site_id = $1 and r.id = $2`, [siteId, id]);
    return replay;
  }

  async findUnderWay(id: string): Promise<Replay | undefined> {
    const [replay] = await this.reads.rows<Replay>(`select ${columns} ${from} where r.id = $1 and r.${isUnderWay}`, [id]);
    return replay;
  }

  /**
   * Notes what a batch came to, where nobody did before and the replay was not ended meanwhile: a batch may be looked at twice, and counts once.
   * @returns whether it was noted
   */
  async noteProgress(tx: Transaction, { id, lastId }: Replay, progress: Progress): Promise<boolean> {
    const rows = await tx.rows(
      `update replay set last_id = $3, done = done + $4, total = case when $6 then done + $4 else $5 end, tally = $7, moved_at = now(),
              state = case when $6 then 'done' else 'running' end, ended_at = case when $6 then now() end
        where id = $1 and last_id is not distinct from $2 and ${isUnderWay} returning id`,
      [id, lastId, progress.lastId, progress.looked, progress.total, progress.isLast, JSON.stringify(progress.tally)],
    );
    return rows.length > 0;
  }

  /** Does nothing to one that has ended. */
  async endReplay(
    tx: Transaction,
    id: string,
    { state, failure = null }: { state: Extract<ReplayState, 'cancelled' | 'failed'>; failure?: ReplayFailure | null },
  ): Promise<void> {
    await tx.rows(`update replay set state = $2, failure = $3, ended_at = now() where id = $1 and ${isUnderWay}`, [id, state, failure]);
  }

  /** Those that have not come to an end in hours: something is in their way that another try does not take out of it. */
  async endEndless(tx: Transaction): Promise<void> {
    await tx.rows(
      `update replay set state = 'failed', failure = 'internal_error', ended_at = now() where ${isUnderWay} and asked_at < now() - interval '6 hours'`,
    );
  }

  /** Those that no job has moved for a minute: the process that ran it was killed. */
  async listResting(tx: Transaction): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `update replay set moved_at = now() where ${isUnderWay} and moved_at < now() - interval '1 minute' returning id`,
    );
    return rows.map(({ id }) => id);
  }
}
