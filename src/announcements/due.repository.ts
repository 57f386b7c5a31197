import { Injectable } from '@nestjs/common';
import { Reads, type Transaction } from '../platform/database';

const dueKinds = ['published', 'unpublished', 'picked', 'decided', 'sanctioned', 'appealed', 'reported'] as const;
type DueKind = (typeof dueKinds)[number];

/** What happened, by its kind: ids of comments, decisions, sanctions, statements or reports. */
export type Due = Record<DueKind, string[]>;

/** What happened and readers are to be told of. Triggers write it, with what happened. */
@Injectable()
export class DueRepository {
  constructor(private readonly reads: Reads) {}

  async isAnythingDue(): Promise<boolean> {
    const [row] = await this.reads.prepared<{ is_due: boolean }>(
      'announcements_due',
      'select exists (select from announcement_due) as is_due',
      [],
    );
    return row?.is_due === true;
  }

  /**
   * So many of the oldest and so many of the newest, without those that another process has taken: whoever posts while a large import is worked off is told
   * at once. They are not due any more when the transaction commits. What follows from them depends on how things are, not on their order.
   */
  async takeDue(tx: Transaction, limit: number): Promise<{ due: Due; count: number }> {
    const rows = await tx.prepared<{ kind: DueKind; subject_id: string }>(
      'take_announcements_due',
      `delete from announcement_due where id = any(array(
         select id from (select id from announcement_due order by id limit $1 for update skip locked) oldest
          union all
         select id from (select id from announcement_due order by id desc limit $1 for update skip locked) newest))
       returning kind, subject_id`,
      [limit],
    );
    const of = (kind: DueKind): string[] => [...new Set(rows.filter((row) => row.kind === kind).map((row) => row.subject_id))];
    return { due: Object.fromEntries(dueKinds.map((kind) => [kind, of(kind)])) as Due, count: rows.length };
  }
}
