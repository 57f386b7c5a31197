import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { ReportedPage } from '../../contract/reports';
import { ModeratedCommentsRepository } from '../comments';
import type { ReaderActor } from '../platform/access';
import { InvalidRequest } from '../platform/http';
import { NoticesRepository, ReportedCommentsRepository, ReportsRepository, type UrgencyPlace } from '../reports';
import { LeasesRepository } from './leases.repository';
import { ModeratedSite } from './moderated-site';

const cursorShape = /^(-?\d+(?:\.\d+)?)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What is open against visible comments of a site, the most urgent first. */
@Injectable()
export class ListReportedComments {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly reported: ReportedCommentsRepository,
    private readonly reports: ReportsRepository,
    private readonly notices: NoticesRepository,
    private readonly leases: LeasesRepository,
    private readonly sites: ModeratedSite,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(actor: ReaderActor, siteKey: string, cursor?: string): Promise<ReportedPage> {
    const site = await this.sites.find(actor, siteKey);
    const limit = limits.page.reportedComments;
    const found = await this.reported.list(site.id, { limit: limit + 1, after: cursor === undefined ? undefined : readCursor(cursor) });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      comments: await this.describe(site.id, page),
      nextCursor: found.length > page.length && last !== undefined ? writeCursor(last) : null,
    };
  }

  /** Without those that left the public meanwhile. */
  private async describe(siteId: string, page: Awaited<ReturnType<ReportedCommentsRepository['list']>>): Promise<ReportedPage['comments']> {
    const ids = page.map(({ id }) => id);
    const [comments, reports, notices, leases] = await Promise.all([
      this.comments.findPublished(ids),
      this.reports.listOpen(ids),
      this.notices.listOpen(ids),
      this.leases.findLeasesOn(siteId),
    ]);
    return page.flatMap(({ id, reportCount, noticeCount }) => {
      const comment = comments.get(id);
      if (comment === undefined) return [];
      const against = { reportCount, noticeCount, reports: reports.get(id) ?? [], notices: notices.get(id) ?? [] };
      return [{ ...comment, ...against, lease: leases.get(id) ?? null }];
    });
  }
}

function writeCursor({ priority, id }: UrgencyPlace): string {
  return Buffer.from(`${priority}|${id}`).toString('base64url');
}

/** @throws InvalidRequest */
function readCursor(text: string): UrgencyPlace {
  const [, priority, id] = cursorShape.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (priority === undefined || id === undefined)
    throw new InvalidRequest([{ field: 'cursor', detail: 'the cursor is not one of this list: begin at the first page' }]);
  return { priority: Number(priority), id };
}
