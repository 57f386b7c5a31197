import { Injectable } from '@nestjs/common';
import type { BulkView, SelectedComment } from '../../../contract/bulk';
import { Reads, type Transaction } from '../../platform/database';
import type { Bulk, BulkItem, ItemState } from './bulk';

export interface NewBulk extends Pick<Bulk, 'id' | 'siteId' | 'madeBy' | 'verdict' | 'reasonId' | 'message' | 'filter'> {
  /** That it was begun with. */
  sanctionId?: string;
}

interface BulkViewRow extends Omit<BulkView, 'madeBy' | 'madeAt' | 'reason'> {
  made_at: Date;
  maker_id: string;
  maker_name: string;
  reason: BulkView['reason'];
}

const columns = `b.id, b.site_id as "siteId", b.made_by as "madeBy", b.verdict, b.reason_id as "reasonId", b.message, b.filter, b.phase,
  b.is_paused as "isPaused", b.collected_to as "collectedTo", b.total, b.undone_by as "undoneBy", b.made_at as "madeAt",
  exists (select from staff_role r where r.reader_id = coalesce(b.undone_by, b.made_by) and r.role in ('moderator', 'editor', 'administrator')
             and (r.site_id = b.site_id) is not false) as "mayDecide"`;

const viewSql = `select b.id, b.verdict, b.message, b.filter, b.made_at, m.id as maker_id, m.name as maker_name, b.phase, b.is_paused as "isPaused",
    b.trouble, b.total, b.is_cut as "isCut", b.decided, b.passed_over as "passedOver", b.undone,
    case when r.id is not null then jsonb_build_object('key', r.key, 'title', r.title, 'ground', r.ground, 'rule', r.rule) end as reason
  from bulk b join reader m on m.id = b.made_by left join reason r on r.id = b.reason_id`;

@Injectable()
export class BulkRepository {
  constructor(private readonly reads: Reads) {}

  /** False where there is one of this id already. */
  async insertBulk(tx: Transaction, bulk: NewBulk): Promise<boolean> {
    const { id, siteId, madeBy, verdict, reasonId, message, filter, sanctionId = null } = bulk;
    const rows = await tx.rows(
      `insert into bulk (id, site_id, made_by, verdict, reason_id, message, filter, phase, sanction_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do nothing returning 1`,
      [id, siteId, madeBy, verdict, reasonId, message, JSON.stringify(filter), filter === null ? 'deciding' : 'collecting', sanctionId],
    );
    return rows.length > 0;
  }

  /** A selection of comments of the site, at the revisions that were read. */
  async insertSelection(tx: Transaction, { id, siteId }: Pick<Bulk, 'id' | 'siteId'>, selected: readonly SelectedComment[]): Promise<void> {
    await this.count(
      tx,
      id,
      `select c.id, c.thread_id, s.revision from jsonb_to_recordset($2::jsonb) s (id uuid, revision integer) join comment c on c.id = s.id where c.site_id = $3`,
      [JSON.stringify(selected), siteId],
    );
  }

  /** Comments that its filter matched, at the revisions that they have now; one may have been edited since it was found. */
  async insertMatches(tx: Transaction, { id, filter }: Pick<Bulk, 'id' | 'filter'>, commentIds: readonly string[]): Promise<void> {
    await this.count(
      tx,
      id,
      'select c.id, c.thread_id, c.revision from comment c where c.id = any($2) and (c.edited_at < $3::timestamptz) is not false',
      [commentIds, filter?.unchangedSince ?? null],
    );
  }

  async lockBulk(tx: Transaction, id: string): Promise<Bulk | undefined> {
    const [bulk] = await tx.rows<Bulk>(`select ${columns} from bulk b where b.id = $1 for no key update`, [id]);
    return bulk;
  }

  async findBulk(id: string): Promise<Bulk | undefined> {
    const [bulk] = await this.reads.rows<Bulk>(`select ${columns} from bulk b where b.id = $1`, [id]);
    return bulk;
  }

  /** Those at work of which nothing was heard for a while: the process that worked on them is gone. */
  async listStuck(): Promise<string[]> {
    const rows = await this.reads.rows<{ id: string }>(
      `select id from bulk where phase in ('collecting', 'deciding', 'undoing') and not is_paused and moved_at < now() - interval '30 seconds'`,
    );
    return rows.map(({ id }) => id);
  }

