import { Injectable } from '@nestjs/common';
import type { ReportReason } from '../../contract/reports';
import { NotFound } from '../platform/http';
import { ReasonsRepository } from '../reasons';
import { ThreadsRepository } from '../threads';

/** What comments of a thread can be reported for. */
@Injectable()
export class ListReportReasons {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly reasons: ReasonsRepository,
  ) {}

  /** @throws NotFound */
  async execute(threadId: string): Promise<ReportReason[]> {
    const thread = await this.threads.findThread(threadId);
    if (thread === undefined) throw new NotFound();
    const reasons = await this.reasons.listReasons(thread.siteId);
    return reasons.filter(({ isOn, isForReports }) => isOn && isForReports).map(({ id, key, title }) => ({ id, key, title }));
  }
}
