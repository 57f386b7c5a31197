import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { NoticeReceipt, NoticeStatus, ReceivedNotice, ReportOutcome } from '../../contract/reports';
import { Reads, type Transaction } from '../platform/database';
import { isoTime } from './reports.repository';

export interface NewNotice {
  id: string;
  reference: string;
  commentId: string;
  explanation: string;
  law: string | null;
  name: string | null;
  email: string | null;
  isAboutMinors: boolean;
  revision: number;
}

type ReceiptRow = { reference: string; received_at: Date };

/** Notices of illegal content. Their addresses are for answering them and go to nobody. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly reads: Reads) {}

  /** The same words from the same address about the same comment, in the last day. */
  async findSame(
    tx: Transaction,
    { commentId, email, explanation }: Pick<NewNotice, 'commentId' | 'email' | 'explanation'>,
  ): Promise<NoticeReceipt | undefined> {
    const [row] = await tx.rows<ReceiptRow>(
      `select reference, received_at from notice
        where comment_id = $1 and email is not distinct from $2 and explanation = $3 and received_at > now() - interval '1 day' limit 1`,
      [commentId, email, explanation],
    );
    return row && receipt(row);
  }

  async insertNotice(tx: Transaction, notice: NewNotice): Promise<NoticeReceipt> {
    const { id, reference, commentId, explanation, law, name, email, isAboutMinors, revision } = notice;
    const [row] = await tx.rows<ReceiptRow>(
      `insert into notice (id, reference, comment_id, explanation, law, name, email, is_about_minors, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning reference, received_at`,
      [id, reference, commentId, explanation, law, name, email, isAboutMinors, revision],
    );
    if (row === undefined) throw new Error('the notice was not inserted');
    return receipt(row);
  }

  async findStatus(reference: string): Promise<NoticeStatus | undefined> {
    const [row] = await this.reads.rows<{ outcome: ReportOutcome; received_at: Date; settled_at: Date | null }>(
      'select outcome, received_at, settled_at from notice where reference = $1',
      [reference],
    );
    return row && { status: row.outcome, receivedAt: row.received_at.toISOString(), settledAt: row.settled_at?.toISOString() ?? null };
  }

  /** The newest open ones of each comment. */
  async listOpen(commentIds: readonly string[]): Promise<Map<string, ReceivedNotice[]>> {
    const rows = await this.reads.rows<{ comment_id: string; notices: ReceivedNotice[] }>(
      `select c.comment_id, jsonb_agg(o.notice order by o.at desc) as notices
         from unnest($1::uuid[]) as c (comment_id)
        cross join lateral (
          select n.received_at as at, jsonb_build_object(
                   'reference', n.reference, 'name', n.name, 'explanation', n.explanation, 'law', n.law, 'isAboutMinors', n.is_about_minors,
                   'revision', n.revision, 'receivedAt', to_char(n.received_at at time zone 'UTC', '${isoTime}')) as notice
            from notice n where n.comment_id = c.comment_id and n.outcome = 'open' order by n.received_at desc limit $2) o
        group by c.comment_id`,
      [commentIds, limits.report.shownPerComment],
    );
    return new Map(rows.map((row) => [row.comment_id, row.notices]));
  }
}

function receipt(row: ReceiptRow): NoticeReceipt {
  return { reference: row.reference, receivedAt: row.received_at.toISOString() };
}
