import { Injectable } from '@nestjs/common';
import type { CommentBody } from '../../contract/text';
import type { Transaction } from '../platform/database';

/** A row of `comment`, in the names of its columns. */
export interface ImportedCommentRow {
  id: string;
  parent_id: string | null;
  root_id: string;
  depth: number;
  author_id: string;
  client_id: string;
  status: 'published' | 'withdrawn';
  /** Null while it was never visible. */
  seq: number | null;
  revision: number;
  text: string;
  body: CommentBody;
  posted_at: Date;
  edited_at: Date | null;
  reply_count: number;
}

export interface ImportedRevisionRow {
  comment_id: string;
  revision: number;
  text: string;
  replaced_at: Date;
}

@Injectable()
export class ImportedCommentsRepository {
  async hasComments(tx: Transaction, threadId: string): Promise<boolean> {
    return (await tx.rows('select 1 from comment where thread_id = $1 limit 1', [threadId])).length > 0;
  }

  async insertComments(tx: Transaction, threadId: string, rows: readonly ImportedCommentRow[]): Promise<void> {
    await tx.rows(
      `insert into comment (id, thread_id, site_id, parent_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, revision,
                            text, body, posted_at, edited_at, reply_count)
       select c.id, t.id, t.site_id, c.parent_id, c.root_id, c.depth, c.author_id, c.client_id, sha256(convert_to(c.text, 'UTF8')), c.status, c.seq, c.seq,
              c.revision, c.text, c.body, c.posted_at, c.edited_at, c.reply_count
         from jsonb_to_recordset($2::jsonb) as c (id uuid, parent_id uuid, root_id uuid, depth smallint, author_id uuid, client_id uuid,
              status text, seq bigint, revision integer, text text, body jsonb, posted_at timestamptz, edited_at timestamptz, reply_count integer)
         join thread t on t.id = $1`,
      [threadId, JSON.stringify(rows)],
    );
  }

  async insertRevisions(tx: Transaction, rows: readonly ImportedRevisionRow[]): Promise<void> {
    await tx.rows(
      `insert into comment_revision (comment_id, revision, text, replaced_at)
       select * from jsonb_to_recordset($1::jsonb) as r (comment_id uuid, revision integer, text text, replaced_at timestamptz)`,
      [JSON.stringify(rows)],
    );
  }
}
