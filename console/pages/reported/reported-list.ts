import type { ReportedComment, ReportedPage } from '../../../contract/reports';
import type { ConsoleApi } from '../../api/console-api';
import { queryOf } from '../../api/query-of';
import { sitePath } from '../../api/site-path';
import type { HeldItem } from '../../queue/held-item';

/** What the service lists as reported, page by page, and what it said of each last. */
export class ReportedList {
  private readonly known = new Map<string, { comment: ReportedComment; rank: number }>();
  private listed = 0;

  constructor(private readonly api: Pick<ConsoleApi, 'ask'>) {}

  /** @throws Refusal, NoAnswer */
  held = async (siteKey: string, cursor: string | null): Promise<ReportedPage> => {
    const page = await this.api.ask<ReportedPage>('GET', `${sitePath(siteKey)}/reported${queryOf({ cursor })}`);
    if (cursor === null) this.listed = 0;
    for (const comment of page.comments) this.known.set(comment.id, { comment, rank: this.listed++ });
    return page;
  };

  /** What is open against a comment. */
  against(id: string): Pick<ReportedComment, 'reports' | 'notices' | 'reportCount' | 'noticeCount'> {
    return this.known.get(id)?.comment ?? { reports: [], notices: [], reportCount: 0, noticeCount: 0 };
  }

  /** The most urgent first, as the service listed them last. */
  order = (items: readonly HeldItem[]): HeldItem[] => {
    const rank = ({ comment }: HeldItem): number => this.known.get(comment.id)?.rank ?? 0;
    return [...items].sort((one, other) => rank(one) - rank(other));
  };
}
