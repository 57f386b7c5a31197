import { Injectable } from '@nestjs/common';
import type { NoteView } from '../../../contract/sanctions';
import type { ReaderActor } from '../../platform/access';
import { Transactions } from '../../platform/database';
import { NotFound } from '../../platform/http';
import { Ids } from '../../platform/time';
import { ModeratedSite } from '../moderated-site';
import { ReaderHistoryRepository } from '../sanctions/reader-history.repository';
import { NotesRepository } from './notes.repository';

/** What moderators of a site tell one another about a reader. */
@Injectable()
export class ManageNotes {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly history: ReaderHistoryRepository,
    private readonly notes: NotesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** All notes on the reader. @throws NotFound */
  async write(actor: ReaderActor, place: { siteKey: string; readerId: string }, text: string): Promise<NoteView[]> {
    const { id: siteId } = await this.sites.find(actor, place.siteKey);
    if ((await this.history.findReader(siteId, place.readerId)) === undefined) throw new NotFound();
    const note = { id: this.ids.next(), siteId, readerId: place.readerId, text, writtenBy: actor.readerId };
    await this.transactions.run((tx) => this.notes.insertNote(tx, note));
    return this.history.listNotes(siteId, place.readerId);
  }

  /** Of one's own. Doing it twice is doing it once. @throws NotFound */
  async delete(actor: ReaderActor, siteKey: string, id: string): Promise<void> {
    const { id: siteId } = await this.sites.find(actor, siteKey);
    await this.transactions.run((tx) => this.notes.deleteNote(tx, { id, siteId, writtenBy: actor.readerId }));
  }
}
