import { Injectable } from '@nestjs/common';
import type { HeldComment } from '../../contract/moderation';
import type { FindingWithEvidence } from '../../contract/screening';
import type { CommentBody } from '../../contract/text';
import { Reads } from '../platform/database';
import type { TimePlace } from '../platform/http';
import { findingsSql } from '../screening';

interface HeldRow {
  id: string;
  thread_id: string;
  article_key: string;
  title: string;
  url: string;
  parent_id: string | null;
  author_id: string;
  author_name: string;
  text: string;
  body: CommentBody;
  revision: number;
  posted_at: Date;
  edited_at: Date | null;
  findings: FindingWithEvidence[];
}

/** The front door for moderation: what it may read of comments that the public does not see. */
@Injectable()
export class ModeratedCommentsRepository {
  constructor(private readonly reads: Reads) {}

  /** Where a comment of any status is. */
  async findPlace(commentId: string): Promise<{ threadId: string; siteId: string } | undefined> {
    const [row] = await this.reads.rows<{ thread_id: string; site_id: string }>(
      'select c.thread_id, t.site_id from comment c join thread t on t.id = c.thread_id where c.id = $1',
      [commentId],
    );
    return row && { threadId: row.thread_id, siteId: row.site_id };
  }

  /** The held comments of a site, oldest first. */
  async listHeld(siteId: string, { limit, after }: { limit: number; after?: TimePlace }): Promise<Omit<HeldComment, 'lease'>[]> {
    const rows = await this.reads.rows<HeldRow>(
      `select c.id, c.thread_id, t.article_key, t.title, t.url, c.parent_id, c.author_id, a.name as author_name,
              c.text, c.body, c.revision, c.posted_at, c.edited_at, ${findingsSql('c.id')} as findings
         from comment c join thread t on t.id = c.thread_id join reader a on a.id = c.author_id
        where t.site_id = $1 and c.status = 'held' ${after === undefined ? '' : 'and (c.posted_at, c.id) > ($3::timestamptz, $4::uuid)'}
        order by c.posted_at, c.id limit $2`,
      [siteId, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
    return rows.map(heldComment);
  }
}

function heldComment(row: HeldRow): Omit<HeldComment, 'lease'> {
  return {
    id: row.id,
    thread: { id: row.thread_id, articleKey: row.article_key, title: row.title, url: row.url },
    parentId: row.parent_id,
    author: { id: row.author_id, name: row.author_name },
    text: row.text,
    body: row.body,
    revision: row.revision,
    postedAt: row.posted_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    findings: row.findings,
  };
}
