import type { CommentBody } from '../../contract/text';

/** A text that somebody wants to post, or to replace theirs with. */
export interface Draft {
  commentId: string;
  threadId: string;
  authorId: string;
  text: string;
  body: CommentBody;
}
