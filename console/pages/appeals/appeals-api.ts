import type { AppealsPage, DecideAppealRequest } from '../../../contract/sanctions';
import type { ConsoleApi } from '../../api/console-api';
import { queryOf } from '../../api/query-of';
import { sitePath } from '../../api/site-path';

/** Objections to decisions of others. Every method throws Refusal or NoAnswer. */
export class AppealsApi {
  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    private readonly siteKey: string,
  ) {}

  list(cursor: string | null): Promise<AppealsPage> {
    return this.api.ask('GET', `${sitePath(this.siteKey)}/appeals${queryOf({ cursor })}`);
  }

  decide(statementId: string, request: DecideAppealRequest): Promise<void> {
    return this.api.ask('PUT', `appeals/${statementId}/decision`, request);
  }
}
