import { Injectable } from '@nestjs/common';
import type { PeoplesDecision, ReplayExample } from '../../../contract/replays';
import type { CommentBody } from '../../../contract/text';
import { Reads } from '../../platform/database';
import { isStaffSql } from '../../sites';
import type { ExampleComments } from './replay.view';
import type { StandingThen } from './standing-then';

/** Of which comments, and how much has to be known of their authors. */
export interface Asked {
  siteId: string;
  since: Date;
  /** Ids between which they are, both not among them. */
  afterId: string;
  beforeId: string;
}

export interface LookedFor {
  /** Published comments of an author, up to so many. */
  comments: number;
  /** Days in which their rejections are counted, by both rules; undefined where neither asks. */
  rejectionDays: { before: number; after: number } | undefined;
}

export interface ReplayedComment extends StandingThen {
  id: string;
  threadId: string;
  authorId: string;
  text: string;
  body: CommentBody;
  decided: PeoplesDecision;
}

/** Who has written very much is known by as much of it. */
const enoughRows = 500;
const isAsked = `t.site_id = $1 and c.id > $2 and c.id < $3 and c.posted_at >= $4 and c.status <> 'withdrawn'`;

/** SQL: the status of the comment `o` at the time of `b`: what the last decision before gave, or what the first one after found. */
const statusThen = `coalesce(
  (select d.to_status from decision d where d.comment_id = o.id and d.decided_at <= b.posted_at order by d.decided_at desc, d.id desc limit 1),
  (select d.from_status from decision d where d.comment_id = o.id order by d.decided_at, d.id limit 1),
  o.status)`;

const publishedThen = `(
  select count(*)::int from (
    select from (select c.id, c.status from comment c join thread t on t.id = c.thread_id
                  where c.author_id = b.author_id and t.site_id = $1 and c.posted_at < b.posted_at limit ${enoughRows}) o
     where ${statusThen} = 'published' limit $6) published)`;

const rejectedThen = `(
  select count(*) filter (where o.posted_at > b.posted_at - make_interval(days => $7)) as before,
         count(*) filter (where o.posted_at > b.posted_at - make_interval(days => $8)) as after
    from (select c.id, c.status, c.posted_at from comment c join thread t on t.id = c.thread_id
           where $7 > 0 and c.author_id = b.author_id and t.site_id = $1 and c.status in ('rejected', 'removed')
             and c.posted_at < b.posted_at and c.posted_at > b.posted_at - make_interval(days => greatest($7, $8))
           order by c.posted_at desc limit ${enoughRows}) o
   where ${statusThen} in ('rejected', 'removed'))`;

/** The comments of a site as a replay reads them, in the order in which they were made. */
@Injectable()
export class ReplayedCommentsRepository {
  constructor(private readonly reads: Reads) {}

  async count({ siteId, afterId, beforeId, since }: Asked): Promise<number> {
    const [row] = await this.reads.rows<{ count: number }>(
      `select count(*)::int from comment c join thread t on t.id = c.thread_id where ${isAsked}`,
      [siteId, afterId, beforeId, since],
    );
    return row?.count ?? 0;
  }

  /** With what was known of their authors when they were posted, and what people have decided on them until now. */
  async list({ siteId, afterId, beforeId, since }: Asked, lookedFor: LookedFor, limit: number): Promise<ReplayedComment[]> {
    const { before = 0, after = 0 } = lookedFor.rejectionDays ?? {};
    return this.reads.prepared<ReplayedComment>(
      'replayed comments',
      `with b as materialized (
         select c.id, c.thread_id, c.author_id, c.text, c.body, c.status, c.posted_at from comment c join thread t on t.id = c.thread_id
          where ${isAsked} order by c.id limit $5)
       select b.id, b.thread_id as "threadId", b.author_id as "authorId", b.text, b.body,
              case when b.status <> 'held' and b.status = (
                select d.to_status from decision d where d.comment_id = b.id order by d.decided_at desc, d.id desc limit 1)
              then b.status else 'left' end as decided,
              ${isStaffSql('b.author_id', '$1')} as "isStaff", extract(epoch from b.posted_at - a.created_at)::float / 3600 as "accountHours",
              ${publishedThen} as published, rejected.before::int as "rejectedBefore", rejected.after::int as "rejectedAfter"
         from b join reader a on a.id = b.author_id cross join lateral ${rejectedThen} rejected order by b.id`,
      [siteId, afterId, beforeId, since, limit, lookedFor.comments, before, after],
    );
  }

  /** Those of the ids that are there and were not withdrawn. */
  async findExamples(ids: readonly string[]): Promise<ExampleComments> {
    const rows = await this.reads.rows<{ id: string; comment: NonNullable<ReplayExample['comment']>; postedAt: Date }>(
      `select c.id, c.posted_at as "postedAt", jsonb_build_object('author', jsonb_build_object('id', a.id, 'name', a.name), 'text', c.text,
              'thread', jsonb_build_object('title', t.title, 'url', t.url)) as comment
         from comment c join thread t on t.id = c.thread_id join reader a on a.id = c.author_id
        where c.id = any ($1::uuid[]) and c.status <> 'withdrawn'`,
      [ids],
    );
    return new Map(rows.map(({ id, comment, postedAt }) => [id, { ...comment, postedAt: postedAt.toISOString() }]));
  }
}
