import { Injectable } from '@nestjs/common';
import type { CommentStatus } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import type { HeldComment, ParentView } from '../../contract/moderation';
import type { FindingWithEvidence, ScreeningRule } from '../../contract/screening';
import type { CommentBody } from '../../contract/text';
import { Reads, type Transaction } from '../platform/database';
import { findingsSql } from '../screening';
import type { CommentPlace } from './comment-place';

/** A comment of any status as moderators see it. */
export type ModeratedComment = Omit<HeldComment, 'lease'> & { status: CommentStatus };

interface ModeratedRow {
  id: string;
  status: CommentStatus;
  thread_id: string;
  article_key: string;
  title: string;
  url: string;
  parents: ParentView[];
  author_id: string;
  author_name: string;
  text: string;
  body: CommentBody;
  revision: number;
  posted_at: Date;
  edited_at: Date | null;
  findings: FindingWithEvidence[];
}

const { parents, parentLength } = limits.moderation;

/** SQL: what `c` replies to, and what that replies to in turn, the nearest last. */
const parentsSql = `case when c.parent_id is null then '[]' else (
  with recursive up as (
    select p.id, p.parent_id, p.author_id, p.status, p.text, 1 as step from comment p where p.id = c.parent_id
    union all
    select p.id, p.parent_id, p.author_id, p.status, p.text, up.step + 1 from up join comment p on p.id = up.parent_id where up.step < ${parents})
  select jsonb_agg(jsonb_build_object('id', up.id, 'author', jsonb_build_object('id', w.id, 'name', w.name), 'status', up.status,
           'text', case when up.status = 'withdrawn' then '' else left(up.text, ${parentLength}) end) order by up.step desc)
    from up join reader w on w.id = up.author_id) end`;

/** What a withdrawn comment said is its author's again: the text does not even leave the database. */
const columns = `c.id, c.status, c.thread_id, t.article_key, t.title, t.url, ${parentsSql} as parents, c.author_id, a.name as author_name,
  case when c.status = 'withdrawn' then '' else c.text end as text, case when c.status = 'withdrawn' then '[]' else c.body end as body,
  c.revision, c.posted_at, c.edited_at, case when c.status = 'withdrawn' then '[]' else ${findingsSql('c.id')} end as findings`;
const tables = 'comment c join thread t on t.id = c.thread_id join reader a on a.id = c.author_id';

export interface HeldWanted {
  limit: number;
  after?: CommentPlace;
  rule?: ScreeningRule;
}

/** A comment as far as a report of it is concerned. */
export interface ReportedOn {
  status: CommentStatus;
  revision: number;
  authorId: string;
  threadId: string;
  siteId: string;
}

/** The front door for moderation: what it may read of comments that the public does not see. */
@Injectable()
export class ModeratedCommentsRepository {
  constructor(private readonly reads: Reads) {}

  /** Where a comment of any status is. */
  async findPlace(commentId: string): Promise<{ threadId: string; siteId: string } | undefined> {
    const [row] = await this.reads.rows<{ thread_id: string; site_id: string }>('select thread_id, site_id from comment where id = $1', [
      commentId,
    ]);
    return row && { threadId: row.thread_id, siteId: row.site_id };
  }

  /** What decides about a report of a comment, which stays so until the transaction ends. */
  async lockForReport(tx: Transaction, commentId: string): Promise<ReportedOn | undefined> {
    const [row] = await tx.rows<ReportedOn>(
      `select c.status, c.revision, c.author_id as "authorId", c.thread_id as "threadId", c.site_id as "siteId"
         from comment c where c.id = $1 for no key update`,
      [commentId],
    );
    return row;
  }

  /** The held comments of a site, oldest first; those in which a rule found something, where one is named. */
  async listHeld(siteId: string, { limit, after, rule }: HeldWanted): Promise<Omit<HeldComment, 'lease'>[]> {
    const values: unknown[] = [siteId, limit];
    const valued = (value: unknown): string => `$${values.push(value)}`;
    const place = rule === undefined ? 'c.posted_at, c.id' : 'h.posted_at, h.comment_id';
    const conditions = [
      `c.status = 'held'`,
      ...(rule === undefined ? ['c.site_id = $1'] : ['h.site_id = $1', `h.rule = ${valued(rule)}`]),
      ...(after === undefined ? [] : [`(${place}) > (${valued(after.postedAt)}::timestamptz, ${valued(after.id)}::uuid)`]),
    ];
    const rows = await this.reads.rows<ModeratedRow>(
      `select ${columns} from ${tables} ${rule === undefined ? '' : 'join held_by_rule h on h.comment_id = c.id'}
        where ${conditions.join(' and ')} order by ${place} limit $2`,
      values,
    );
    return rows.map(moderatedComment);
  }

  /** Comments of any status, newest first. */
  async listByIds(ids: readonly string[]): Promise<ModeratedComment[]> {
    const rows = await this.reads.rows<ModeratedRow>(
      `select ${columns} from ${tables} where c.id = any($1) order by c.posted_at desc, c.id desc`,
      [ids],
    );
    return rows.map((row) => ({ ...moderatedComment(row), status: row.status }));
  }

  /** Those of the ids that are published, by id. */
  async findPublished(ids: readonly string[]): Promise<Map<string, Omit<HeldComment, 'lease'>>> {
    const rows = await this.reads.rows<ModeratedRow>(`select ${columns} from ${tables} where c.id = any($1) and c.status = 'published'`, [
      ids,
    ]);
    return new Map(rows.map((row) => [row.id, moderatedComment(row)]));
  }
}

function moderatedComment(row: ModeratedRow): Omit<HeldComment, 'lease'> {
  return {
    id: row.id,
    thread: { id: row.thread_id, articleKey: row.article_key, title: row.title, url: row.url },
    parents: row.parents,
    author: { id: row.author_id, name: row.author_name },
    text: row.text,
    body: row.body,
    revision: row.revision,
    postedAt: row.posted_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    findings: row.findings,
  };
}
