import { Injectable } from '@nestjs/common';
import type { ChangeScreeningRequest, ScreeningSettings } from '../../contract/screening';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { ScreeningAccess } from './screening-access';
import { ScreeningSettingsRepository } from './screening-settings.repository';

/** Changes what a site screens for; what is not given stays as it is. */
@Injectable()
export class ChangeScreeningSettings {
  constructor(
    private readonly access: ScreeningAccess,
    private readonly settings: ScreeningSettingsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound, RulesChanged */
  async execute(actor: ReaderActor, siteKey: string, { version, ...given }: ChangeScreeningRequest): Promise<ScreeningSettings> {
    const change = await this.access.toChange(actor, siteKey);
    return this.transactions.run(async (tx) => {
      const before = await this.settings.noteChange(tx, change, version);
      const after = { ...before, ...given };
      await this.settings.updateSettings(tx, change.siteId, after);
      return after;
    });
  }
}
