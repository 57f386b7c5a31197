import { Injectable } from '@nestjs/common';
import type { DecisionView, LeaseView } from '../../contract/moderation';
import { Reads } from '../platform/database';
import { givenReasonSql } from '../sanctions';
import { stemSql } from './documents.repository';

interface AroundRow {
  id: string;
  decision: DecisionView | null;
  lease: LeaseView | null;
  pickedAt: string | null;
}

const isoSql = (time: string): string => `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What is told of found comments beside themselves. */
@Injectable()
export class FoundCommentsRepository {
  constructor(private readonly reads: Reads) {}

  /** The last decision on each, who looks at it, and since when it is picked. */
  async findAround(ids: readonly string[]): Promise<Map<string, Omit<AroundRow, 'id'>>> {
    const rows = await this.reads.rows<AroundRow>(
      `select wanted.id, decision, lease, case when c.status = 'published' then ${isoSql('c.picked_at')} end as "pickedAt" from unnest($1::uuid[]) wanted (id) join comment c on c.id = wanted.id
         left join lateral (
           select jsonb_build_object('id', d.id, 'commentId', d.comment_id, 'verdict', coalesce(d.verdict,
                    case d.to_status when 'published' then 'publish' when 'held' then 'hold' when 'rejected' then 'reject' else 'remove' end), 'revision', d.revision, 'from', d.from_status, 'to', d.to_status,
                    'decidedBy', jsonb_build_object('id', a.id, 'name', a.name), 'reason', ${givenReasonSql('s')},
                    'message', s.message, 'decidedAt', ${isoSql('d.decided_at')}) as decision
             from decision d join reader a on a.id = d.decided_by left join statement s on s.id = d.statement_id where d.comment_id = wanted.id order by d.decided_at desc, d.id desc limit 1) d on true
         left join lateral (
           select jsonb_build_object('by', jsonb_build_object('id', m.id, 'name', m.name), 'until', ${isoSql('l.until')}) as lease
             from lease l join reader m on m.id = l.moderator_id where l.comment_id = wanted.id and l.until > now()) l on true`,
      [ids],
    );
    return new Map(rows.map(({ id, ...around }) => [id, around]));
  }

  /** Those of the words that are a form of what has one of the stems. */
  async findForms(siteId: string, words: readonly string[], stems: readonly string[]): Promise<string[]> {
    const rows = await this.reads.rows<{ word: string }>(
      `select word from site s, unnest($2::text[]) w (word) where s.id = $1 and ${stemSql('word', 's.search_language')} = any($3::text[])`,
      [siteId, words, stems],
    );
    return rows.map(({ word }) => word);
  }
}
