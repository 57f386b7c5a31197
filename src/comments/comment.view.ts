import type { CommentStatus, CommentView, OwnComment, PublicAuthor, VisibleComment } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import type { CommentBody } from '../../contract/text';
import { isStaffSql } from '../sites';
import type { Comment } from './comment';

/** What every public query selects of a comment and its author, and nothing else. */
export interface PublicRow {
  id: string;
  seq: string;
  status: CommentStatus;
  visible: boolean;
  visible_since: string;
  parent_id: string | null;
  root_id: string;
  depth: number;
  author_id: string | null;
  author_name: string | null;
  author_is_staff: boolean;
  body: CommentBody | null;
  revision: number;
  posted_at: Date;
  edited_at: Date | null;
  likes: number;
  dislikes: number;
  reply_count: number;
  picked_at: Date | null;
}

/**
 * Text and author of an unpublished comment do not even leave the database. From `thread t`, `comment c left join reader a`. A role moves no
 * thread: a badge comes and goes with the next build of a page, for which their validity is a bound of half an hour at most.
 */
export const publicColumns = `c.id, c.seq, c.status, c.visible, c.visible_since, c.parent_id, c.root_id, c.depth, a.id as author_id, a.name as author_name,
  ${isStaffSql('a.id', 't.site_id')} as author_is_staff,
  case when c.status = 'published' then c.body end as body, c.revision, c.posted_at, c.edited_at, c.likes, c.dislikes, c.reply_count, c.picked_at`;
export const authorJoin = `left join reader a on a.id = c.author_id and c.status = 'published'`;

export function commentView(row: PublicRow): CommentView {
  return row.visible ? visibleComment(row) : { state: 'gone', id: row.id, seq: Number(row.seq) };
}

export function visibleComment(row: PublicRow): VisibleComment {
  const place = {
    id: row.id,
    seq: Number(row.seq),
    visibleSince: Number(row.visible_since),
    parentId: row.parent_id,
    rootId: row.root_id,
    depth: row.depth,
  };
  const postedAt = row.posted_at.toISOString();
  if (row.status !== 'published' || row.author_id === null || row.author_name === null || row.body === null) {
    return { state: 'tombstone', ...place, postedAt, replyCount: row.reply_count };
  }
  return {
    state: 'published',
    ...place,
    author: publicAuthor({ id: row.author_id, name: row.author_name, isStaff: row.author_is_staff }),
    body: row.body,
    revision: row.revision,
    postedAt,
    editedAt: row.edited_at?.toISOString() ?? null,
    pickedAt: row.picked_at?.toISOString() ?? null,
    likes: row.likes,
    dislikes: row.dislikes,
    replyCount: row.reply_count,
  };
}

export function publicAuthor({ id, name, isStaff }: { id: string; name: string; isStaff: boolean | null }): PublicAuthor {
  return { id, name, badge: isStaff ? 'staff' : null };
}

export function ownComment(comment: Comment): OwnComment {
  const editableUntil = new Date(comment.postedAt.getTime() + limits.comment.editWindowMinutes * 60_000);
  return {
    id: comment.id,
    clientId: comment.clientId,
    status: comment.status,
    parentId: comment.parentId,
    text: comment.text,
    body: comment.body,
    revision: comment.revision,
    postedAt: comment.postedAt.toISOString(),
    editableUntil: editableUntil.toISOString(),
  };
}
