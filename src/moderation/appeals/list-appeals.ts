import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { AppealsPage } from '../../../contract/sanctions';
import type { ReaderActor } from '../../platform/access';
import { pageOf, readTimeCursor } from '../../platform/http';
import { ModeratedSite } from '../moderated-site';
import { AppealsRepository } from './appeals.repository';

/** The objections that a moderator may decide on, oldest first: not those to their own decisions, nor their own. */
@Injectable()
export class ListAppeals {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly appeals: AppealsRepository,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(actor: ReaderActor, siteKey: string, cursor?: string): Promise<AppealsPage> {
    const { id } = await this.sites.find(actor, siteKey);
    const after = readTimeCursor(cursor);
    const found = await this.appeals.listOpen(id, { notOf: actor.readerId, limit: limits.page.appeals + 1, after });
    const { items: appeals, nextCursor } = pageOf(found, limits.page.appeals, ({ madeAt: at, statement }) => ({ at, id: statement.id }));
    return { appeals, nextCursor };
  }
}
