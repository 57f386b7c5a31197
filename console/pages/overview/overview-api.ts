import type { Overview, OverviewDays } from '../../../contract/overview';
import type { ConsoleApi } from '../../api/console-api';
import { sitePath } from '../../api/site-path';

/** What the overview asks of the service, for one site. */
export class OverviewApi {
  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    private readonly siteKey: string,
  ) {}

  read(days: OverviewDays): Promise<Overview> {
    return this.api.ask('GET', `${sitePath(this.siteKey)}/overview?days=${days}`);
  }
}
