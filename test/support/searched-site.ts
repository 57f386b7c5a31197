import type { FoundPage } from '../../contract/search';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import type { BrowserLike } from './browser-like';
import { until } from './live-reader';
import type { TestApp } from './test-app';

export type Parameters = Record<string, string | string[]>;

/** A site of its own with a thread, somebody who comments and somebody who searches. */
export class SearchedSite {
  private constructor(
    readonly server: TestApp,
    readonly threadId: string,
    readonly site: { id: string; key: string },
    readonly author: ReaderActor,
    readonly reader: BrowserLike,
    readonly moderator: BrowserLike,
  ) {}

  static async make(server: TestApp): Promise<SearchedSite> {
    const threadId = await aThread(server.sql);
    const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
    const author = await aReader(server.sql);
    const moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', rows[0].id));
    return new SearchedSite(server, threadId, rows[0], author, await aBrowser(server, author), moderator);
  }

  async post(text: string, given: { by?: BrowserLike; thread?: string } = {}): Promise<string> {
    const { by = this.reader, thread = this.threadId } = given;
    const { status, body } = await by.post(`/api/v1/threads/${thread}/comments`, aPost({ text }));
    expect([status, body]).toEqual([201, expect.anything()]);
    return body.own.id;
  }

  /** Everything that was written until now can be searched. */
  async prepared(): Promise<void> {
    await until('every comment can be searched', async () => {
      const { rows } = await this.server.sql.query(
        `select 1 from comment_document_due union all select 1 from comment_document_renewal
         union all select 1 from comment c where not exists (select from comment_document d where d.comment_id = c.id)`,
      );
      return rows.length === 0;
    });
  }

  async search(parameters: Parameters, by = this.moderator): Promise<FoundPage> {
    const { status, body } = await by.get(this.address('comments', parameters));
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  }

  async found(parameters: Parameters): Promise<string[]> {
    return (await this.search(parameters)).comments.map(({ id }) => id);
  }

  address(what: string, parameters: Parameters): string {
    const pairs = Object.entries(parameters).flatMap(([name, given]) => [given].flat().map((value) => [name, value]));
    return `/api/v1/sites/${this.site.key}/${what}?${new URLSearchParams(pairs)}`;
  }
}
