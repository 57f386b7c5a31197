import type { AuthorView } from '../../../contract/conversation';
import type { Decided, DecideRequest } from '../../../contract/moderation';
import type { CommentCount, CommentFilter, FoundComment, FoundPage } from '../../../contract/search';
import type { Picked } from '../../../contract/thread-settings';
import type { ConsoleApi } from '../../api/console-api';
import { queryOf } from '../../api/query-of';
import { sitePath } from '../../api/site-path';
import { turnPick } from '../turn-pick';

/** What the page of the search asks of the service, for one site. Every method throws Refusal or NoAnswer. */
export class SearchApi {
  constructor(
    private readonly api: Pick<ConsoleApi, 'ask' | 'decide'>,
    private readonly siteKey: string,
  ) {}

  comments(filter: CommentFilter, cursor: string | null): Promise<FoundPage> {
    return this.read('comments', { ...filter, ...(cursor !== null && { cursor }) });
  }

  count(filter: CommentFilter): Promise<CommentCount> {
    return this.read('comments/count', filter);
  }

  readers(name: string): Promise<AuthorView[]> {
    return this.read('readers', { name });
  }

  decide(commentId: string, request: DecideRequest): Promise<Decided> {
    return this.api.decide(commentId, request);
  }

  turnPick(comment: FoundComment): Promise<Picked> {
    return turnPick(this.api, comment);
  }

  private read<Answer>(path: string, query: object): Promise<Answer> {
    return this.api.ask('GET', `${sitePath(this.siteKey)}/${path}${queryOf(query)}`);
  }
}
