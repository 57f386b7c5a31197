import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { CommentStatus } from '../../contract/conversation';
import { readCommentText } from '../../src/comments/comment-text';

export interface PastComment {
  text?: string;
  daysAgo?: number;
  /** What people decided, one after the other; the first is what it was posted as. */
  statuses?: CommentStatus[];
  /** When they did. */
  decidedDaysAgo?: number;
}

/** A comment with its own time and its decisions, without numbers of the change log. */
export async function aPastComment(
  sql: Client,
  { threadId, authorId, deciderId }: { threadId: string; authorId: string; deciderId: string },
  { text: source = 'A calm thought.', daysAgo = 1, statuses = ['published'], decidedDaysAgo = 0 }: PastComment,
): Promise<string> {
  const { text, body } = readCommentText(source);
  await sql.query('begin');
  const { rows } = await sql.query(
    `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select id, $1, id, 0, $2, gen_random_uuid(), '', $3, $4, $5, now() - make_interval(mins => ($6::float * 1440)::int) from uuidv7() id returning id`,
    [threadId, authorId, statuses.at(-1), text, JSON.stringify(body), daysAgo],
  );
  const { id } = rows[0];
  for (const [index, to] of statuses.slice(1).entries())
    await sql.query(
      `insert into decision (id, comment_id, revision, from_status, to_status, decided_by, reason, decided_at)
       values ($1, $2, 1, $3, $4, $5, 'In words, which becomes its statement.',
               now() - make_interval(mins => ($6::float * 1440)::int) + make_interval(secs => $7))`,
      [randomUUID(), id, statuses[index], to, deciderId, decidedDaysAgo, index],
    );
  await sql.query('commit');
  return id;
}

/** Many published ones by one reader, each with the number it has among them. */
export async function manyPastComments(
  sql: Client,
  { threadId, authorId }: { threadId: string; authorId: string },
  { count, text }: { count: number; text: string },
): Promise<void> {
  await sql.query(
    `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select id, $1, id, 0, $2, gen_random_uuid(), '', 'published', $3 || n,
            jsonb_build_array(jsonb_build_object('type', 'paragraph', 'children', jsonb_build_array(jsonb_build_object('type', 'text', 'value', $3 || n)))),
            now() - interval '1 day'
       from generate_series(1, $4) n cross join lateral (select uuidv7() as id where n > 0) made`,
    [threadId, authorId, text, count],
  );
}
