import { Injectable } from '@nestjs/common';
import type { CommentFilter } from '../../contract/search';
import type { CommentPlace } from '../comments';
import { Reads, TookTooLong } from '../platform/database';
import { stemSql } from './documents.repository';
import { commentConditions, placeConditions, type SiteFilter, textConditions, Values } from './filter-sql';
import { InTurn } from './in-turn';
import { gramLength, gramsOf } from './search-words';
import { readTextQuery } from './text-query';

/** So many of the newest comments are looked at one by one before an index is asked for all that match. */
const fewNewest = 4_000;
/** And so many when that took too long. */
const manyNewest = 40_000;
/** What one of them costs at most, so that the look itself ends. */
const patienceMilliseconds = 1_500;
/** Expensive searches in this process; those who post need connections too. */
const atOnce = 2;
/** A part that is in more words than this is looked for without them. */
const maxWordsOfPart = 2_000;

const wordsOfPartSql = `select distinct ${stemSql('w.word', 's.search_language')} as stem
    from site s, comment_word w where s.id = $1 and w.grams @> $3::text[] and strpos(w.word, $2) > 0 limit ${maxWordsOfPart + 1}`;

export interface Found {
  places: CommentPlace[];
  /** Where the search got to when it was given up; without it, all that match were found or `limit` of them. */
  givenUpAt?: CommentPlace;
}

export interface Wanted {
  limit: number;
  after?: CommentPlace;
}

/** The comments of a site that a filter matches, newest first. */
@Injectable()
export class CommentSearchRepository {
  private readonly inTurn = new InTurn(atOnce);

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
    const { limit } = wanted;
    const newest = await this.lookAtNewest(filter, wanted, fewNewest);
    if (newest.length === limit) return { places: newest };
    try {
      return { places: await this.inTurn.run(() => this.askForAll(filter, wanted, patienceMilliseconds)) };
    } catch (error) {
      if (!(error instanceof TookTooLong)) throw error;
      return this.lookFurther(filter, wanted).catch(() => this.goNoFurther(filter, wanted, newest));
    }
  }

  /** For work on everything a filter matches, which may take its time. @throws TookTooLong */
  async idsAfter(filter: SiteFilter, wanted: Wanted, patience = 10_000): Promise<CommentPlace[]> {
    const newest = await this.lookAtNewest(filter, wanted, fewNewest);
    return newest.length === wanted.limit ? newest : this.askForAll(filter, wanted, patience);
  }

  /** Undefined when counting took too long. */
  async count(filter: SiteFilter, atMost: number): Promise<{ count: number; isMore: boolean } | undefined> {
    const values = new Values();
    const { from, where } = await this.matching(filter, values);
    const sql = `select count(*)::int as count from (select 1 from ${from} where ${where} limit ${values.add(atMost + 1)}) matching`;
    const [row] = await this.reads.within<{ count: number }>(patienceMilliseconds, sql, values.list).catch((error: unknown) => {
      if (error instanceof TookTooLong) return [];
      throw error;
    });
    return row && { count: Math.min(row.count, atMost), isMore: row.count > atMost };
  }

  private async lookFurther(filter: SiteFilter, wanted: Wanted): Promise<Found> {
    const places = await this.lookAtNewest(filter, wanted, manyNewest);
    if (places.length === wanted.limit) return { places };
    return { places, givenUpAt: await this.placeAfter(filter, wanted, manyNewest) };
  }

  private async goNoFurther(filter: SiteFilter, wanted: Wanted, places: CommentPlace[]): Promise<Found> {
    return { places, givenUpAt: await this.placeAfter(filter, wanted, fewNewest) };
  }

  private lookAtNewest(filter: SiteFilter, { limit, after }: Wanted, newest: number): Promise<CommentPlace[]> {
    const values = new Values();
    const inSlice = [`d.site_id = ${values.add(filter.siteId)}`, ...placeConditions(filter, { values, name: 'd', after })];
    const where = [...textConditions(filter, values), ...commentConditions(filter, values)];
    return this.findPlaces(
      `select d.posted_at, d.comment_id as id
         from (select * from comment_document d where ${inSlice.join(' and ')} order by d.posted_at desc, d.comment_id desc limit ${newest}) d
         join comment c on c.id = d.comment_id ${where.length === 0 ? '' : `where ${where.join(' and ')}`}
        order by d.posted_at desc, d.comment_id desc limit ${values.add(limit)}`,
      values,
      patienceMilliseconds,
    );
  }

  private async askForAll(filter: SiteFilter, { limit, after }: Wanted, patience: number): Promise<CommentPlace[]> {
    const values = new Values();
    const { from, where } = await this.matching(filter, values, after);
    // Set apart, or the planner may walk through all comments by time in the hope of an early end.
    return this.findPlaces(
      `with matching as materialized (select c.posted_at, c.id from ${from} where ${where})
       select posted_at, id from matching order by posted_at desc, id desc limit ${values.add(limit)}`,
      values,
      patience,
    );
  }

  private async matching(filter: SiteFilter, values: Values, after?: CommentPlace): Promise<{ from: string; where: string }> {
    const ofSite = [
      `c.site_id = ${values.add(filter.siteId)}`,
      ...commentConditions(filter, values),
      ...placeConditions(filter, { values, name: 'c', after }),
    ];
    if (filter.text === undefined) return { from: 'comment c', where: ofSite.join(' and ') };
    const ofText = textConditions(filter, values, await this.findWordsOfParts(filter));
    return { from: 'comment_document d join comment c on c.id = d.comment_id', where: [...ofText, ...ofSite].join(' and ') };
  }

  private async findPlaces(sql: string, values: Values, patience: number): Promise<CommentPlace[]> {
    const rows = await this.reads.within<{ posted_at: Date; id: string }>(patience, sql, values.list);
    return rows.map(({ posted_at, id }) => ({ postedAt: posted_at.toISOString(), id }));
  }

  private async placeAfter(filter: SiteFilter, { after }: Wanted, newest: number): Promise<CommentPlace | undefined> {
    const values = new Values();
    const inSlice = [`d.site_id = ${values.add(filter.siteId)}`, ...placeConditions(filter, { values, name: 'd', after })];
    const [place] = await this.findPlaces(
      `select d.posted_at, d.comment_id as id from comment_document d where ${inSlice.join(' and ')}
        order by d.posted_at desc, d.comment_id desc offset ${newest - 1} limit 1`,
      values,
      patienceMilliseconds,
    );
    return place;
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
  private async findWordsOfParts({ siteId, text }: SiteFilter): Promise<string[][]> {
    const found: string[][] = [];
    for (const part of text?.parts ?? []) {
      const rows = await this.reads.rows<{ stem: string }>(wordsOfPartSql, [siteId, part, gramsOf(part, gramLength)]);
      if (rows.length <= maxWordsOfPart) found.push(rows.map(({ stem }) => stem));
    }
    return found;
  }
}
