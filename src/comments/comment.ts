import type { CommentStatus } from '../../contract/conversation';
import type { CommentBody } from '../../contract/text';

/** A comment as its module knows it; never leaves the server as it is. */
export interface Comment {
  id: string;
  threadId: string;
  parentId: string | null;
  rootId: string;
  depth: number;
  authorId: string;
  clientId: string;
  status: CommentStatus;
  /** Undefined while it was never visible. */
  seq?: number;
  revision: number;
  text: string;
  body: CommentBody;
  postedAt: Date;
  replyCount: number;
  visible: boolean;
  /** Since when it is an editors' pick, which is shown only while it is published. */
  pickedAt: Date | null;
}

export interface CommentRow {
  id: string;
  thread_id: string;
  parent_id: string | null;
  root_id: string;
  depth: number;
  author_id: string;
  client_id: string;
  status: CommentStatus;
  seq: string | null;
  revision: number;
  text: string;
  body: CommentBody;
  posted_at: Date;
  reply_count: number;
  visible: boolean;
  picked_at: Date | null;
}

export const commentColumns =
  'c.id, c.thread_id, c.parent_id, c.root_id, c.depth, c.author_id, c.client_id, c.status, c.seq, c.revision, c.text, c.body, c.posted_at, c.reply_count, c.visible, c.picked_at';

export function toComment(row: CommentRow): Comment {
  return {
    id: row.id,
    threadId: row.thread_id,
    parentId: row.parent_id,
    rootId: row.root_id,
    depth: row.depth,
    authorId: row.author_id,
    clientId: row.client_id,
    status: row.status,
    seq: row.seq === null ? undefined : Number(row.seq),
    revision: row.revision,
    text: row.text,
    body: row.body,
    postedAt: row.posted_at,
    replyCount: row.reply_count,
    visible: row.visible,
    pickedAt: row.picked_at,
  };
}
