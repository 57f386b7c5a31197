import { Injectable } from '@nestjs/common';
import type { CommentCount, CommentFilter } from '../../contract/search';
import type { CommentPlace } from '../comments';
import { Reads, TookTooLong } from '../platform/database';
import { stemSql } from './documents.repository';
import type { SiteFilter } from './filter-sql';
import { InTurn } from './in-turn';
import {
  amongAllSql,
  amongNewestSql,
  asksDocuments,
  countSql,
  lastOfNewestSql,
  type Statement,
  type Wanted,
  type WithWords,
} from './search-sql';
import { gramLength, gramsOf } from './search-words';
import { readTextQuery } from './text-query';

/** So many of the newest comments are looked at one by one before an index is asked for all that match: by their documents, or by themselves. */
const newestDocuments = 20_000;
const newestComments = 2_000;
/** And so many when that took too long. */
const manyNewest = 60_000;
/** What one statement may take. */
const patienceMilliseconds = 1_500;
/** For work that goes on without anybody waiting for it. */
const longPatienceMilliseconds = 10_000;
/** Expensive searches in this process; those who post need connections too. */
const bounds = { atOnce: 2, maxWaiting: 20 };
/** A part that is in more words than this is looked for without them. */
const maxWordsOfPart = 2_000;

const wordsOfPartSql = `select distinct ${stemSql('w.word', 's.search_language')} as stem
    from site s, comment_word w where s.id = $1 and strpos(w.word, $2) > 0`;

export interface Found {
  places: CommentPlace[];
  /** Where the search got to when it was given up; without it, all that match were found or as many as were wanted. */
  givenUpAt?: CommentPlace;
}

/** The comments of a site that a filter matches, newest first. */
@Injectable()
export class CommentSearchRepository {
  private readonly inTurn = new InTurn(bounds);

  constructor(private readonly reads: Reads) {}

  /** The filter with the stems of its words; undefined when its text has nothing to look for. */
  async readFilter(siteId: string, { text: source, ...filter }: CommentFilter): Promise<SiteFilter | undefined> {
    if (source === undefined) return { ...filter, siteId };
    const text = readTextQuery(source);
    return text && { ...filter, siteId, text: { ...text, stems: await this.findStems(siteId, text.words) } };
  }

  /**
   * First the newest are looked at: what is common is found there at once, and what is not costs little. Then an index is asked for all that match,
   * which are few for what is rare among the newest.
   */
  async list(filter: SiteFilter, wanted: Wanted): Promise<Found> {
    const newest = await this.listNewest(filter, wanted);
    if (newest.length === wanted.limit) return { places: newest };
    try {
      return { places: await this.listAll(filter, wanted, patienceMilliseconds) };
    } catch (error) {
      if (!(error instanceof TookTooLong)) throw error;
      return this.lookFurther(filter, wanted).catch(() => this.goNoFurther(filter, wanted, newest));
    }
  }

  /** For work on everything a filter matches. @throws TookTooLong */
  async idsAfter(filter: SiteFilter, wanted: Wanted): Promise<CommentPlace[]> {
    const newest = await this.listNewest(filter, wanted);
    return newest.length === wanted.limit ? newest : this.listAll(filter, wanted, longPatienceMilliseconds);
  }

  /** By the clock that comments and decisions have their times from; the application's may be another. */
  async now(): Promise<Date> {
    const [row] = await this.reads.rows<{ now: Date }>('select clock_timestamp() as now');
    if (row === undefined) throw new Error('the database does not tell the time');
    return row.now;
  }

  /** Where counting takes too long, there are more than none. */
  async count(filter: SiteFilter, atMost: number): Promise<Pick<CommentCount, 'count' | 'isMore'>> {
    const { sql, values } = countSql(await this.withWords(filter), atMost + 1);
    try {
      const [row] = await this.inTurn.run(() => this.reads.within<{ count: number }>(patienceMilliseconds, sql, values));
      const { count } = row ?? { count: 0 };
      return { count: Math.min(count, atMost), isMore: count > atMost };
    } catch (error) {
      if (error instanceof TookTooLong) return { count: 0, isMore: true };
      throw error;
    }
  }

  private listNewest(filter: SiteFilter, wanted: Wanted): Promise<CommentPlace[]> {
    return this.findPlaces(amongNewestSql(filter, wanted, asksDocuments(filter) ? newestDocuments : newestComments), patienceMilliseconds);
  }

  private async listAll(filter: SiteFilter, wanted: Wanted, patience: number): Promise<CommentPlace[]> {
    const statement = amongAllSql(await this.withWords(filter), wanted);
    return this.inTurn.run(() => this.findPlaces(statement, patience));
  }

  private async lookFurther(filter: SiteFilter, wanted: Wanted): Promise<Found> {
    const places = await this.findPlaces(amongNewestSql(filter, wanted, manyNewest), patienceMilliseconds);
    return places.length === wanted.limit ? { places } : { places, givenUpAt: await this.lastOfNewest(filter, wanted, manyNewest) };
  }

  private async goNoFurther(filter: SiteFilter, wanted: Wanted, places: CommentPlace[]): Promise<Found> {
    return { places, givenUpAt: await this.lastOfNewest(filter, wanted, asksDocuments(filter) ? newestDocuments : newestComments) };
  }

  private async lastOfNewest(filter: SiteFilter, wanted: Wanted, newest: number): Promise<CommentPlace | undefined> {
    const [place] = await this.findPlaces(lastOfNewestSql(filter, wanted, newest), patienceMilliseconds);
    return place;
  }

  private async findPlaces({ sql, values }: Statement, patience: number): Promise<CommentPlace[]> {
    const rows = await this.reads.within<{ posted_at: Date; id: string }>(patience, sql, values);
    return rows.map(({ posted_at, id }) => ({ postedAt: posted_at.toISOString(), id }));
  }

  private async findStems(siteId: string, words: readonly string[]): Promise<string[]> {
    if (words.length === 0) return [];
    const rows = await this.reads.rows<{ stem: string }>(
      `select ${stemSql('w.word', 's.search_language')} as stem from site s, unnest($2::text[]) w (word) where s.id = $1`,
      [siteId, words],
    );
    return rows.map(({ stem }) => stem);
  }

  /** For each part the stems of the words that it is in; none for a part that is in too many. */
  private async withWords(filter: SiteFilter): Promise<WithWords> {
    const partWords: string[][] = [];
    for (const part of filter.text?.parts ?? []) {
      const grams = gramsOf(part, gramLength);
      const byGrams = grams.length === 0 ? '' : 'and w.grams @> $3::text[]';
      const sql = `${wordsOfPartSql} ${byGrams} limit ${maxWordsOfPart + 1}`;
      const rows = await this.reads.rows<{ stem: string }>(sql, [filter.siteId, part, ...(grams.length === 0 ? [] : [grams])]);
      if (rows.length <= maxWordsOfPart) partWords.push(rows.map(({ stem }) => stem));
    }
    return { filter, partWords };
  }
}
