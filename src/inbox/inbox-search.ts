import { setImmediate as letOthersGoOn } from 'node:timers/promises';
import { limits } from '../../contract/limits';
import type { IsMuted } from '../../contract/mute-words';
import type { TimePlace } from '../platform/http';
import { type InboxOwner, type InboxRepository, type LookedAtItem, type Member, placeOfMember, type StoredItem } from './inbox.repository';

/** An item with something that may be shown. */
export type ShownItem = StoredItem & { newest: Member };

/** With what is counted of it, the newest first. */
export type ListedItem = ShownItem & { members: Member[] };

/** Of one request: texts that are looked through for words to find what may be shown. */
const maxTexts = 300;
const textsOfLook = 100;
const membersOfLook = 1_000;
const looksIntoItems = 3;
/** Of the first look: where nothing is hidden, the newest is all that is needed. */
const firstLooked = 10;
/** Texts that are looked through before anybody else has a turn. */
const textsOfTurn = 20;

/**
 * Looks through an inbox for what may be shown, in small looks that go on: what is hidden costs neither the items behind it nor, with many words and long
 * texts, the time of everybody else.
 */
export class InboxSearch {
  private textsLeft = maxTexts;

  /** `isMuted`: null where the reader has no mute words; then no text is read. */
  constructor(
    private readonly inbox: InboxRepository,
    private readonly owner: InboxOwner,
    private readonly isMuted: IsMuted | null,
  ) {}

  /** It has read as many texts as it may. */
  get isOver(): boolean {
    return this.textsLeft <= 0;
  }

  /**
   * Of so many items at most those with something that may be shown; `isUnread`: that was not read. `last` is the place of the last that was looked at, where
   * there may be more.
   */
  async items({
    limit,
    ...which
  }: {
    limit: number;
    before?: TimePlace;
    isUnread: boolean;
  }): Promise<{ items: ShownItem[]; last?: TimePlace }> {
    const { isUnread, before } = which;
    const atMost = Math.min(limit, this.textsLeft);
    const depth = { withBodies: this.isMuted !== null, isUnread };
    const stored = await this.inbox.listItems(this.owner, { limit: atMost, before }, { ...depth, looked: firstLooked, shown: 1 });
    const newest = new Map<string, Member>();
    let open = this.note(stored, newest);
    for (let look = 1; look < looksIntoItems && open.length > 0 && !this.isOver; look += 1) {
      const places = open.slice(0, this.textsLeft);
      const looked = Math.floor(membersOfLook / places.length);
      const shown = this.isMuted === null ? 1 : Math.max(1, Math.floor(Math.min(textsOfLook, this.textsLeft) / places.length));
      open = this.note(await this.inbox.lookOn(this.owner, places, { ...depth, looked, shown }), newest);
    }
    const last = stored.length === atMost ? stored.at(-1) : undefined;
    return { items: stored.flatMap((item) => shownWith(item, newest.get(item.id))), last: last && placeOf(last) };
  }

  /** With what is counted: all that may be shown of the newest of each. For a page. */
  async withMembers(items: readonly ShownItem[]): Promise<ListedItem[]> {
    const places = items.filter(({ kind }) => isCounted(kind)).map(({ id, newest }) => ({ id, end: placeOfMember(newest) }));
    const others = limits.inbox.maxCounted - 1;
    const depth = { withBodies: this.isMuted !== null, isUnread: false, looked: others, shown: others };
    const looked = places.length === 0 ? [] : await this.inbox.lookOn(this.owner, places, depth);
    const counted = new Map<string, Member[]>();
    for (const { id, members } of looked) counted.set(id, await this.wanted(members));
    return items.map((item) => ({ ...item, members: [item.newest, ...(counted.get(item.id) ?? [])] }));
  }

  /** Where the newest was found; the items into which another look is worth it. */
  private note(items: readonly LookedAtItem[], newest: Map<string, Member>): { id: string; end: TimePlace }[] {
    return items.flatMap(({ id, members, end }) => {
      this.textsLeft -= members.filter(({ body }) => body !== null).length;
      const found = members.find((member) => this.isWanted(member));
      if (found !== undefined) newest.set(id, found);
      return found === undefined && end !== null ? [{ id, end }] : [];
    });
  }

  private async wanted(members: readonly Member[]): Promise<Member[]> {
    const wanted: Member[] = [];
    for (let from = 0; from < members.length; from += textsOfTurn) {
      wanted.push(...members.slice(from, from + textsOfTurn).filter((member) => this.isWanted(member)));
      if (this.isMuted !== null) await letOthersGoOn();
    }
    return wanted;
  }

  private isWanted({ body }: Member): boolean {
    return body === null || this.isMuted === null || !this.isMuted(body);
  }
}

/** What is read is told by the newest that is shown: it may be older than one that went. */
export function isRead({ readTo, newest }: ShownItem): boolean {
  return newest.madeAt <= readTo;
}

export function placeOf({ toldAt, id }: StoredItem): TimePlace {
  return { at: toldAt.toISOString(), id };
}

/** Answers are; of all else the newest says it all. */
export function isCounted(kind: StoredItem['kind']): boolean {
  return kind === 'reply' || kind === 'mention';
}

function shownWith({ id, kind, toldAt, readTo }: StoredItem, newest?: Member): ShownItem[] {
  return newest === undefined ? [] : [{ id, kind, toldAt, readTo, newest }];
}
