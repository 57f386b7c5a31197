import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { MacroView } from '../../../contract/sanctions';
import { hasRole, type ReaderActor } from '../../platform/access';
import { Transactions } from '../../platform/database';
import { InvalidRequest, NotFound } from '../../platform/http';
import { Ids } from '../../platform/time';
import { ModeratedSite } from '../moderated-site';
import { NotesRepository } from './notes.repository';

/** Texts for messages to readers: editors write them, moderators use them. */
@Injectable()
export class ManageMacros {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly notes: NotesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound */
  async list(actor: ReaderActor, siteKey: string): Promise<MacroView[]> {
    const { id } = await this.sites.find(actor, siteKey);
    return this.notes.listMacros(id);
  }

  /** @throws NotFound, MacroNameTaken, InvalidRequest */
  async make(actor: ReaderActor, siteKey: string, macro: Omit<MacroView, 'id'>): Promise<MacroView[]> {
    const siteId = await this.editedSite(actor, siteKey);
    await this.transactions.run(async (tx) => {
      if ((await this.notes.countMacros(tx, siteId)) >= limits.moderation.maxMacros)
        throw new InvalidRequest([{ field: 'name', detail: `a site has at most ${limits.moderation.maxMacros} texts: delete one first` }]);
      await this.notes.insertMacro(tx, siteId, { id: this.ids.next(), ...macro });
    });
    return this.notes.listMacros(siteId);
  }

  /** @throws NotFound, MacroNameTaken */
  async change(actor: ReaderActor, siteKey: string, macro: Pick<MacroView, 'id'> & Partial<MacroView>): Promise<MacroView[]> {
    const siteId = await this.editedSite(actor, siteKey);
    if (!(await this.transactions.run((tx) => this.notes.updateMacro(tx, siteId, macro)))) throw new NotFound();
    return this.notes.listMacros(siteId);
  }

  /** Doing it twice is doing it once. @throws NotFound */
  async delete(actor: ReaderActor, siteKey: string, id: string): Promise<MacroView[]> {
    const siteId = await this.editedSite(actor, siteKey);
    await this.transactions.run((tx) => this.notes.deleteMacro(tx, siteId, id));
    return this.notes.listMacros(siteId);
  }

  private async editedSite(actor: ReaderActor, siteKey: string): Promise<string> {
    const { id } = await this.sites.find(actor, siteKey);
    if (!hasRole(actor, id, ['editor'])) throw new NotFound();
    return id;
  }
}
