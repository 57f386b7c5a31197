import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { HeldComment, Verdict } from '../../contract/moderation';
import type { ReasonView, StandardReason } from '../../contract/reasons';
import { type Answer, BrowserLike } from './browser-like';
import type { Demo } from './demo';
import type { TestBrowser } from './demo-in-browser';

const password = 'correct horse battery';
const article = 'night-train';
const held = '/api/v1/sites/demo/held';

/** The demo with a premoderated article, an administrator and readers whose comments are held. */
export class HeldInDemo {
  private readers: BrowserLike[] = [];
  private threadId = '';
  private posted = 0;
  /** Ids of the site's reasons. */
  private reasons: Record<string, string> = {};
  private readonly authors = new Map<string, BrowserLike>();

  private constructor(
    private readonly demo: Demo,
    /** Decides by the API, as a colleague would. */
    readonly administrator: BrowserLike,
  ) {}

  static async begin(demo: Demo): Promise<HeldInDemo> {
    const made = new HeldInDemo(demo, await demo.administrator());
    const names = ['Anna Others', 'Bert Others', 'Carla Others', 'Dora Others'];
    made.readers = await Promise.all(names.map((name) => new BrowserLike(demo.serviceUrl).join(name)));
    const thread = { url: `${demo.publisherUrl}/${article}`, title: 'The night train', mode: 'premoderated' };
    const { status, body } = await made.administrator.send('PUT', `/api/v1/sites/demo/threads/${article}`, { body: thread });
    if (status !== 200) throw new Error(`not premoderated: ${status}`);
    made.threadId = body.id;
    const reasons = await made.administrator.get('/api/v1/sites/demo/reasons');
    made.reasons = Object.fromEntries(reasons.body.map(({ id, key }: ReasonView) => [key, id]));
    return made;
  }

  /** One comment by somebody; its id. */
  async hold(text: string, by = this.readers[this.posted++ % this.readers.length] as BrowserLike): Promise<string> {
    const answer = await this.post(by, text);
    if (answer.status !== 201) throw new Error(`not posted: ${JSON.stringify(answer.body)}`);
    this.authors.set(answer.body.own.id, by);
    return answer.body.own.id;
  }

  post(by: BrowserLike, text: string): Promise<Answer> {
    return by.post(`/api/v1/threads/${this.threadId}/comments`, { clientId: randomUUID(), text });
  }

  reasonId(key: StandardReason): string {
    return this.reasons[key] ?? '';
  }

  /** Who wrote a comment, by the API. */
  author(id: string): BrowserLike {
    return this.authors.get(id) as BrowserLike;
  }

  /** By its author, once. */
  async edit(id: string, text: string): Promise<void> {
    const answer = await this.authors.get(id)?.send('PATCH', `/api/v1/comments/${id}`, { body: { revision: 1, text } });
    if (answer?.status !== 200) throw new Error(`not edited: ${answer?.status}`);
  }

  async waiting(): Promise<HeldComment[]> {
    return (await this.administrator.get(held)).body.comments;
  }

  async decide(id: string, verdict: Verdict, reason?: StandardReason): Promise<void> {
    const reasonId = reason && this.reasonId(reason);
    const { status } = await this.administrator.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId });
    if (status !== 201) throw new Error(`not decided: ${status}`);
  }

  async decideAll(): Promise<void> {
    for (const { id, revision } of await this.waiting())
      await this.administrator.post(`/api/v1/comments/${id}/decisions`, {
        verdict: 'reject',
        revision,
        reasonId: this.reasonId('insult'),
      });
  }

  /** `published` or `unknown`, as anybody sees it. */
  async seenByAll(id: string): Promise<string> {
    return (await new BrowserLike(this.demo.serviceUrl).get(`/api/v1/comments/${id}`)).body.comment?.state ?? 'unknown';
  }

  get credentials(): { email: string; password: string } {
    return { email: this.administrator.email, password };
  }
}

/** The door of the console in a new browser; what breaks the page's policy is noted. */
export async function openConsole(browser: TestBrowser, demo: Demo, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(globalThis, { broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
      broken.push(`${violatedDirective} by ${sourceFile}`);
    });
  });
  // What a test intercepts later is then intercepted at once: Chromium takes a moment to begin with it.
  await page.context().route('**/nothing-asks-for-this', (route) => route.abort());
  await page.goto(`${demo.serviceUrl}/console`);
  return page;
}

export function brokenPolicies(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken);
}

/** By keyboard alone: the field of the address has the focus. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.locator('input[name=email]:focus').waitFor();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** The comment that is being looked at. */
export function shownText(page: Page): Locator {
  return page.getByRole('region', { name: 'Comment' }).locator('.text');
}

export function listedTexts(page: Page): Promise<string[]> {
  return page.locator('[role=option] .row-text').allTextContents();
}

/** By the keyboard alone: to a thing with this name, at most so many steps away. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const { activeElement } = document;
      const labelled =
        activeElement instanceof HTMLInputElement ||
        activeElement instanceof HTMLSelectElement ||
        activeElement instanceof HTMLTextAreaElement
          ? activeElement.labels
          : null;
      return activeElement?.getAttribute('aria-label') ?? labelled?.[0]?.textContent ?? activeElement?.textContent ?? '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`not reached by Tab: ${name}`);
}
