import type { DecisionFilter, DecisionRecordsPage } from '../../../contract/decision-records';
import type { ConsoleApi } from '../../api/console-api';
import { sitePath } from '../../api/site-path';

/** What the page of decisions asks of the service, for one site. */
export class DecisionsApi {
  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    private readonly siteKey: string,
  ) {}

  page(filter: DecisionFilter, cursor: string | null): Promise<DecisionRecordsPage> {
    return this.api.ask('GET', this.path('decisions', { ...filter, ...(cursor !== null && { cursor }) }));
  }

  /** The address of all of them as a table, which a browser loads by itself. */
  tableUrl(filter: DecisionFilter): string {
    return `/api/v1/${this.path('decisions.csv', { ...filter })}`;
  }

  private path(name: string, query: Record<string, string>): string {
    const asked = new URLSearchParams(query).toString();
    return `${sitePath(this.siteKey)}/${name}${asked === '' ? '' : `?${asked}`}`;
  }
}
