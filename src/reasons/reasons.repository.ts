import { Injectable } from '@nestjs/common';
import type { ReasonView } from '../../contract/reasons';
import { Reads, type Sql, type Transaction } from '../platform/database';

const columns = 'r.id, r.key, r.title, r.ground, r.rule, r.is_on as "isOn", r.is_for_reports as "isForReports"';

@Injectable()
export class ReasonsRepository {
  constructor(private readonly reads: Reads) {}

  /** All of a site in its order, those that are off too. */
  async listReasons(siteId: string, sql: Sql = this.reads): Promise<ReasonView[]> {
    return sql.rows<ReasonView>(`select ${columns} from reason r where r.site_id = $1 order by r.position, r.id`, [siteId]);
  }

  async findReason(siteId: string, id: string, sql: Sql = this.reads): Promise<ReasonView | undefined> {
    const [reason] = await sql.rows<ReasonView>(`select ${columns} from reason r where r.site_id = $1 and r.id = $2`, [siteId, id]);
    return reason;
  }

  /** At the end of the site's order, under the lock of the site. */
  async insertReason(tx: Transaction, siteId: string, reason: ReasonView): Promise<void> {
    await tx.rows(
      `insert into reason (id, site_id, key, title, ground, rule, is_on, is_for_reports, position)
       select $2, $1, $3, $4, $5, $6, $7, $8, coalesce(max(position) + 1, 0) from reason where site_id = $1`,
      [siteId, reason.id, reason.key, reason.title, reason.ground, reason.rule, reason.isOn, reason.isForReports],
    );
  }

  async updateReason(tx: Transaction, reason: ReasonView): Promise<void> {
    const { id, title, ground, rule, isOn, isForReports } = reason;
    await tx.rows('update reason set title = $2, ground = $3, rule = $4, is_on = $5, is_for_reports = $6 where id = $1', [
      id,
      title,
      ground,
      rule,
      isOn,
      isForReports,
    ]);
  }

  /** Gives the reasons the order of `ids`, under the lock of the site. */
  async putInOrder(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.rows('update reason r set position = o.place - 1 from unnest($1::uuid[]) with ordinality as o (id, place) where r.id = o.id', [
      ids,
    ]);
  }
}
