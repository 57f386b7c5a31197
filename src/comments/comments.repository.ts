import { Injectable } from '@nestjs/common';
import type { MyComment, PublicAuthor, ThreadState } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { isBlockedSql } from '../follows';
import { isCheckViolation, isUniqueViolation, Reads, type Transaction } from '../platform/database';
import type { TimePlace } from '../platform/http';
import { Clock } from '../platform/time';
import { goodStandingSql, keepShapeSql, type Screened } from '../screening';
import { isStaffSql } from '../sites';
import { noteNewCommentSql, noteTaken, type ThreadStateRow, threadState, threadStateColumns, threadStateTables } from '../threads';
import { type Comment, type CommentRow, commentColumns, toComment } from './comment';
import { publicAuthor } from './comment.view';
import { ParentGone } from './comments.errors';

/** What decides about a post, in one read. */
export interface ReplyContext {
  siteId: string;
  thread: ThreadState;
  closesAt: Date | null;
  /** The number of the last change of the thread's mode: what is decided by the mode holds while this does. */
  modeSeq: string;
  /** `isAuthorBlocking`: whoever replies. */
  parent?: { rootId: string; depth: number; status: Comment['status']; isAuthorBlocking: boolean };
  /** The comment this author already sent under the same client id. */
  earlier?: { comment: Comment; digest: Buffer };
}

interface ReplyContextRow extends ThreadStateRow {
  site_id: string;
  mode_seq: string;
  parent_root_id: string | null;
  parent_depth: number;
  parent_status: Comment['status'];
  is_parent_author_blocking: boolean;
  earlier: (Omit<CommentRow, 'posted_at' | 'picked_at'> & { posted_at: string; picked_at: string | null; request_digest: string }) | null;
}

export interface NewComment {
  id: string;
  threadId: string;
  parentId: string | null;
  authorId: string;
  clientId: string;
  digest: Buffer;
  text: string;
  body: string;
}

/** Where a comment stands in its conversation. */
export interface Place {
  rootId: string;
  depth: number;
}

export interface Inserted extends Place {
  seq: number;
  head: number;
  commentCount: number;
  pickCount: number;
  postedAt: Date;
  author: PublicAuthor;
}

interface InsertedRow {
  seq: string;
  head: string;
  comment_count: number;
  pick_count: number;
  posted_at: Date;
  root_id: string;
  depth: number;
  author_name: string;
  author_is_staff: boolean;
}

/** Somebody else's request with the same client id was faster. */
export class AlreadyPosted extends Error {}

/** What was decided by does not hold any more, or the thread is gone: nothing was done, and all has to be decided again. */
export class Overtaken extends Error {}

/** What a comment was decided by: the number of the thread's mode, and what its text was screened by. */
export interface DecidedBy {
  modeSeq: string;
  screened: Pick<Screened, 'version' | 'shape'>;
}

interface PostParts {
  /** How many numbers it takes: its own comes first. */
  numbers: 1 | 2;
  /** A part of the statement that changes the parent. */
  parent?: string;
  /** parent_id, root_id and depth. */
  place: string;
  from: string;
}

function postSql({ numbers, parent = '', place, from }: PostParts): string {
  const seq = `head.head - ${numbers - 1}`;
  return `with standing as materialized (${goodStandingSql({ version: '$10', shape: '$11' })}),
       head as (${noteNewCommentSql(numbers, { modeSeq: '$9', from: 'standing' })}), ${parent}
       fresh as (
         insert into comment (id, thread_id, site_id, parent_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body,
                              posted_at)
         select $2, $1, head.site_id, ${place}, $4, $5, $6, 'published', ${seq}, ${seq}, $7, $8, head.at from ${from}
         returning seq, posted_at, root_id, depth),
       shape as (${keepShapeSql('$11', 'head')})
       select fresh.seq, fresh.posted_at, fresh.root_id, fresh.depth, head.head, head.comment_count, head.pick_count, a.name as author_name,
              ${isStaffSql('a.id', 'head.site_id')} as author_is_staff
         from fresh, head, reader a where a.id = $4`;
}

const postCommentSql = postSql({ numbers: 1, place: '$3::uuid, $2, 0', from: 'head' });

const postReplySql = postSql({
  numbers: 2,
  parent: `parent as (
         update comment set reply_count = reply_count + 1, seq = head.head from head
          where id = $3 and thread_id = $1 and status = 'published' and depth < ${limits.comment.maxDepth}
            and not ${isBlockedSql('comment.author_id', '$4')} returning id, root_id, depth),`,
  place: 'parent.id, coalesce(parent.root_id, $2), coalesce(parent.depth, 0) + 1',
  from: 'head left join parent on true',
});

