import type { CommentFilter } from '../../contract/search';
import type { CommentPlace } from '../comments';
import { idMark, ruleMark } from './documents.repository';
import type { TextQuery } from './text-query';

/** A filter on a site with its text as PostgreSQL looks for it. */
export interface SiteFilter extends Omit<CommentFilter, 'text'> {
  siteId: string;
  text?: TextQuery & { stems: string[] };
}

/** Is in no document. */
const noWord = '@';

/** The values of a statement, named as they come. */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** SQL that is true of `comment c`; its time is left out, which is also that of its document. */
export function commentConditions(filter: SiteFilter, values: Values): string[] {
  const { status, thread, section, reader, rule, unchangedSince } = filter;
  return [
    `c.site_id = ${values.add(filter.siteId)}::uuid`,
    ...(status === undefined ? [] : [`c.status = any(${values.add(status)}::text[])`]),
    ...(thread === undefined ? [] : [`c.thread_id = ${values.add(thread)}::uuid`]),
    ...(reader === undefined ? [] : [`c.author_id = ${values.add(reader)}::uuid`]),
    ...(section === undefined
      ? []
      : [
          `c.thread_id in (select t.id from thread t where t.site_id = ${values.add(filter.siteId)}::uuid and t.section = ${values.add(section)})`,
        ]),
    ...(rule === undefined ? [] : [`exists (select from finding f where f.comment_id = c.id and f.rule = ${values.add(rule)})`]),
    ...(unchangedSince === undefined ? [] : unchangedConditions(filter.siteId, values.add(unchangedSince), values)),
    // Whose text is gone for good, although the document may be a second behind.
    ...(filter.text === undefined ? [] : [`c.status <> 'withdrawn'`]),
  ];
}

/** SQL that is true of `comment c` when it was neither edited nor decided on then or later. */
function unchangedConditions(siteId: string, since: string, values: Values): string[] {
  return [
    `(c.edited_at is null or c.edited_at < ${since}::timestamptz)`,
    // By the site, so that the few of so short a time can be found at once instead of those of each comment.
    `not exists (select from decision n where n.comment_id = c.id and n.site_id = ${values.add(siteId)}::uuid and n.decided_at >= ${since}::timestamptz)`,
  ];
}

/** SQL that is true of `comment_document d` when its text is what is looked for; for each part `partWords` has the words of which one is in it. */
export function documentConditions(filter: SiteFilter, values: Values, partWords: readonly string[][] = []): string[] {
  const { siteId, thread, reader, rule, text } = filter;
  const marks = [siteId, thread, reader]
    .flatMap((id) => (id === undefined ? [] : [idMark(id)]))
    .concat(rule === undefined ? [] : [ruleMark(rule)]);
  const needed = [
    ...[...marks, ...(text?.stems ?? []), ...(text?.pairs ?? [])].map(quoted),
    ...(text?.openings ?? []).map((opening) => `${quoted(opening)}:*`),
    ...partWords.map((words) => `(${(words.length === 0 ? [noWord] : words).map(quoted).join('|')})`),
  ];
  return [
    `d.words @@ ${values.add(needed.join('&'))}::tsquery`,
    ...(text?.strings ?? []).map((string) => `strpos(d.folded, ${values.add(string)}) > 0`),
  ];
}

/** SQL for the time and the place of the table `name`. */
export function placeConditions(
  { from, until, unchangedSince }: SiteFilter,
  { values, name, after }: { values: Values; name: 'c' | 'd'; after?: CommentPlace },
): string[] {
  const id = name === 'c' ? 'c.id' : 'd.comment_id';
  return [
    ...(from === undefined ? [] : [`${name}.posted_at >= ${values.add(from)}::timestamptz`]),
    ...(until === undefined ? [] : [`${name}.posted_at < ${values.add(until)}::timestamptz`]),
    ...(unchangedSince === undefined ? [] : [`${name}.posted_at < ${values.add(unchangedSince)}::timestamptz`]),
    ...(after === undefined
      ? []
      : [`(${name}.posted_at, ${id}) < (${values.add(after.postedAt)}::timestamptz, ${values.add(after.id)}::uuid)`]),
  ];
}

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
