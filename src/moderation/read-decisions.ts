import { Injectable } from '@nestjs/common';
import type { DecisionFilter, DecisionRecord, DecisionRecordsPage } from '../../contract/decision-records';
import { limits } from '../../contract/limits';
import type { ReaderActor } from '../platform/access';
import { NotFound, readTimeCursor, writeTimeCursor } from '../platform/http';
import { SitesRepository } from '../sites';
import { csvLine } from './csv';
import { DecisionRecordsRepository, type RecordedDecision } from './decision-records.repository';
import { mayModerate } from './moderation.policy';

const batchRows = 500;
/** So that spreadsheets know the encoding. */
const byteOrderMark = '\ufeff';

const columns: Record<string, (decision: RecordedDecision) => string> = {
  decided_at: ({ decidedAt }) => decidedAt,
  decided_by: ({ decidedBy }) => decidedBy.name,
  decided_by_id: ({ decidedBy }) => decidedBy.id,
  from: ({ from }) => from,
  to: ({ to }) => to,
  reason: ({ reason }) => reason ?? '',
  comment_id: ({ commentId }) => commentId,
  revision: ({ revision }) => String(revision),
  author: ({ author }) => author.name,
  article: ({ articleTitle }) => articleTitle,
  article_url: ({ articleUrl }) => articleUrl,
  text: ({ text }) => text,
};

/** The record of what was decided on a site: moderators see all of it, whoever decided. */
@Injectable()
export class ReadDecisions {
  constructor(
    private readonly records: DecisionRecordsRepository,
    private readonly sites: SitesRepository,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async page(
    actor: ReaderActor,
    siteKey: string,
    { cursor, ...filter }: DecisionFilter & { cursor?: string },
  ): Promise<DecisionRecordsPage> {
    const siteId = await this.siteFor(actor, siteKey);
    const after = cursor === undefined ? undefined : readTimeCursor(cursor);
    const found = await this.records.listRecords(siteId, filter, { limit: limits.page.decisions + 1, after });
    const page = found.slice(0, limits.page.decisions);
    const last = page.at(-1);
    const hasMore = found.length > page.length && last !== undefined;
    return { decisions: page.map(decisionRecord), nextCursor: hasMore ? writeTimeCursor({ time: last.decidedAt, id: last.id }) : null };
  }

  /** All of them, as lines of RFC 4180: read batch by batch, as fast as somebody takes them. @throws NotFound */
  async csv(actor: ReaderActor, siteKey: string, filter: DecisionFilter): Promise<AsyncIterable<string>> {
    return this.linesOf(await this.siteFor(actor, siteKey), filter);
  }

  private async *linesOf(siteId: string, filter: DecisionFilter): AsyncIterable<string> {
    yield byteOrderMark + csvLine(Object.keys(columns));
    let after: { time: string; id: string } | undefined;
    for (;;) {
      const batch = await this.records.listRecords(siteId, filter, { limit: batchRows, after });
      const last = batch.at(-1);
      if (last === undefined) return;
      yield batch.map((decision) => csvLine(Object.values(columns).map((cell) => cell(decision)))).join('');
      if (batch.length < batchRows) return;
      after = { time: last.decidedAt, id: last.id };
    }
  }

  private async siteFor(actor: ReaderActor, siteKey: string): Promise<string> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !mayModerate(actor, site.id)) throw new NotFound();
    return site.id;
  }
}

function decisionRecord({ commentId, text, author, articleTitle, articleUrl, ...decision }: RecordedDecision): DecisionRecord {
  const excerpt = [...text].slice(0, limits.decision.excerptLength).join('');
  return { ...decision, comment: { id: commentId, excerpt, author, articleTitle, articleUrl } };
}
