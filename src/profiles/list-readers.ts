import { Injectable } from '@nestjs/common';
import type { ListedReadersPage } from '../../contract/following';
import { limits } from '../../contract/limits';
import type { Actor } from '../platform/access';
import { NotFound, readTimeCursor, type TimePlace, writeTimeCursor } from '../platform/http';
import { ListedReadersRepository, type ListName, type LookedAt } from './listed-readers.repository';
import { MeetReader } from './meet-reader';
import { placeAfter } from './place-in-list';

/** A page is sought so often, among so many at a time; what is missing then comes with the next one. */
const maxLooks = 5;
const lookedAtOnce = 100;
const { listedReaders: limit } = limits.page;

/** Whom a reader follows on a site and who follows them there, where the site shows it; to anybody to whom it does not there is no such list. */
@Injectable()
export class ListReaders {
  constructor(
    private readonly lists: ListedReadersRepository,
    private readonly meetReader: MeetReader,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(actor: Actor, asked: { siteKey: string; id: string; list: ListName }, cursor?: string): Promise<ListedReadersPage> {
    const meeting = await this.meetReader.execute(actor, asked);
    let after = readTimeCursor(cursor);
    if (!(await this.lists.isShown(meeting))) throw new NotFound();
    const found: LookedAt[] = [];
    for (let looks = 0; looks < maxLooks; looks += 1) {
      const rows = await this.lists.look(asked.list, meeting, { limit: lookedAtOnce + 1, after });
      const looked = rows.slice(0, lookedAtOnce);
      found.push(...looked.filter(({ isListed }) => isListed));
      if (found.length > limit) return listedReaders(found.slice(0, limit), placeAfter(found.slice(0, limit)));
      if (rows.length === looked.length) return listedReaders(found);
      after = placeAfter(looked);
    }
    return listedReaders(found, after);
  }
}

/** `after`: where the list goes on; undefined where that was all. */
function listedReaders(found: readonly LookedAt[], after?: TimePlace): ListedReadersPage {
  const readers = found.map(({ id, name, isFollowed }) => ({ id, name, isFollowed }));
  return { readers, nextCursor: after === undefined ? null : writeTimeCursor(after) };
}
