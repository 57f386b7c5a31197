import { Injectable } from '@nestjs/common';
import type { MutesPage, MuteView, MuteWords } from '../../contract/following';
import { limits } from '../../contract/limits';
import { Transactions } from '../platform/database';
import { pageOf, readTimeCursor } from '../platform/http';
import { type MuteRow, MutesRepository } from './mutes.repository';

/** Whom and which words a reader does not want to see; for their eyes only. */
@Injectable()
export class OwnMutes {
  constructor(
    private readonly mutes: MutesRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws InvalidRequest */
  async list(readerId: string, cursor?: string): Promise<MutesPage> {
    const limit = limits.page.mutes;
    const found = await this.mutes.listMutes(readerId, { limit: limit + 1, after: readTimeCursor(cursor) });
    const { items, nextCursor } = pageOf(found, limit, (row) => ({ at: row.muted_at.toISOString(), id: row.id }));
    return { mutes: items.map(muteView), nextCursor };
  }

  async words(readerId: string): Promise<MuteWords> {
    return { words: await this.mutes.listWords(readerId) };
  }

  /** In the place of all that were there. */
  async replaceWords(readerId: string, { words }: MuteWords): Promise<MuteWords> {
    await this.transactions.run((tx) => this.mutes.putWords(tx, readerId, words));
    return { words };
  }
}

function muteView({ id, name, is_blocked, muted_at }: MuteRow): MuteView {
  return { reader: { id, name }, kind: is_blocked ? 'block' : 'mute', mutedAt: muted_at.toISOString() };
}
