import { Injectable } from '@nestjs/common';
import type { SanctionRequest } from '../../../contract/sanctions';
import type { Transaction } from '../../platform/database';
import { Clock, Ids } from '../../platform/time';
import { BeginBulk } from '../bulk/begin-bulk';

interface Sanctioned {
  siteId: string;
  madeBy: string;
}

/** A job has one verdict: what is published is removed by one, what waits is rejected by another. */
const removals = [
  { verdict: 'remove', status: 'published' },
  { verdict: 'reject', status: 'held' },
] as const;

/** What a reader has posted lately on a site goes with the sanction; what they have written elsewhere is for those who moderate there. */
@Injectable()
export class RemoveRecentComments {
  constructor(
    private readonly beginBulk: BeginBulk,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** In the transaction that puts the sanction. */
  async execute(tx: Transaction, { siteId, madeBy }: Sanctioned, request: SanctionRequest): Promise<void> {
    const { id: sanctionId, readerId, reasonId, message, removeCommentsOfHours } = request;
    if (removeCommentsOfHours === undefined) return;
    const from = new Date(this.clock.now().getTime() - removeCommentsOfHours * 3_600_000).toISOString();
    for (const { verdict, status } of removals) {
      const filter = { reader: readerId, status: [status], from };
      await this.beginBulk.begin(tx, { id: this.ids.next(), siteId, madeBy, verdict, reasonId, message, filter, sanctionId });
    }
  }
}
