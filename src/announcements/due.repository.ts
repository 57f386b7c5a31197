import { Injectable } from '@nestjs/common';
import { Reads, type Transaction } from '../platform/database';

const dueKinds = ['published', 'unpublished', 'picked', 'decided', 'sanctioned', 'appealed', 'reported'] as const;
type DueKind = (typeof dueKinds)[number];

/** Something that happened: `subjectId` is a comment, a decision, a sanction, a statement or a report. */
export interface DueRow {
  id: string;
  kind: DueKind;
  subjectId: string;
  notedAt: Date;
}

/** Whether it is that a comment came or went. */
export function isMove(kind: DueKind): boolean {
  return kind === 'published' || kind === 'unpublished';
}

/** After the last of them a row is put aside: about six hours after the first. */
const maxAttempts = 8;

/** SQL: what may be taken now. What a later version notes ($1 are the kinds of this one) waits for a process of that version. */
const isOpenSql = 'failed_at is null and (again_at is null or again_at <= now()) and kind = any($1)';
const takenSql = `returning id, kind, subject_id as "subjectId", noted_at as "notedAt"`;

/** What happened and readers are to be told of. Triggers write it, with what happened. */
@Injectable()
export class DueRepository {
  constructor(private readonly reads: Reads) {}

  async isAnythingDue(): Promise<boolean> {
    const [row] = await this.reads.prepared<{ is_due: boolean }>(
      'announcements_due',
      `select exists (select from announcement_due where ${isOpenSql}) as is_due`,
      [dueKinds],
    );
    return row?.is_due === true;
  }

  /**
   * So many of the oldest and so many of the newest, without those that another process has taken: whoever posts while a large import is worked off is told
   * at once. They are not due any more when the transaction commits. What follows from them depends on how things are, not on their order.
   */
  async takeDue(tx: Transaction, limit: number): Promise<DueRow[]> {
    return tx.prepared<DueRow>(
      'take_announcements_due',
      `delete from announcement_due where id = any(array(
         select id from (select id from announcement_due where ${isOpenSql} order by id limit $2 for update skip locked) oldest
          union all
         select id from (select id from announcement_due where ${isOpenSql} order by id desc limit $2 for update skip locked) newest))
       ${takenSql}`,
      [dueKinds, limit],
    );
  }

  /** One alone, if it is still due and no other process has it. */
  async takeOne(tx: Transaction, id: string): Promise<DueRow[]> {
    return tx.rows<DueRow>(
      `delete from announcement_due where id = (select id from announcement_due where id = $2 and ${isOpenSql} for update skip locked) ${takenSql}`,
      [dueKinds, id],
    );
  }

  /** Nobody can be told of it now: it is tried again after a pause that grows, and put aside at last. Whether it was. */
  async noteFailed(tx: Transaction, id: string): Promise<boolean> {
    const [row] = await tx.rows<{ is_aside: boolean }>(
      `update announcement_due
          set attempts = attempts + 1, again_at = case when attempts + 1 < ${maxAttempts} then now() + interval '1 second' * 4 ^ (attempts + 1) end,
              failed_at = case when attempts + 1 >= ${maxAttempts} then now() end
        where id = $1 returning failed_at is not null as is_aside`,
      [id],
    );
    return row?.is_aside === true;
  }

  /** What waits, what failed and is tried again, and what nobody tries any more. */
  async depth(): Promise<{ waiting: number; failing: number; dead: number }> {
    const [row] = await this.reads.rows<{ waiting: number; failing: number; dead: number }>(
      `select count(*) filter (where attempts = 0)::int as waiting,
              count(*) filter (where attempts > 0 and failed_at is null)::int as failing,
              count(*) filter (where failed_at is not null)::int as dead
         from announcement_due`,
    );
    return row ?? { waiting: 0, failing: 0, dead: 0 };
  }
}
