import { Injectable } from '@nestjs/common';
import type { DecisionFilter, DecisionRecord, DecisionRecordsPage } from '../../contract/decision-records';
import { limits } from '../../contract/limits';
import type { ReaderActor } from '../platform/access';
import { pageOf, readTimeCursor, type TimePlace } from '../platform/http';
import { csvLine } from './csv';
import { DecisionRecordsRepository, type RecordedDecision } from './decision-records.repository';
import { ModeratedSite } from './moderated-site';

const batchRows = 500;
/** So that spreadsheets know the encoding. */
const byteOrderMark = '\ufeff';

const columns: Record<string, (decision: RecordedDecision) => string> = {
  decided_at: ({ decidedAt }) => decidedAt,
  decided_by: ({ decidedBy }) => decidedBy.name,
  decided_by_id: ({ decidedBy }) => decidedBy.id,
  from: ({ from }) => from,
  to: ({ to }) => to,
  ground: ({ reason }) => reason?.ground ?? '',
  reason: ({ reason }) => reason?.key ?? reason?.title ?? '',
  rule: ({ reason }) => reason?.rule ?? '',
  message: ({ message }) => message ?? '',
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
    private readonly sites: ModeratedSite,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async page(
    actor: ReaderActor,
    siteKey: string,
    { cursor, ...filter }: DecisionFilter & { cursor?: string },
  ): Promise<DecisionRecordsPage> {
    const { id: siteId } = await this.sites.find(actor, siteKey);
    const found = await this.records.listRecords(siteId, filter, { limit: limits.page.decisions + 1, after: readTimeCursor(cursor) });
    const { items, nextCursor } = pageOf(found, limits.page.decisions, ({ decidedAt: at, id }) => ({ at, id }));
    return { decisions: items.map(decisionRecord), nextCursor };
  }

  /** All of them, as lines of RFC 4180: read batch by batch, as fast as somebody takes them. @throws NotFound */
  async csv(actor: ReaderActor, siteKey: string, filter: DecisionFilter): Promise<AsyncIterable<string>> {
    return this.linesOf((await this.sites.find(actor, siteKey)).id, filter);
  }

  private async *linesOf(siteId: string, filter: DecisionFilter): AsyncIterable<string> {
    yield byteOrderMark + csvLine(Object.keys(columns));
    let after: TimePlace | undefined;
    for (;;) {
      const batch = await this.records.listRecords(siteId, filter, { limit: batchRows, after });
      const last = batch.at(-1);
      if (last === undefined) return;
      yield batch.map((decision) => csvLine(Object.values(columns).map((cell) => cell(decision)))).join('');
      if (batch.length < batchRows) return;
      after = { at: last.decidedAt, id: last.id };
    }
  }
}

function decisionRecord({ commentId, text, author, articleTitle, articleUrl, ...decision }: RecordedDecision): DecisionRecord {
  const excerpt = [...text].slice(0, limits.decision.excerptLength).join('');
  return { ...decision, comment: { id: commentId, excerpt, author, articleTitle, articleUrl } };
}