@Injectable()
export class CommentsRepository {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  async findReplyContext(wanted: {
    threadId: string;
    parentId: string | null;
    authorId: string;
    clientId: string;
  }): Promise<ReplyContext | undefined> {
    const [row] = await this.reads.prepared<ReplyContextRow>(
      'reply_context',
      `select ${threadStateColumns}, t.site_id, h.mode_seq, p.root_id as parent_root_id, p.depth as parent_depth, p.status as parent_status,
              ${isBlockedSql('p.author_id', '$3')} as is_parent_author_blocking, to_jsonb(e) as earlier
         from ${threadStateTables}
         left join comment p on p.id = $2 and p.thread_id = t.id
         left join comment e on e.author_id = $3 and e.client_id = $4
        where t.id = $1`,
      [wanted.threadId, wanted.parentId, wanted.authorId, wanted.clientId],
    );
    if (row === undefined) return undefined;
    return {
      siteId: row.site_id,
      thread: threadState(row, this.clock.now()),
      closesAt: row.closes_at,
      modeSeq: row.mode_seq,
      parent: parentOf(row),
      earlier: row.earlier === null ? undefined : earlierComment(row.earlier),
    };
  }

  /**
   * Takes the thread's next numbers, counts the reply on its parent and inserts the comment below it, in one statement. A reply whose parent
   * takes none, because of what it is or whom its author blocked, would have neither parent nor top-level place, which comment_place refuses, and with it the whole statement.
   * Nothing of it is done where something stands against the author, or the text.
   * @throws ParentGone, AlreadyPosted, Overtaken
   */
  async insertPublished(tx: Transaction, comment: NewComment, { modeSeq, screened }: DecidedBy): Promise<Inserted> {
    const isReply = comment.parentId !== null;
    const [row] = await inserted(
      tx.prepared<InsertedRow>(isReply ? 'post_reply' : 'post_comment', isReply ? postReplySql : postCommentSql, [
        ...insertParameters(comment),
        modeSeq,
        screened.version,
        screened.shape,
      ]),
    );
    if (row === undefined) throw new Overtaken();
    noteTaken(tx, { threadId: comment.threadId, head: Number(row.head), act: 'post' });
    return {
      seq: Number(row.seq),
      head: Number(row.head),
      commentCount: row.comment_count,
      pickCount: row.pick_count,
      postedAt: row.posted_at,
      rootId: row.root_id,
      depth: row.depth,
      author: publicAuthor({ id: comment.authorId, name: row.author_name, isStaff: row.author_is_staff }),
    };
  }

  /** A held comment takes no number: nobody may see that it is there. @throws AlreadyPosted, Overtaken */
  async insertHeld(tx: Transaction, comment: NewComment & Place, modeSeq: string): Promise<{ postedAt: Date }> {
    const [row] = await inserted(
      tx.rows<{ posted_at: Date }>(
        `insert into comment (id, thread_id, site_id, parent_id, author_id, client_id, request_digest, text, body, root_id, depth, status, posted_at)
         select $2, t.id, t.site_id, $3::uuid, $4, $5, $6, $7, $8, $10, $11, 'held', clock_timestamp()
           from (select thread_id from thread_head where thread_id = $1 and mode_seq = $9 for share) head join thread t on t.id = head.thread_id
          where $3::uuid is null or not exists (select from comment p where p.id = $3 and ${isBlockedSql('p.author_id', '$4')})
         returning posted_at`,
        [...insertParameters(comment), modeSeq, comment.rootId, comment.depth],
      ),
    );
    if (row === undefined) throw new Overtaken();
    return { postedAt: row.posted_at };
  }

  async findComment(id: string): Promise<Comment | undefined> {
    const [row] = await this.reads.rows<CommentRow>(`select ${commentColumns} from comment c where c.id = $1`, [id]);
    return row && toComment(row);
  }

  /** An author's comments in a thread that others do not see, newest first. */
  async listUnpublished(threadId: string, authorId: string): Promise<Comment[]> {
    const rows = await this.reads.rows<CommentRow>(
      `select ${commentColumns} from comment c
        where c.thread_id = $1 and c.author_id = $2 and c.status <> 'published' order by c.posted_at desc limit ${limits.page.ownUnpublished}`,
      [threadId, authorId],
    );
    return rows.map(toComment);
  }

