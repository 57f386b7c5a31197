import { Injectable } from '@nestjs/common';
import type { ScorerAnswer, SetScorerRequest } from '../../../contract/scorer';
import type { ReaderActor } from '../../platform/access';
import { Transactions } from '../../platform/database';
import { ScreeningAccess } from '../screening-access';
import { ScreeningSettingsRepository } from '../screening-settings.repository';
import { ScorersRepository } from './scorers.repository';

/** Editors say which outside service scores the texts of their site. It belongs to the rules: a change of it makes another version. */
@Injectable()
export class ManageScorer {
  constructor(
    private readonly access: ScreeningAccess,
    private readonly settings: ScreeningSettingsRepository,
    private readonly scorers: ScorersRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound */
  async read(actor: ReaderActor, siteKey: string): Promise<ScorerAnswer> {
    return { scorer: await this.scorers.findScorer(await this.access.toRead(actor, siteKey)) };
  }

  /** @throws NotFound */
  async set(actor: ReaderActor, siteKey: string, { secret: given, ...scorer }: SetScorerRequest): Promise<ScorerAnswer> {
    const change = await this.access.toChange(actor, siteKey);
    await this.transactions.run(async (tx) => {
      await this.settings.noteChange(tx, change);
      const before = await this.scorers.readSecret(tx, change.siteId);
      // Whoever may change the address shall not learn the secret by having it sent to a place of their own.
      const kept = before !== undefined && isSamePlace(before.url, scorer.url) ? before.secret : null;
      await this.scorers.putScorer(tx, change.siteId, { ...scorer, secret: given === undefined ? kept : given });
    });
    return { scorer: await this.scorers.findScorer(change.siteId) };
  }

  /** Doing it twice is doing it once. @throws NotFound */
  async delete(actor: ReaderActor, siteKey: string): Promise<void> {
    const change = await this.access.toChange(actor, siteKey);
    await this.transactions.run(async (tx) => {
      await this.settings.noteChange(tx, change);
      await this.scorers.deleteScorer(tx, change.siteId);
    });
  }
}

function isSamePlace(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}
