import { Injectable } from '@nestjs/common';
import type { MuteKind } from '../../contract/following';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { ReadersRepository } from '../readers';
import { assertIsSomebodyElse, assertMayMuteMore } from './follows.policy';
import { FollowsRepository } from './follows.repository';
import { MutesRepository } from './mutes.repository';

/**
 * Mutes or blocks a reader, everywhere; the one becomes the other. A block ends what the two follow of each other. A mute does not: it is known to nobody
 * but who muted, may be over tomorrow, and the other would see one follower less.
 */
@Injectable()
export class MuteReader {
  constructor(
    private readonly mutes: MutesRepository,
    private readonly follows: FollowsRepository,
    private readonly readers: ReadersRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound, Oneself, TooManyMutes */
  async execute({ readerId }: ReaderActor, mutedId: string, kind: MuteKind): Promise<void> {
    assertIsSomebodyElse(readerId, mutedId);
    await this.transactions.run(async (tx) => {
      const locked = await this.readers.lockReaders(tx, [readerId, mutedId]);
      if (!locked.includes(mutedId)) throw new NotFound();
      const mute = { readerId, mutedId };
      if (!(await this.mutes.isThere(tx, mute))) assertMayMuteMore(await this.mutes.count(tx, readerId));
      await this.mutes.putMute(tx, mute, kind);
      if (kind === 'block') await this.follows.deleteBetween(tx, readerId, mutedId);
    });
  }

  /** Who is not muted stays so. What a block ended does not come back. */
  async end({ readerId }: ReaderActor, mutedId: string): Promise<void> {
    await this.transactions.run((tx) => this.mutes.deleteMute(tx, { readerId, mutedId }));
  }
}
