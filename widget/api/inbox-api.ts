import type { FeedPage, FeedSeenRequest, InboxPage, MarkReadRequest, NewsCount } from '../../contract/inbox';
import { after, type ParleyApi } from './parley-api';

/** The addresses of what waits for the reader on a site. Every method throws Refusal or NoAnswer. */
export class InboxApi {
  private readonly site: string;

  constructor(
    private readonly api: Pick<ParleyApi, 'read' | 'ask'>,
    siteKey: string,
  ) {
    this.site = `sites/${encodeURIComponent(siteKey)}`;
  }

  news(): Promise<NewsCount> {
    return this.api.read(`${this.site}/news`);
  }

  inbox(cursor: string | null): Promise<InboxPage> {
    return this.api.read(`${this.site}/inbox${after(cursor)}`);
  }

  markRead(request: MarkReadRequest): Promise<NewsCount> {
    return this.api.ask('POST', `${this.site}/inbox/read`, request);
  }

  feed(cursor: string | null): Promise<FeedPage> {
    return this.api.read(`${this.site}/feed${after(cursor)}`);
  }

  noteFeedSeen(request: FeedSeenRequest): Promise<NewsCount> {
    return this.api.ask('PUT', `${this.site}/feed/seen`, request);
  }
}
