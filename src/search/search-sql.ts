import type { CommentPlace } from '../comments';
import { commentConditions, documentConditions, placeConditions, type SiteFilter, Values } from './filter-sql';

export interface Statement {
  sql: string;
  values: unknown[];
}

export interface Wanted {
  limit: number;
  /** Older than this one. */
  after?: CommentPlace;
}

/** A filter with, for each part of a word, the words that it is in. */
export interface WithWords {
  filter: SiteFilter;
  partWords: readonly string[][];
}

/** Whether documents know what is asked for; status and section are known by comments and threads alone. */
export function asksDocuments({ text, thread, reader, rule }: SiteFilter): boolean {
  return [text, thread, reader, rule].some((asked) => asked !== undefined);
}

/** Those that match among so many of the newest, each of which is looked at. */
export function amongNewestSql(filter: SiteFilter, { limit, after }: Wanted, newest: number): Statement {
  const values = new Values();
  const conditions = [...documentConditions(filter, values), ...commentConditions(filter, values)];
  const sql = `select d.posted_at, d.comment_id as id
      from (${newestSql(filter, { values, after, columns: '*' })} limit ${newest}) d join comment c on c.id = d.comment_id
     where ${conditions.join(' and ')} order by d.posted_at desc, d.comment_id desc limit ${values.add(limit)}`;
  return { sql, values: values.list };
}

/** The last of so many of the newest. */
export function lastOfNewestSql(filter: SiteFilter, { after }: Wanted, newest: number): Statement {
  const values = new Values();
  const columns = 'd.posted_at, d.comment_id as id';
  return { sql: `${newestSql(filter, { values, after, columns })} offset ${newest - 1} limit 1`, values: values.list };
}

/** All that match, then the newest of them: set apart, or the planner may walk through all comments by time in the hope of an early end. */
export function amongAllSql({ filter, partWords }: WithWords, { limit, after }: Wanted): Statement {
  const values = new Values();
  const status = filter.status ?? ['published'];
  const rest = `order by m.posted_at desc, m.id desc limit ${values.add(limit)}`;
  if (!asksDocuments(filter) || !status.includes('published')) {
    const matching = `select c.posted_at, c.id ${matchingSql({ filter, partWords }, values, after)}`;
    return { sql: `with matching as materialized (${matching}) select * from matching m ${rest}`, values: values.list };
  }
  const conditions = [...documentConditions(filter, values, partWords), ...placeConditions(filter, { values, name: 'd', after })];
  // Of these, comments are looked up one by one, newest first, until there are enough.
  const sql = `with matching as materialized (select d.posted_at, d.comment_id as id from comment_document d where ${conditions.join(' and ')})
    select m.posted_at, m.id from (select * from matching order by posted_at desc, id desc) m join comment c on c.id = m.id
     where ${commentConditions(filter, values).join(' and ')} ${rest}`;
  return { sql, values: values.list };
}

export function countSql(given: WithWords, atMost: number): Statement {
  const values = new Values();
  const sql = `select count(*)::int as count from (select 1 ${matchingSql(given, values)} limit ${values.add(atMost)}) m`;
  return { sql, values: values.list };
}

function matchingSql({ filter, partWords }: WithWords, values: Values, after?: CommentPlace): string {
  const ofComments = [...commentConditions(filter, values), ...placeConditions(filter, { values, name: 'c', after })].join(' and ');
  if (!asksDocuments(filter)) return `from comment c where ${ofComments}`;
  const ofDocuments = documentConditions(filter, values, partWords).join(' and ');
  return `from comment_document d join comment c on c.id = d.comment_id where ${ofDocuments} and ${ofComments}`;
}

function newestSql(filter: SiteFilter, { values, after, columns }: { values: Values; after?: CommentPlace; columns: string }): string {
  const conditions = [`d.site_id = ${values.add(filter.siteId)}`, ...placeConditions(filter, { values, name: 'd', after })];
  return `select ${columns} from comment_document d where ${conditions.join(' and ')} order by d.posted_at desc, d.comment_id desc`;
}