  async noteCollected(tx: Transaction, id: string, { to, isCut }: { to: Bulk['collectedTo']; isCut: boolean }): Promise<void> {
    await tx.rows(
      `update bulk set collected_to = $2, is_cut = $3, phase = case when $2::jsonb is null then 'deciding' else phase end, moved_at = clock_timestamp()
        where id = $1`,
      [id, to === null ? null : JSON.stringify(to), isCut],
    );
  }

  /** The next ones to decide on, or to undo, all of one thread. */
  async listToDo(tx: Transaction, id: string, { state, limit }: { state: 'waiting' | 'decided'; limit: number }): Promise<BulkItem[]> {
    return tx.rows<BulkItem>(
      `select i.comment_id as "commentId", i.thread_id as "threadId", i.revision, i.decision_id as "decisionId"
         from bulk_item i
        where i.bulk_id = $1 and i.state = $2
          and i.thread_id = (select thread_id from bulk_item where bulk_id = $1 and state = $2 order by thread_id limit 1)
        order by i.comment_id limit $3`,
      [id, state, limit],
    );
  }

  async noteItem(tx: Transaction, id: string, item: { commentId: string; state: ItemState; decisionId: string | null }): Promise<void> {
    await tx.rows('update bulk_item set state = $3, decision_id = coalesce($4, decision_id) where bulk_id = $1 and comment_id = $2', [
      id,
      item.commentId,
      item.state,
      item.decisionId,
    ]);
  }

  async noteMoved(tx: Transaction, id: string, moved: { decided?: number; passedOver?: number; undone?: number }): Promise<void> {
    await tx.rows(
      `update bulk set decided = decided + $2, passed_over = passed_over + $3, undone = undone + $4, moved_at = clock_timestamp() where id = $1`,
      [id, moved.decided ?? 0, moved.passedOver ?? 0, moved.undone ?? 0],
    );
  }

  async finish(tx: Transaction, id: string): Promise<void> {
    await tx.rows(
      `update bulk set phase = case phase when 'undoing' then 'undone' else 'done' end, moved_at = clock_timestamp() where id = $1`,
      [id],
    );
  }

  async pause(tx: Transaction, id: string, trouble: string | null = null): Promise<void> {
    await tx.rows('update bulk set is_paused = true, trouble = $2, moved_at = clock_timestamp() where id = $1', [id, trouble]);
  }

  /** What a sanction began and has not finished. */
  async pauseRemovals(tx: Transaction, sanctionId: string): Promise<void> {
    await tx.rows(
      `update bulk set is_paused = true, moved_at = clock_timestamp()
        where sanction_id = $1 and phase in ('collecting', 'deciding') and not is_paused`,
      [sanctionId],
    );
  }

  async resume(tx: Transaction, id: string): Promise<void> {
    await tx.rows('update bulk set is_paused = false, trouble = null, moved_at = clock_timestamp() where id = $1', [id]);
  }

  async undo(tx: Transaction, id: string, by: string): Promise<void> {
    await tx.rows(
      `update bulk set phase = 'undoing', undone_by = $2, is_paused = false, trouble = null, moved_at = clock_timestamp() where id = $1`,
      [id, by],
    );
  }

  /** Newest first. */
  async listViews(siteId: string, limit: number): Promise<BulkView[]> {
    const rows = await this.reads.rows<BulkViewRow>(`${viewSql} where b.site_id = $1 order by b.made_at desc, b.id desc limit $2`, [
      siteId,
      limit,
    ]);
    return rows.map(bulkView);
  }

  async findView(siteId: string, id: string): Promise<BulkView | undefined> {
    const [row] = await this.reads.rows<BulkViewRow>(`${viewSql} where b.site_id = $1 and b.id = $2`, [siteId, id]);
    return row && bulkView(row);
  }

  private async count(tx: Transaction, id: string, sql: string, parameters: readonly unknown[]): Promise<void> {
    await tx.rows(
      `with added as (
         insert into bulk_item (bulk_id, comment_id, thread_id, revision) select $1, found.* from (${sql}) found on conflict do nothing returning 1)
       update bulk set total = total + (select count(*) from added) where id = $1`,
      [id, ...parameters],
    );
  }
}

function bulkView({ made_at, maker_id, maker_name, ...row }: BulkViewRow): BulkView {
  return { ...row, madeBy: { id: maker_id, name: maker_name }, madeAt: made_at.toISOString() };
}
