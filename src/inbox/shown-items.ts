import { Injectable } from '@nestjs/common';
import { muteWordsMatcher } from '../../contract/mute-words';
import { MutesRepository } from '../follows';
import { type InboxOwner, InboxRepository } from './inbox.repository';
import { InboxSearch } from './inbox-search';

/** What of an inbox the reader may and wants to see right now: the one definition for what is listed and what is counted. */
@Injectable()
export class ShownItems {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly mutes: MutesRepository,
  ) {}

  /** For one request. */
  async search(owner: InboxOwner): Promise<InboxSearch> {
    const words = await this.mutes.listWords(owner.readerId);
    return new InboxSearch(this.inbox, owner, words.length === 0 ? null : muteWordsMatcher(words));
  }
}
