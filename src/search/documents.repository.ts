import { Injectable } from '@nestjs/common';
import { advisoryLocks, Reads, type Transaction } from '../platform/database';

/** What is searched of a comment, as its words are known; PostgreSQL brings them to their stems. */
export interface NewDocument {
  comment_id: string;
  site_id: string;
  posted_at: Date;
  folded: string;
  words: string[];
  /** What needs no stem. */
  marks: string[];
}

export interface SourceOfDocument {
  id: string;
  site_id: string;
  posted_at: Date;
  author_id: string;
  author_name: string;
  /** Empty when it was withdrawn. */
  text: string;
  thread_id: string;
  rules: string[];
}

export interface NewWord {
  word: string;
  grams: string[];
}

export interface ReaderOnSite {
  site_id: string;
  reader_id: string;
  folded_name: string;
  grams: string[];
}

/** SQL: the stem of a folded word by the rules of the language of a site, both columns of the query around it. */
export function stemSql(word: string, language: string): string {
  return `coalesce(nullif((ts_lexize(('parley_' || ${language})::regdictionary, ${word}))[1], ''), ${word})`;
}

/** Marks a document as of a site, a thread or a reader, by the random end of the id: short, and looked at again in the comment. No word has an @. */
export function idMark(id: string): string {
  return `@${id.slice(-12)}`;
}

/** Marks a document in which the check found something. */
export function ruleMark(rule: string): string {
  return `#${rule}`;
}

@Injectable()
export class DocumentsRepository {
  constructor(private readonly reads: Reads) {}

  async isAnythingDue(): Promise<boolean> {
    const [row] = await this.reads.prepared<{ is_due: boolean }>(
      'documents_due',
      'select exists (select from comment_document_due) or exists (select from comment_document_renewal) as is_due',
      [],
    );
    return row?.is_due === true;
  }

  /** Until the transaction ends nobody else writes documents: what one has read cannot overwrite what another read later. */
  async lockWriting(tx: Transaction): Promise<boolean> {
    const [row] = await tx.rows<{ is_ours: boolean }>('select pg_try_advisory_xact_lock($1) as is_ours', [advisoryLocks.searchDocuments]);
    return row?.is_ours === true;
  }

  /** Some of the comments that were written or changed; they are not due any more when the transaction commits. */
  async takeDue(tx: Transaction, limit: number): Promise<string[]> {
    const rows = await tx.rows<{ comment_id: string }>(
      `delete from comment_document_due where ctid = any(array(select ctid from comment_document_due limit $1)) returning comment_id`,
      [limit],
    );
    return [...new Set(rows.map((row) => row.comment_id))];
  }

  /**
   * The next comments of the sites whose documents are written anew, newer ones first, as ids are by time. So many are looked at, whosever they are.
   * Undefined when there is no such site.
   */
  async takeForRenewal(tx: Transaction, limit: number): Promise<string[] | undefined> {
    const [row] = await tx.rows<{ ids: string[] | null; sites: number }>(
      `with renewal as (select site_id, before_id from comment_document_renewal
              where before_id = (select before_id from comment_document_renewal order by before_id desc limit 1)),
            looked_at as (select c.id, c.site_id from comment c where c.id < (select before_id from renewal limit 1) order by c.id desc limit $1),
            moved as (update comment_document_renewal r set before_id = (select id from looked_at order by id limit 1)
                        from renewal where r.site_id = renewal.site_id and exists (select from looked_at)),
            done as (delete from comment_document_renewal r using renewal where r.site_id = renewal.site_id and not exists (select from looked_at))
       select (select array_agg(id) from looked_at where site_id in (select site_id from renewal)) as ids,
              (select count(*)::int from renewal) as sites`,
      [limit],
    );
    return row === undefined || row.sites === 0 ? undefined : (row.ids ?? []);
  }

  /** As they are now: after the comments were taken, so that no change is missed. */
  async readSources(tx: Transaction, ids: readonly string[]): Promise<SourceOfDocument[]> {
    return tx.rows(
      `select c.id, c.site_id, c.posted_at, c.author_id, c.thread_id, a.name as author_name,
              case when c.status = 'withdrawn' then '' else c.text end as text,
              array(select distinct f.rule from finding f where f.comment_id = c.id) as rules
         from comment c join reader a on a.id = c.author_id where c.id = any($1)`,
      [ids],
    );
  }

  async writeDocuments(tx: Transaction, documents: readonly NewDocument[]): Promise<void> {
    await tx.rows(
      `insert into comment_document (comment_id, site_id, posted_at, folded, words)
       select d.comment_id, d.site_id, d.posted_at, d.folded,
              array_to_tsvector(d.marks || array(select ${stemSql('w.word', 's.search_language')} from unnest(d.words) w (word)))
         from jsonb_to_recordset($1::jsonb) d (comment_id uuid, site_id uuid, posted_at timestamptz, folded text, words text[], marks text[])
         join site s on s.id = d.site_id
       on conflict (comment_id) do update set folded = excluded.folded, words = excluded.words`,
      [JSON.stringify(documents)],
    );
  }

  async findNewWords(tx: Transaction, words: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ word: string }>(
      'select word from unnest($1::text[]) n (word) where not exists (select from comment_word k where k.word = n.word)',
      [words],
    );
    return rows.map(({ word }) => word);
  }

  async insertWords(tx: Transaction, words: readonly NewWord[]): Promise<void> {
    await tx.rows(
      'insert into comment_word (word, grams) select word, grams from jsonb_to_recordset($1::jsonb) w (word text, grams text[]) on conflict do nothing',
      [JSON.stringify(words)],
    );
  }

  async writeReaders(tx: Transaction, readers: readonly ReaderOnSite[]): Promise<void> {
    await tx.rows(
      `insert into reader_on_site as known (site_id, reader_id, folded_name, grams)
       select * from jsonb_to_recordset($1::jsonb) r (site_id uuid, reader_id uuid, folded_name text, grams text[])
       on conflict (site_id, reader_id) do update set folded_name = excluded.folded_name, grams = excluded.grams
        where known.folded_name <> excluded.folded_name`,
      [JSON.stringify(readers)],
    );
  }

  /** Whether all that was written or changed on the site until then has its document. */
  async arePreparedUntil(siteId: string, time: Date): Promise<boolean> {
    const [row] = await this.reads.rows<{ are_prepared: boolean }>(
      `select not exists (select from comment_document_renewal where site_id = $1)
          and not exists (select from comment_document_due where noted_at <= $2) as are_prepared`,
      [siteId, time],
    );
    return row?.are_prepared === true;
  }

  /** Whether documents of the site are missing or old: while they are all written anew, or the writer is behind. */
  async isBehind(siteId: string): Promise<boolean> {
    const [row] = await this.reads.prepared<{ is_behind: boolean }>(
      'documents_behind',
      `select exists (select from comment_document_renewal where site_id = $1)
           or coalesce((select noted_at < now() - interval '10 seconds' from comment_document_due limit 1), false) as is_behind`,
      [siteId],
    );
    return row?.is_behind === true;
  }
}
