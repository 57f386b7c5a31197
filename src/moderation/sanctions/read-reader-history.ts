import { Injectable } from '@nestjs/common';
import type { ReaderHistory } from '../../../contract/sanctions';
import type { ReaderActor } from '../../platform/access';
import { NotFound } from '../../platform/http';
import { ModeratedSite } from '../moderated-site';
import { ReaderHistoryRepository } from './reader-history.repository';

/** What a moderator should know of a reader before deciding about them. */
@Injectable()
export class ReadReaderHistory {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly history: ReaderHistoryRepository,
  ) {}

  /** @throws NotFound */
  async execute(actor: ReaderActor, siteKey: string, readerId: string): Promise<ReaderHistory> {
    const { id: siteId } = await this.sites.find(actor, siteKey);
    const reader = await this.history.findReader(siteId, readerId);
    if (reader === undefined) throw new NotFound();
    const [comments, sanctions, notes] = await Promise.all([
      this.history.countComments(siteId, readerId),
      this.history.listSanctions(siteId, readerId),
      this.history.listNotes(siteId, readerId),
    ]);
    return { reader, comments, sanctions, notes };
  }
}
