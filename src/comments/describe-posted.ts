import { Injectable } from '@nestjs/common';
import type { PostedComment } from '../../contract/conversation';
import type { CommentBody } from '../../contract/text';
import { Clock } from '../platform/time';
import { effectiveMode } from '../threads';
import type { Comment } from './comment';
import { ownComment } from './comment.view';
import type { Inserted, NewComment, ReplyContext } from './comments.repository';
import { PagesRepository } from './pages.repository';

type Described = Omit<NewComment, 'body' | 'digest'> & { body: CommentBody };

/** The answer to the author of a post or an edit: built from what was just written where that is enough. */
@Injectable()
export class DescribePosted {
  constructor(
    private readonly pages: PagesRepository,
    private readonly clock: Clock,
  ) {}

  published(comment: Described, { inserted, thread, authorName }: ReplyContext & { inserted: Inserted }): PostedComment {
    const { seq, postedAt, head, commentCount } = inserted;
    const { id, parentId, rootId, depth, body } = comment;
    return {
      own: ownComment({ ...comment, status: 'published', revision: 1, postedAt, replyCount: 0, visible: true }),
      view: {
        state: 'published',
        id,
        seq,
        visibleSince: seq,
        parentId,
        rootId,
        depth,
        author: { id: comment.authorId, name: authorName },
        body,
        revision: 1,
        postedAt: postedAt.toISOString(),
        editedAt: null,
        likes: 0,
        dislikes: 0,
        replyCount: 0,
      },
      state: { head, commentCount, mode: effectiveMode(thread, this.clock.now()) },
    };
  }

  held(comment: Described, postedAt: Date): Promise<PostedComment> {
    return this.stored({ ...comment, status: 'held', revision: 1, postedAt, replyCount: 0, visible: false });
  }

  async stored(comment: Comment): Promise<PostedComment> {
    const { state, comments } = await this.pages.findOne(comment.threadId, comment.id);
    const view = comments[0];
    return { own: ownComment(comment), view: view?.state === 'published' ? view : null, state };
  }
}
