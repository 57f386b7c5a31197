import { Injectable } from '@nestjs/common';
import type { VisibleComment } from '../../contract/conversation';
import type { Transaction } from '../platform/database';
import { NotFound } from '../platform/http';
import { ThreadsRepository, takeChanges } from '../threads';
import { assertTakesReactions } from './comment.policy';
import { CommentsRepository } from './comments.repository';
import { PagesRepository } from './pages.repository';

export interface ReactionMove {
  likes: -1 | 0 | 1;
  dislikes: -1 | 0 | 1;
}

/** The front door for reactions: which thread they are in, and the counters that follow them. */
@Injectable()
export class CountReactions {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadsRepository,
    private readonly pages: PagesRepository,
  ) {}

  /** The thread of a published comment. @throws NotFound */
  async threadOf(commentId: string): Promise<string> {
    const found = await this.comments.findComment(commentId);
    if (found?.status !== 'published') throw new NotFound();
    return found.threadId;
  }

  /** Locks a thread that takes reactions. @throws ThreadClosed */
  async lock(tx: Transaction, threadId: string): Promise<void> {
    assertTakesReactions(await this.threads.lockMode(tx, threadId));
  }

  /** Under the lock of the thread. @throws NotFound when it is not published any more */
  async move(tx: Transaction, commentId: string, move: ReactionMove): Promise<void> {
    const comment = await this.comments.lockComment(tx, commentId);
    if (comment.status !== 'published') throw new NotFound();
    const { firstSeq } = await takeChanges(tx, comment.threadId, { count: 1, comments: 0, act: 'react' });
    await this.comments.moveReactions(tx, commentId, { ...move, seq: firstSeq });
  }

  async view(threadId: string, commentId: string): Promise<VisibleComment> {
    const [view] = (await this.pages.findOne(threadId, commentId)).comments;
    if (view === undefined) throw new NotFound();
    return view;
  }
}
