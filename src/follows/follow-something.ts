import { Injectable } from '@nestjs/common';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { ReadersRepository } from '../readers';
import { assertIsSomebodyElse, assertMayFollow } from './follows.policy';
import { FollowsRepository } from './follows.repository';
import { type NamedSubject, SubjectsRepository } from './subjects.repository';

/**
 * Begins to follow a reader, a thread, a conversation or a section. Saying it twice changes nothing. Whom the reader muted can be followed: what they
 * write is seen when the mute ends.
 */
@Injectable()
export class FollowSomething {
  constructor(
    private readonly subjects: SubjectsRepository,
    private readonly follows: FollowsRepository,
    private readonly readers: ReadersRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound, Oneself, ReaderBlocked, FollowRefused, TooManyFollows */
  async execute({ readerId }: ReaderActor, named: NamedSubject): Promise<void> {
    const { siteId, kind, subject } = named;
    if (kind === 'reader') assertIsSomebodyElse(readerId, subject);
    await this.transactions.run((tx) => this.begin(tx, readerId, named));
    // After the commit: what is announced from now on knows of the follow, and what was announced before is there to be read.
    if (kind === 'reader') await this.transactions.run((tx) => this.follows.fillFeed(tx, { siteId, authorId: subject }));
  }

  private async begin(tx: Transaction, readerId: string, named: NamedSubject): Promise<void> {
    // Who blocks this reader locks them too, so a block comes before all of this or after it; and the count holds. Whoever is followed is not locked:
    // a hundred thousand may follow them at once.
    await this.readers.lockReaders(tx, [readerId]);
    const subjectId = await this.subjects.findId(tx, named, readerId);
    if (subjectId === undefined) throw new NotFound();
    const follow = { readerId, siteId: named.siteId, kind: named.kind, subjectId };
    if (await this.follows.isThere(tx, follow)) return;
    assertMayFollow(await this.follows.findStanding(tx, follow));
    await this.follows.insertFollow(tx, follow);
  }
}
