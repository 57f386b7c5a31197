import type { AppealsPage, DecideAppealRequest } from '../../../contract/sanctions';
import type { ConsoleApi } from '../../api/console-api';

/** Objections to decisions of others. Every method throws Refusal or NoAnswer. */
export class AppealsApi {
  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    private readonly siteKey: string,
  ) {}

  list(cursor: string | null): Promise<AppealsPage> {
    const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
    return this.api.ask('GET', `sites/${encodeURIComponent(this.siteKey)}/appeals${query}`);
  }

  decide(statementId: string, request: DecideAppealRequest): Promise<void> {
    return this.api.ask('PUT', `appeals/${statementId}/decision`, request);
  }
}
