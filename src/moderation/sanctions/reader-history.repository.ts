import { Injectable } from '@nestjs/common';
import type { BulkProgress } from '../../../contract/bulk-progress';
import type { NoteView, ReaderHistory, SanctionKind, SanctionView } from '../../../contract/sanctions';
import { Reads, type Transaction } from '../../platform/database';
import { givenReason, inForceSql, type StatementRow } from '../../sanctions';
import { isStaffSql } from '../../sites';

interface SanctionRow extends Omit<StatementRow, 'found_by'> {
  kind: SanctionKind;
  is_everywhere: boolean;
  maker_id: string;
  maker_name: string;
  ends_at: Date | null;
  acknowledged_at: Date | null;
  lifted_at: Date | null;
  lifter_id: string | null;
  lifter_name: string | null;
  is_in_force: boolean;
  removals: BulkProgress[];
}

interface NoteRow {
  id: string;
  text: string;
  writer_id: string;
  writer_name: string;
  written_at: Date;
}

const maxShown = 100;

/** Of sanctions as they are seen on site $1. */
const sanctionsSql = `
  select s.id, s.kind, s.site_id is null as is_everywhere, m.reason_key, m.reason_title, m.ground, m.rule, m.message, m.made_at,
         maker.id as maker_id, maker.name as maker_name, s.ends_at, s.acknowledged_at, s.lifted_at, lifter.id as lifter_id, lifter.name as lifter_name,
         ${inForceSql} as is_in_force,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', b.id, 'verdict', b.verdict, 'phase', b.phase, 'isPaused', b.is_paused, 'total', b.total, 'decided', b.decided,
                   'passedOver', b.passed_over, 'undone', b.undone) order by b.verdict), '[]')
            from bulk b where b.sanction_id = s.id and b.site_id = $1) as removals
    from sanction s join statement m on m.id = s.statement_id join reader maker on maker.id = m.made_by left join reader lifter on lifter.id = s.lifted_by`;

/** What moderators of a site know of a reader. */
@Injectable()
export class ReaderHistoryRepository {
  constructor(private readonly reads: Reads) {}

  /** Somebody whom moderators of the site may sanction: who has written there. */
  async findTarget(tx: Transaction, siteId: string, readerId: string): Promise<{ isStaff: boolean } | undefined> {
    const [row] = await tx.rows<{ is_staff: boolean }>(
      `select ${isStaffSql('a.id', '$1')} as is_staff from reader a where a.id = $2 and ${hasWrittenSql}`,
      [siteId, readerId],
    );
    return row && { isStaff: row.is_staff };
  }

  /** Undefined where the reader has not written on the site. */
  async findReader(siteId: string, readerId: string): Promise<ReaderHistory['reader'] | undefined> {
    const [row] = await this.reads.rows<{ id: string; name: string; created_at: Date }>(
      `select a.id, a.name, a.created_at from reader a where a.id = $2 and ${hasWrittenSql}`,
      [siteId, readerId],
    );
    return row && { id: row.id, name: row.name, joinedAt: row.created_at.toISOString() };
  }

  async countComments(siteId: string, readerId: string): Promise<ReaderHistory['comments']> {
    const rows = await this.reads.rows<{ status: keyof ReaderHistory['comments']; count: number }>(
      `select c.status, count(*)::int as count from comment c where c.author_id = $2 and c.site_id = $1 group by c.status`,
      [siteId, readerId],
    );
    return {
      held: 0,
      published: 0,
      rejected: 0,
      removed: 0,
      withdrawn: 0,
      ...Object.fromEntries(rows.map((row) => [row.status, row.count])),
    };
  }

  /** Newest first; those of every site as well. */
  async listSanctions(siteId: string, readerId: string): Promise<SanctionView[]> {
    const rows = await this.reads.rows<SanctionRow>(
      `${sanctionsSql} where s.reader_id = $2 and (s.site_id = $1) is not false order by s.made_at desc, s.id desc limit ${maxShown}`,
      [siteId, readerId],
    );
    return rows.map(sanctionView);
  }

  async findSanction(siteId: string, id: string): Promise<SanctionView | undefined> {
    const [row] = await this.reads.rows<SanctionRow>(`${sanctionsSql} where s.id = $2 and (s.site_id = $1) is not false`, [siteId, id]);
    return row && sanctionView(row);
  }

  async listNotes(siteId: string, readerId: string): Promise<NoteView[]> {
    const rows = await this.reads.rows<NoteRow>(
      `select n.id, n.text, w.id as writer_id, w.name as writer_name, n.written_at from note n join reader w on w.id = n.written_by
        where n.site_id = $1 and n.reader_id = $2 order by n.written_at desc, n.id desc limit ${maxShown}`,
      [siteId, readerId],
    );
    return rows.map((row) => ({
      id: row.id,
      text: row.text,
      writtenBy: { id: row.writer_id, name: row.writer_name },
      writtenAt: row.written_at.toISOString(),
    }));
  }
}

const hasWrittenSql = `exists (select from comment c where c.author_id = a.id and c.site_id = $1)`;

function sanctionView(row: SanctionRow): SanctionView {
  return {
    id: row.id,
    kind: row.kind,
    isEverywhere: row.is_everywhere,
    reason: givenReason(row),
    message: row.message,
    madeBy: { id: row.maker_id, name: row.maker_name },
    madeAt: row.made_at.toISOString(),
    endsAt: row.ends_at?.toISOString() ?? null,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    lifted:
      row.lifted_at === null || row.lifter_id === null
        ? null
        : { by: { id: row.lifter_id, name: row.lifter_name ?? '' }, at: row.lifted_at.toISOString() },
    isInForce: row.is_in_force,
    removals: row.removals,
  };
}
