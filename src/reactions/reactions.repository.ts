import { Injectable } from '@nestjs/common';
import type { ReactionKind } from '../../contract/conversation';
import { Reads, type Transaction } from '../platform/database';

export interface ReactionPlace {
  commentId: string;
  threadId: string;
  readerId: string;
}

@Injectable()
export class ReactionsRepository {
  constructor(private readonly reads: Reads) {}

  async findKind(tx: Transaction, { commentId, readerId }: ReactionPlace): Promise<ReactionKind | undefined> {
    const [row] = await tx.rows<{ kind: ReactionKind }>('select kind from reaction where comment_id = $1 and reader_id = $2', [
      commentId,
      readerId,
    ]);
    return row?.kind;
  }

  async putReaction(tx: Transaction, { commentId, threadId, readerId }: ReactionPlace, kind: ReactionKind): Promise<void> {
    await tx.rows(
      `insert into reaction (comment_id, reader_id, thread_id, kind) values ($1, $2, $3, $4)
       on conflict (comment_id, reader_id) do update set kind = excluded.kind, reacted_at = now()`,
      [commentId, readerId, threadId, kind],
    );
  }

  async deleteReaction(tx: Transaction, { commentId, readerId }: ReactionPlace): Promise<void> {
    await tx.rows('delete from reaction where comment_id = $1 and reader_id = $2', [commentId, readerId]);
  }

  async listInThread(threadId: string, readerId: string): Promise<Record<string, ReactionKind>> {
    const rows = await this.reads.rows<{ comment_id: string; kind: ReactionKind }>(
      'select comment_id, kind from reaction where thread_id = $1 and reader_id = $2',
      [threadId, readerId],
    );
    return Object.fromEntries(rows.map((row) => [row.comment_id, row.kind]));
  }
}
