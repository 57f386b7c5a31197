import type { BulkRequest, BulkView } from '../../contract/bulk';
import type { CommentCount, CommentFilter } from '../../contract/search';
import type { ConsoleApi } from '../api/console-api';
import { queryOf } from '../api/query-of';
import { sitePath } from '../api/site-path';

/** Jobs of decisions on one site. Every method throws Refusal or NoAnswer. */
export class BulkApi {
  private readonly path: string;

  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    siteKey: string,
  ) {
    this.path = sitePath(siteKey);
  }

  /** How many a filter matches now. */
  count(filter: CommentFilter): Promise<CommentCount> {
    return this.api.ask('GET', `${this.path}/comments/count${queryOf(filter)}`);
  }

  begin(request: BulkRequest): Promise<BulkView> {
    return this.api.ask('POST', `${this.path}/bulk`, request);
  }

  /** The newest. */
  list(): Promise<BulkView[]> {
    return this.api.ask('GET', `${this.path}/bulk`);
  }

  read(id: string): Promise<BulkView> {
    return this.api.ask('GET', `${this.path}/bulk/${id}`);
  }

  change(id: string, what: 'pause' | 'resume' | 'undo'): Promise<BulkView> {
    return this.api.ask('POST', `${this.path}/bulk/${id}/${what}`, {});
  }
}