  /** Those of an author, newest first. */
  async listByAuthor(authorId: string, { limit, before }: { limit: number; before?: TimePlace }): Promise<MyComment[]> {
    const rows = await this.reads.rows<Omit<MyComment, 'postedAt'> & { posted_at: Date }>(
      `select c.id, c.status, c.text, c.posted_at, jsonb_build_object('title', t.title, 'url', t.url) as thread,
              jsonb_build_object('key', s.key, 'name', s.name) as site
         from comment c join thread t on t.id = c.thread_id join site s on s.id = t.site_id
        where c.author_id = $1 ${before === undefined ? '' : 'and (c.posted_at, c.id) < ($3::timestamptz, $4::uuid)'}
        order by c.posted_at desc, c.id desc limit $2`,
      [authorId, limit, ...(before === undefined ? [] : [before.at, before.id])],
    );
    return rows.map(({ posted_at, ...comment }) => ({ ...comment, postedAt: posted_at.toISOString() }));
  }

  /** As it is under the lock of its thread, which the caller holds. */
  async lockComment(tx: Transaction, id: string): Promise<Comment> {
    const [row] = await tx.rows<CommentRow>(`select ${commentColumns} from comment c where c.id = $1 for no key update`, [id]);
    if (row === undefined) throw new Error(`comment ${id} vanished`);
    return toComment(row);
  }

  async keepRevision(tx: Transaction, comment: Comment): Promise<void> {
    await tx.rows('insert into comment_revision (comment_id, revision, text, replaced_at) values ($1, $2, $3, clock_timestamp())', [
      comment.id,
      comment.revision,
      comment.text,
    ]);
  }

  /** What was picked was the text of before. */
  async updateText(tx: Transaction, comment: Comment): Promise<void> {
    await tx.rows(
      `update comment set text = $2, body = $3, revision = $4, seq = coalesce($5, seq), edited_at = clock_timestamp(), picked_at = null where id = $1`,
      [comment.id, comment.text, JSON.stringify(comment.body), comment.revision, comment.seq ?? null],
    );
  }

  async updateStatus(tx: Transaction, comment: Comment): Promise<void> {
    await tx.rows('update comment set status = $2, seq = coalesce($3, seq), sort_seq = coalesce(sort_seq, $3) where id = $1', [
      comment.id,
      comment.status,
      comment.seq ?? null,
    ]);
  }

  /** What a cursor older than an hour would need. */
  async deleteSortPast(tx: Transaction): Promise<void> {
    await tx.rows(`delete from comment_sort_past where kept_at < now() - interval '1 hour'`);
  }

  async moveReactions(tx: Transaction, id: string, move: { likes: number; dislikes: number; seq: number }): Promise<void> {
    await tx.rows('update comment set likes = likes + $2, dislikes = dislikes + $3, seq = $4 where id = $1', [
      id,
      move.likes,
      move.dislikes,
      move.seq,
    ]);
  }

  async moveReplyCount(tx: Transaction, id: string, move: { by: 1 | -1; seq: number }): Promise<Comment> {
    const [row] = await tx.rows<CommentRow>(
      `update comment c set reply_count = reply_count + $2, seq = $3 where c.id = $1 returning ${commentColumns}`,
      [id, move.by, move.seq],
    );
    if (row === undefined) throw new Error(`comment ${id} vanished`);
    return toComment(row);
  }
}

async function inserted<Row>(insert: Promise<Row[]>): Promise<Row[]> {
  try {
    return await insert;
  } catch (error) {
    if (isUniqueViolation(error, 'comment_client_unique')) throw new AlreadyPosted();
    if (isCheckViolation(error, 'comment_place')) throw new ParentGone();
    throw error;
  }
}

function insertParameters(comment: NewComment): unknown[] {
  const { threadId, id, parentId, authorId, clientId, digest, text, body } = comment;
  return [threadId, id, parentId, authorId, clientId, digest, text, body];
}

function parentOf(row: ReplyContextRow): ReplyContext['parent'] {
  if (row.parent_root_id === null) return undefined;
  return {
    rootId: row.parent_root_id,
    depth: row.parent_depth,
    status: row.parent_status,
    isAuthorBlocking: row.is_parent_author_blocking,
  };
}

function earlierComment(row: NonNullable<ReplyContextRow['earlier']>): { comment: Comment; digest: Buffer } {
  const pickedAt = row.picked_at === null ? null : new Date(row.picked_at);
  return {
    comment: toComment({ ...row, posted_at: new Date(row.posted_at), picked_at: pickedAt }),
    digest: Buffer.from(row.request_digest.slice(2), 'hex'),
  };
}
