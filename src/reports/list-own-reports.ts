import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { OwnReportsPage } from '../../contract/reports';
import { pageOf, readTimeCursor } from '../platform/http';
import { ReportsRepository } from './reports.repository';

/** What became of a reader's reports. */
@Injectable()
export class ListOwnReports {
  constructor(private readonly reports: ReportsRepository) {}

  /** @throws InvalidRequest */
  async execute(readerId: string, cursor?: string): Promise<OwnReportsPage> {
    const limit = limits.page.ownReports;
    const found = await this.reports.listOwn(readerId, { limit: limit + 1, after: readTimeCursor(cursor) });
    const { items, nextCursor } = pageOf(found, limit, ({ reportedAt, id }) => ({ at: reportedAt, id }));
    return { reports: items, nextCursor };
  }
}
