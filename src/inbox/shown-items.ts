import { Injectable } from '@nestjs/common';
import { type IsMuted, muteWordsMatcher } from '../../contract/mute-words';
import { MutesRepository } from '../follows';
import type { TimePlace } from '../platform/http';
import { type InboxOwner, InboxRepository, type Member, type StoredItem } from './inbox.repository';

/** An item with something that may be shown. */
export type ShownItem = StoredItem & { newest: Member };

/** What of an inbox the reader may and wants to see right now: the one definition for what is listed and what is counted. */
@Injectable()
export class ShownItems {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly mutes: MutesRepository,
  ) {}

  /** So many items are looked at; `last` is the place of the last of them where there may be more. */
  async page(
    owner: InboxOwner,
    { limit, before }: { limit: number; before?: TimePlace },
  ): Promise<{ items: ShownItem[]; last?: TimePlace }> {
    const words = await this.mutes.listWords(owner.readerId);
    const stored = await this.inbox.listItems(owner, { limit, before, withBodies: words.length > 0 });
    const last = stored.length === limit ? stored.at(-1) : undefined;
    const isMuted = muteWordsMatcher(words);
    return { items: stored.flatMap((item) => shownOf(item, isMuted)), last: last && placeOf(last) };
  }

  /** Of so many of the newest with something that was not read. */
  async unread(owner: InboxOwner, limit: number): Promise<ShownItem[]> {
    const words = await this.mutes.listWords(owner.readerId);
    const stored = await this.inbox.listUnread(owner, { limit, withBodies: words.length > 0 });
    const isMuted = muteWordsMatcher(words);
    return stored.flatMap((item) => shownOf(item, isMuted)).filter((item) => !isRead(item));
  }
}

/** What is read is told by the newest that is shown: it may be older than one that went. */
export function isRead({ readTo, newest }: ShownItem): boolean {
  return newest.madeAt <= readTo;
}

export function placeOf({ toldAt, id }: StoredItem): TimePlace {
  return { at: toldAt.toISOString(), id };
}

function shownOf(item: StoredItem, isMuted: IsMuted): ShownItem[] {
  const members = item.members.filter(({ body }) => body === null || !isMuted(body));
  const [newest] = members;
  return newest === undefined ? [] : [{ ...item, members, newest }];
}
