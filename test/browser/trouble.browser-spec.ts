import type { Browser, Frame, Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { conversationFrame, launchChromium, openTab } from '../support/chromium';
import { Demo } from '../support/demo';

/** What goes wrong on the way to a reader's browser, or in it. */
describe('a conversation in trouble', () => {
  let demo: Demo;
  let browser: Browser;
  let writer: BrowserLike;
  let threadId: string;
  let page: Page;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([Demo.start(), launchChromium()]);
    writer = await new BrowserLike(demo.serviceUrl).join();
    threadId = (await writer.get('/api/v1/sites/demo/threads/night-train')).body.id;
  }, 90_000);
  beforeEach(async () => {
    page = await openTab(await browser.newContext());
  });
  afterEach(() => page.context().close());
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  async function post(text: string, parentId?: string): Promise<string> {
    const posted = await writer.post(`/api/v1/threads/${threadId}/comments`, { clientId: crypto.randomUUID(), text, parentId });
    return posted.body.own.id;
  }

  async function open(address = demo.articleUrl): Promise<Frame> {
    await page.goto(address);
    return conversationFrame(page);
  }

  it('comes to life in a browser that keeps no channel and could not load any part of the scripts at first', async () => {
    await page.addInitScript(() => {
      globalThis.BroadcastChannel = class {
        constructor() {
          throw new DOMException('blocked', 'SecurityError');
        }
      } as never;
    });
    await page.route(/\/embed\/assets\/(en|later|follow-thread)-[\w-]+\.js$/, (route) => route.abort());
    const frame = await open();
    await frame.getByText('Connection lost').waitFor({ timeout: 40_000 });
    await frame.getByText('Connection lost').waitFor({ state: 'detached', timeout: 40_000 });
    await post('Told as soon as it can be.');
    await frame.getByRole('button', { name: 'Show 1 new comment' }).click();
    await frame.getByText('Told as soon as it can be.').waitFor();
  }, 120_000);
});
