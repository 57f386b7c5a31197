import type { CommentPage, PublishedComment } from '../../../contract/conversation';
import type { ChangeThreadSettings, Picked, ThreadInConsole, ThreadsPage } from '../../../contract/thread-settings';
import type { ConsoleApi } from '../../api/console-api';
import { sitePath } from '../../api/site-path';
import type { Session } from '../../session/session';
import { turnPick } from '../turn-pick';
import type { Listed } from './texts';

/** What the pages of threads ask of the service; what meets an ended session goes on after signing in again. */
export class ThreadsApi {
  constructor(
    private readonly api: Pick<ConsoleApi, 'ask'>,
    private readonly session: Pick<Session, 'keepGoing'>,
  ) {}

  list(siteKey: string, text: string, cursor: string | null): Promise<ThreadsPage> {
    const query = new URLSearchParams({ text, ...(cursor !== null && { cursor }) });
    return this.ask('GET', `${sitePath(siteKey)}/threads?${query}`);
  }

  read(id: string): Promise<ThreadInConsole> {
    return this.ask('GET', `threads/${encodeURIComponent(id)}/settings`);
  }

  change(id: string, settings: ChangeThreadSettings): Promise<ThreadInConsole> {
    return this.ask('PATCH', `threads/${id}`, settings);
  }

  comments(id: string, listed: Listed, cursor: string | null): Promise<CommentPage> {
    const query = new URLSearchParams({ ...(listed !== 'picks' && { order: listed }), ...(cursor !== null && { cursor }) });
    return this.ask('GET', `threads/${id}/${listed === 'picks' ? 'picks' : 'comments'}?${query}`);
  }

  turnPick(comment: PublishedComment): Promise<Picked> {
    return this.session.keepGoing(() => turnPick(this.api, comment));
  }

  private ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    return this.session.keepGoing(() => this.api.ask<Answer>(method, path, body));
  }
}
