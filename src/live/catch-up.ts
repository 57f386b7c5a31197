import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Changes } from '../../contract/conversation';
import { ListComments } from '../comments';
import { ThreadHeads } from '../threads';

/** Readers who come back together ask for the same range within moments; an answer can be large, so it is kept no longer. */
const sharedMilliseconds = 1_000;
const sharedAnswers = 50;

/** What came after a number. One read serves all who ask for the same range while nothing new happens. */
@Injectable()
export class CatchUp {
  private readonly answers = new LRUCache<string, Promise<Changes>>({ max: sharedAnswers, ttl: sharedMilliseconds, ttlAutopurge: true });

  constructor(
    private readonly listComments: ListComments,
    private readonly heads: ThreadHeads,
  ) {}

  /** As new as `sentUpTo` at least. @throws NotFound */
  async after(threadId: string, after: number, sentUpTo = 0): Promise<Changes> {
    const key = `${threadId} ${after} ${this.heads.headOf(threadId)}`;
    const shared = await this.answers.get(key);
    if (shared !== undefined && shared.state.head >= sentUpTo) return shared;
    const answer = this.listComments.changes(threadId, after);
    this.answers.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      this.answers.delete(key);
      throw error;
    }
  }
}
