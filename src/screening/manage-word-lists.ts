import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import {
  type ChangeWordListRequest,
  type MakeWordListRequest,
  type StartListLanguage,
  startListLanguages,
  type WordListWithTerms,
} from '../../contract/screening';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { InvalidRequest, NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { changedWordList } from './changed-word-list';
import { TooManyWords } from './screening.errors';
import { ScreeningAccess } from './screening-access';
import { ScreeningSettingsRepository } from './screening-settings.repository';
import { startList } from './words/start-lists';

const { maxListsPerSite, maxTermsOn } = limits.screening;

/** What editors do with the word lists of their site. */
@Injectable()
export class ManageWordLists {
  constructor(
    private readonly access: ScreeningAccess,
    private readonly settings: ScreeningSettingsRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** A list that is switched off. @throws NotFound, InvalidRequest, WordListNameTaken, TooManyWords */
  async make(actor: ReaderActor, siteKey: string, { withStartList = false, ...request }: MakeWordListRequest): Promise<WordListWithTerms> {
    const change = await this.access.toChange(actor, siteKey);
    const terms = withStartList ? startTerms(request.language) : [];
    const id = this.ids.next();
    await this.transactions.run(async (tx) => {
      await this.settings.noteChange(tx, change);
      if ((await this.settings.countLists(tx, change.siteId)) >= maxListsPerSite)
        throw new TooManyWords(`A site has at most ${maxListsPerSite} lists. Put the words into one that is there.`);
      await this.settings.insertList(tx, change, { id, ...request, isOn: false, terms });
    });
    return this.find(change.siteId, id);
  }

  /** @throws NotFound */
  async read(actor: ReaderActor, siteKey: string, id: string): Promise<WordListWithTerms> {
    return this.find(await this.access.toRead(actor, siteKey), id);
  }

  /** Adds and takes out words; what is not given stays as it is. @throws NotFound, InvalidRequest, WordListNameTaken, TooManyWords, RulesChanged */
  async change(actor: ReaderActor, place: { siteKey: string; id: string }, request: ChangeWordListRequest): Promise<WordListWithTerms> {
    const { version, ...given } = request;
    const change = await this.access.toChange(actor, place.siteKey);
    await this.transactions.run(async (tx) => {
      await this.settings.noteChange(tx, change, version);
      const before = await this.settings.readList(tx, change.siteId, place.id);
      if (before === undefined) throw new NotFound();
      await this.settings.updateList(tx, change, changedWordList(before, given));
      if ((await this.settings.countWordsOn(tx, change.siteId)) > maxTermsOn)
        throw new TooManyWords(`The lists that are on have at most ${maxTermsOn} words together. Switch one off first.`);
    });
    return this.find(change.siteId, place.id);
  }

  /** Doing it twice is doing it once. @throws NotFound */
  async delete(actor: ReaderActor, siteKey: string, id: string): Promise<void> {
    const change = await this.access.toChange(actor, siteKey);
    await this.transactions.run(async (tx) => {
      await this.settings.noteChange(tx, change);
      await this.settings.deleteList(tx, change.siteId, id);
    });
  }

  private async find(siteId: string, id: string): Promise<WordListWithTerms> {
    const list = await this.settings.findList(siteId, id);
    if (list === undefined) throw new NotFound();
    return list;
  }
}

/** @throws InvalidRequest */
function startTerms(language: string): string[] {
  if (!isStartListLanguage(language)) {
    const detail = `there are words to start with in ${startListLanguages.join(', ')} only`;
    throw new InvalidRequest([{ field: 'language', detail }]);
  }
  return startList(language);
}

function isStartListLanguage(language: string): language is StartListLanguage {
  return (startListLanguages as readonly string[]).includes(language);
}
