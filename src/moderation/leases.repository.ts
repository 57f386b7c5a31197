import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { LeaseView } from '../../contract/moderation';
import { Reads, type Sql, type Transaction } from '../platform/database';

interface LeaseRow {
  moderator_id: string;
  moderator_name: string;
  until: Date;
}

const leaseColumns = 'l.moderator_id, m.name as moderator_name, l.until';
const forSoLong = `now() + interval '${limits.moderation.leaseSeconds} seconds'`;

/** A lease that has run out counts for nothing; its row is overwritten by the next. */
@Injectable()
export class LeasesRepository {
  constructor(private readonly reads: Reads) {}

  /** Undefined while somebody else has it. `isNew` is false for one that goes on. */
  async takeLease(tx: Transaction, commentId: string, moderatorId: string): Promise<{ until: Date; isNew: boolean } | undefined> {
    const [row] = await tx.rows<{ until: Date; is_new: boolean }>(
      `with before as (select moderator_id from lease where comment_id = $1 and until > now())
       insert into lease as l (comment_id, moderator_id, until) values ($1, $2, ${forSoLong})
       on conflict (comment_id) do update set moderator_id = excluded.moderator_id, until = excluded.until
        where l.until <= now() or l.moderator_id = excluded.moderator_id
       returning until, not exists (select from before) as is_new`,
      [commentId, moderatorId],
    );
    return row && { until: row.until, isNew: row.is_new };
  }

  /** False where the moderator has none. */
  async endLease(tx: Transaction, commentId: string, moderatorId: string): Promise<boolean> {
    const rows = await tx.rows('delete from lease where comment_id = $1 and moderator_id = $2 returning 1', [commentId, moderatorId]);
    return rows.length > 0;
  }

  /** Those on a site that last, by the id of the comment. Few at any time: each moderator looks at one comment, or some. */
  async findLeasesOn(siteId: string): Promise<Map<string, LeaseView>> {
    const rows = await this.reads.rows<LeaseRow & { comment_id: string }>(
      `select l.comment_id, ${leaseColumns} from lease l join reader m on m.id = l.moderator_id join comment c on c.id = l.comment_id
        where l.until > now() and c.site_id = $1`,
      [siteId],
    );
    return new Map(rows.map((row) => [row.comment_id, leaseView(row)]));
  }

  /** Of somebody else, while it lasts. */
  async findOthersLease(commentId: string, moderatorId: string, sql: Sql = this.reads): Promise<LeaseView | undefined> {
    const [row] = await sql.rows<LeaseRow>(
      `select ${leaseColumns} from lease l join reader m on m.id = l.moderator_id
        where l.comment_id = $1 and l.moderator_id <> $2 and l.until > now()`,
      [commentId, moderatorId],
    );
    return row && leaseView(row);
  }
}

function leaseView(row: LeaseRow): LeaseView {
  return { by: { id: row.moderator_id, name: row.moderator_name }, until: row.until.toISOString() };
}
