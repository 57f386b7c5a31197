import { Injectable } from '@nestjs/common';
import type { ScreeningView } from '../../contract/screening';
import type { ReaderActor } from '../platform/access';
import { ScreeningAccess } from './screening-access';
import { ScreeningSettingsRepository } from './screening-settings.repository';

@Injectable()
export class ReadScreening {
  constructor(
    private readonly access: ScreeningAccess,
    private readonly settings: ScreeningSettingsRepository,
  ) {}

  /** @throws NotFound */
  async execute(actor: ReaderActor, siteKey: string): Promise<ScreeningView> {
    const siteId = await this.access.toRead(actor, siteKey);
    return { ...(await this.settings.findSettings(siteId)), lists: await this.settings.listLists(siteId) };
  }
}
