import { Injectable } from '@nestjs/common';
import type { ReactionKind, VisibleComment } from '../../contract/conversation';
import { CountReactions, type ReactionMove } from '../comments';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { assertMayReact, SanctionsRepository } from '../sanctions';
import { type ReactionPlace, ReactionsRepository } from './reactions.repository';

/** Puts, changes or (with no kind) takes back a reader's reaction. Saying the same twice changes nothing. */
@Injectable()
export class SetReaction {
  constructor(
    private readonly reactions: ReactionsRepository,
    private readonly countReactions: CountReactions,
    private readonly sanctions: SanctionsRepository,
    private readonly transactions: Transactions,
  ) {}

  async execute(actor: ReaderActor, commentId: string, kind?: ReactionKind): Promise<VisibleComment> {
    const threadId = await this.countReactions.threadOf(commentId);
    assertMayReact(await this.sanctions.findInThread(threadId, actor.readerId));
    const place = { commentId, threadId, readerId: actor.readerId };
    await this.transactions.run((tx) => this.set(tx, place, kind));
    return this.countReactions.view(threadId, commentId);
  }

  /** The same as a part of the caller's transaction. @throws NotFound when the comment is not published */
  async set(tx: Transaction, place: ReactionPlace, kind?: ReactionKind): Promise<void> {
    await this.countReactions.lock(tx, place.threadId);
    const before = await this.reactions.findKind(tx, place);
    if (before === kind) return;
    if (kind === undefined) await this.reactions.deleteReaction(tx, place);
    else await this.reactions.putReaction(tx, place, kind);
    await this.countReactions.move(tx, place.commentId, { likes: step('like', before, kind), dislikes: step('dislike', before, kind) });
  }
}

function step(kind: ReactionKind, before?: ReactionKind, after?: ReactionKind): ReactionMove['likes'] {
  return (Number(after === kind) - Number(before === kind)) as ReactionMove['likes'];
}
