import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { FollowKind } from '../../contract/following';
import { BrowserLike } from './browser-like';
import type { Demo } from './demo';
import { fromPage } from './frame-reader';

export interface Posted {
  article?: string;
  text: string;
  parentId?: string;
}

/** The demo, with others who write in its articles. */
export class FollowedDemo {
  private readonly threads = new Map<string, string>();

  constructor(private readonly demo: Demo) {}

  /** @throws Error where the name is taken */
  join(name: string): Promise<BrowserLike> {
    return new BrowserLike(this.demo.serviceUrl).join(name);
  }

  /** @returns the id of the comment */
  async post(by: BrowserLike, { article = 'night-train', text, parentId }: Posted): Promise<string> {
    const path = `/api/v1/threads/${await this.threadId(article)}/comments`;
    const { status, body } = await by.post(path, { clientId: randomUUID(), text, parentId });
    if (status !== 201) throw new Error(`not posted: ${JSON.stringify(body)}`);
    return body.own.id;
  }

  /** As who is logged in on a page. @returns the id of the comment */
  async postFrom(page: Page, { article = 'night-train', text }: Posted): Promise<string> {
    const path = `/api/v1/threads/${await this.threadId(article)}/comments`;
    return (await fromPage(page, path, { clientId: randomUUID(), text })).own.id;
  }

  /** Who is logged in on a page begins to follow. */
  async follow(page: Page, kind: FollowKind, subject: string): Promise<void> {
    const path = `/api/v1/sites/demo/follows/${kind}/${encodeURIComponent(subject)}`;
    const status = await page.evaluate(async (address) => (await fetch(address, { method: 'PUT' })).status, path);
    if (status !== 204) throw new Error(`${path}: ${status}`);
  }

  async idOf(reader: BrowserLike): Promise<string> {
    return (await reader.get('/api/v1/me')).body.reader.id;
  }

  async threadId(article: string): Promise<string> {
    const known = this.threads.get(article);
    if (known !== undefined) return known;
    const { id } = (await new BrowserLike(this.demo.serviceUrl).get(`/api/v1/sites/demo/threads/${article}`)).body;
    this.threads.set(article, id);
    return id;
  }
}
