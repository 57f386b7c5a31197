import type { CommentStatus, ReactionKind } from '../../contract/conversation';
import { seededRandom } from './seeded-random';

/** A comment as its history left it. Comments, readers and texts are named by their place in a list. */
export interface PastComment {
  parent?: number;
  root: number;
  depth: number;
  author: number;
  text: number;
  status: CommentStatus;
  seq?: number;
  sortSeq?: number;
  postedAt: Date;
  replyCount: number;
  likes: number;
  dislikes: number;
}

export interface PastReaction {
  comment: number;
  reader: number;
  kind: ReactionKind;
}

export interface HistoryShape {
  comments: number;
  readers: number;
  texts: number;
  from: Date;
  until: Date;
}

const shareOfReplies = 0.55;
const shareOfReactions = 0.6;
const shareOfHeld = 0.01;
const shareOfLaterGone = 0.02;
const shareOfDislikes = 0.2;
const shareInPresentTalk = 0.6;
const presentTalk = 400;
const deepest = 24;

/**
 * Lives through a conversation in memory, action by action, by the rules of the change log: each takes the thread's next numbers,
 * stamps them on what it changed and moves the counters; an unpublished comment with visible replies stays as a tombstone.
 */
export class ThreadHistory {
  readonly comments: PastComment[] = [];
  readonly reactions: PastReaction[] = [];
  head = 0;
  commentCount = 0;
  private readonly random: () => number;

  constructor(
    private readonly shape: HistoryShape,
    seed: number,
  ) {
    this.random = seededRandom(seed);
    while (this.comments.length < shape.comments) this.act();
  }

  private act(): void {
    this.post();
    while (this.random() < shareOfReactions) this.react(this.someComment());
    if (this.random() < shareOfLaterGone) this.unpublish(this.someComment());
  }

  private post(): void {
    const parent = this.comments.length > 0 && this.random() < shareOfReplies ? this.someComment() : undefined;
    const above = parent === undefined ? undefined : this.comments[parent];
    const isReply = parent !== undefined && above?.status === 'published' && above.depth < deepest;
    const index = this.comments.length;
    const comment: PastComment = {
      parent: isReply ? parent : undefined,
      root: isReply ? above.root : index,
      depth: isReply ? above.depth + 1 : 0,
      author: this.below(this.shape.readers),
      text: this.below(this.shape.texts),
      status: this.random() < shareOfHeld ? 'held' : 'published',
      postedAt: this.timeOf(index),
      replyCount: 0,
      likes: 0,
      dislikes: 0,
    };
    this.comments.push(comment);
    if (comment.status === 'held') return;
    comment.seq = comment.sortSeq = this.nextNumber();
    this.commentCount += 1;
    if (isReply) this.countReply(above, 1);
  }

  private react(index: number): void {
    const comment = this.at(index);
    const already = comment.likes + comment.dislikes;
    if (comment.status !== 'published' || already >= this.shape.readers) return;
    const kind = this.random() < shareOfDislikes ? 'dislike' : 'like';
    this.reactions.push({ comment: index, reader: (index * 7919 + already) % this.shape.readers, kind });
    if (kind === 'like') comment.likes += 1;
    else comment.dislikes += 1;
    this.stampSorted(comment);
  }

  private unpublish(index: number): void {
    const comment = this.at(index);
    if (comment.status !== 'published') return;
    comment.status = 'withdrawn';
    comment.seq = this.nextNumber();
    this.commentCount -= 1;
    let hidden: PastComment | undefined = comment.replyCount === 0 ? comment : undefined;
    while (hidden?.parent !== undefined) {
      const above: PastComment = this.at(hidden.parent);
      this.countReply(above, -1);
      hidden = above.status !== 'published' && above.replyCount === 0 ? above : undefined;
    }
  }

  private countReply(above: PastComment, by: 1 | -1): void {
    above.replyCount += by;
    this.stampSorted(above);
  }

  /** What a top-level comment is sorted by has changed: see the trigger keep_sort_past. */
  private stampSorted(comment: PastComment): void {
    comment.seq = this.nextNumber();
    if (comment.parent === undefined) comment.sortSeq = comment.seq;
  }

  /** Mostly one of the present talk; half the time what it answers, so that what is much answered is answered more. */
  private someComment(): number {
    const count = this.comments.length;
    const reach = this.random() < shareInPresentTalk ? Math.min(presentTalk, count) : count;
    const index = count - 1 - this.below(reach);
    return this.random() < 0.5 ? (this.at(index).parent ?? index) : index;
  }

  private at(index: number): PastComment {
    const comment = this.comments[index];
    if (comment === undefined) throw new Error(`there is no comment ${index}`);
    return comment;
  }

  private nextNumber(): number {
    this.head += 1;
    return this.head;
  }

  private below(end: number): number {
    return Math.floor(this.random() * end);
  }

  private timeOf(index: number): Date {
    const { from, until, comments } = this.shape;
    return new Date(from.getTime() + Math.floor(((until.getTime() - from.getTime()) * index) / comments));
  }
}
