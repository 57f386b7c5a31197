import { Injectable } from '@nestjs/common';
import type { PostedComment, ThreadState } from '../../contract/conversation';
import type { CommentBody } from '../../contract/text';
import type { Comment } from './comment';
import { ownComment } from './comment.view';
import type { Inserted, NewComment, Place } from './comments.repository';
import { PagesRepository } from './pages.repository';

/** What held in the thread when the comment was written. */
export type HeldThen = Pick<ThreadState, 'slowSeconds' | 'question'>;
type Described = Omit<NewComment, 'body' | 'digest'> & { body: CommentBody };

const untouched = { revision: 1, replyCount: 0, pickedAt: null };

/** The answer to the author of a post or an edit: built from what was just written where that is enough. */
@Injectable()
export class DescribePosted {
  constructor(private readonly pages: PagesRepository) {}

  published(comment: Described, inserted: Inserted, { slowSeconds, question }: HeldThen): PostedComment {
    const { seq, postedAt, head, commentCount, pickCount, author, rootId, depth } = inserted;
    const { id, parentId, body } = comment;
    return {
      own: ownComment({ ...comment, ...untouched, rootId, depth, status: 'published', postedAt, visible: true }),
      view: {
        state: 'published',
        id,
        seq,
        visibleSince: seq,
        parentId,
        rootId,
        depth,
        author,
        body,
        revision: 1,
        postedAt: postedAt.toISOString(),
        editedAt: null,
        pickedAt: null,
        likes: 0,
        dislikes: 0,
        replyCount: 0,
      },
      state: { mode: 'open', head, commentCount, slowSeconds, question, pickCount: pickCount || undefined },
    };
  }

  held(comment: Described & Place, { postedAt, state }: { postedAt: Date; state: ThreadState }): PostedComment {
    const own = ownComment({ ...comment, ...untouched, status: 'held', postedAt, visible: false });
    return { own, view: null, state };
  }

  async stored(comment: Comment): Promise<PostedComment> {
    const { state, comments } = await this.pages.findOne(comment.threadId, comment.id);
    return { own: ownComment(comment), view: comments[0] ?? null, state };
  }
}
