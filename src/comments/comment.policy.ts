import type { CommentStatus, ThreadMode } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import type { Comment } from './comment';
import {
  CannotEdit,
  CommentChanged,
  EditWindowClosed,
  NotYourComment,
  ParentGone,
  ReplyRefused,
  ThreadClosed,
  ThreadNotOpen,
  TooDeep,
} from './comments.errors';

/** @throws ThreadNotOpen, ThreadClosed */
export function assertTakesComments(mode: ThreadMode): void {
  if (mode === 'closed') throw new ThreadClosed();
  if (mode === 'read_only') throw new ThreadNotOpen();
}

/** @throws ThreadClosed */
export function assertTakesReactions(mode: ThreadMode): void {
  if (mode === 'closed') throw new ThreadClosed();
}

/** Of a comment that is not published nobody learns whose it was. @throws ParentGone, ReplyRefused, TooDeep */
export function assertMayReplyTo(parent: { status: CommentStatus; depth: number; isAuthorBlocking: boolean }): void {
  if (parent.status !== 'published') throw new ParentGone();
  if (parent.isAuthorBlocking) throw new ReplyRefused();
  if (parent.depth >= limits.comment.maxDepth) throw new TooDeep();
}

/** What a new comment or a new text starts as. */
export function statusOfNewText(mode: ThreadMode): 'published' | 'held' {
  return mode === 'premoderated' ? 'held' : 'published';
}

/** @throws NotYourComment */
export function assertIsAuthor(readerId: string, comment: Comment): void {
  if (comment.authorId !== readerId) throw new NotYourComment();
}

/** Whether the comment has the edit already: the answer was lost on its way, and the author sends it again. */
export function hasEdit(comment: Comment, edit: { revision: number; text: string }): boolean {
  return comment.revision === edit.revision + 1 && comment.text === edit.text;
}

/** @throws CannotEdit, CommentChanged, EditWindowClosed */
export function assertMayEdit(comment: Comment, attempt: { revision: number; now: Date }): void {
  if (comment.status !== 'published' && comment.status !== 'held') throw new CannotEdit();
  if (comment.revision !== attempt.revision) throw new CommentChanged(comment.revision);
  const closesAt = comment.postedAt.getTime() + limits.comment.editWindowMinutes * 60_000;
  if (attempt.now.getTime() >= closesAt) throw new EditWindowClosed();
}

/** @throws CommentChanged */
export function assertMayBePicked({ status, revision }: Comment, read: number): void {
  if (status !== 'published')
    throw new CommentChanged(revision, { sentence: 'Only a published comment can be picked.', extensions: { status } });
  if (revision !== read) throw new CommentChanged(revision, { extensions: { status } });
}

/** @throws CannotEdit */
export function assertMayWithdraw(comment: Comment): void {
  if (comment.status === 'rejected' || comment.status === 'removed') throw new CannotEdit();
}
