import type { Frame, Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { conversationFrame, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';

/** What goes wrong on the way to a reader's browser, or in it. */
describe('a conversation in trouble', () => {
  const { demo, browser } = demoInBrowser();
  let writer: BrowserLike;
  let threadId: string;
  let page: Page;

  beforeAll(async () => {
    writer = await new BrowserLike(demo.serviceUrl).join();
    threadId = (await writer.get('/api/v1/sites/demo/threads/night-train')).body.id;
  }, 90_000);
  beforeEach(async () => {
    page = await openTab(await browser.newContext());
  });
  afterEach(() => page.context().close());

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

  it.each([
    ['the service answers', (shown: Page) => shown.getByRole('button', { name: 'Oldest' }).click()],
    ['the browser is online again', (shown: Page) => shown.evaluate(() => window.dispatchEvent(new Event('online')))],
    ['its tab is looked at again', (shown: Page) => shown.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))],
  ])('is live again as soon as %s, however long it would have waited', async (_, happen) => {
    let isDown = true;
    await page.routeWebSocket(/\/live\//, (socket) => void (isDown ? socket.close() : socket.connectToServer()));
    await page.route('**/live/**', (route) => (isDown ? route.abort() : route.continue()));
    await page.clock.install();
    await page.goto(demo.frameUrl());
    const lost = page.getByText('Connection lost');
    await lost.waitFor();
    // From here on no waiting ends by itself.
    await page.clock.pauseAt(Date.now() + 60_000);
    isDown = false;
    await until('it is live', async () => {
      await happen(page);
      return !(await lost.isVisible());
    });
  });

  it('is live without WebSocket too, and known as who is logged in', async () => {
    await page.addInitScript(withoutWebSocket);
    const frame = await open();
    await post('Told by polling.');
    await frame.getByRole('button', { name: /Show \d+ new comment/ }).click();
    await frame.getByText('Told by polling.').waitFor();
    await frame.evaluate(async () => {
      const body = JSON.stringify({ email: 'polling@example.org', password: 'correct horse battery', name: 'Polling Reader' });
      await fetch('/api/v1/readers', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      new BroadcastChannel('parley-session').postMessage('changed');
    });
    await frame.getByText('Polling Reader', { exact: true }).waitFor();
    const looking = await openTab(await browser.newContext());
    await looking.goto(demo.articleUrl);
    const other = await conversationFrame(looking);
    await other.getByText(/\d reading/).waitFor();
    // A visitor who types is not told of.
    await until(
      'it is told',
      async () => {
        await frame.getByRole('textbox', { name: 'Your comment', exact: true }).pressSequentially('Some words ', { delay: 50 });
        return other.getByText('Somebody is writing').isVisible();
      },
      20_000,
    );
    await looking.context().close();
  }, 60_000);

  it('says what could not be loaded until it can be, and only then what is new, so that there is one line', async () => {
    await page.route(/order=best/, (route) => route.abort());
    const frame = await open();
    const height = () => frame.locator('.news-row').evaluate((row) => row.clientHeight);
    const empty = await height();
    const title = await frame.locator('#parley-title').textContent();
    await frame.getByRole('button', { name: 'Best' }).click();
    await frame.getByText('This could not be loaded').waitFor();
    await post('Told all the same.');
    await until('it has come', async () => (await frame.locator('#parley-title').textContent()) !== title);
    expect(await height()).toBe(empty);
    await page.unroute(/order=best/);
    await frame.getByRole('button', { name: 'Try again' }).press('Enter');
    await frame.getByRole('button', { name: 'Best', pressed: true }).waitFor();
    expect(await frame.getByText('This could not be loaded').count()).toBe(0);
    expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe('Best');
    await post('And this.');
    await frame.getByRole('button', { name: 'Show 1 new comment' }).click();
    await frame.getByText('And this.').waitFor();
  });

  it('does not say that there are no comments where the one that a link names is taken away', async () => {
    const id = await post('I will take this back.');
    const frame = await open(`${demo.articleUrl}#parley-comment-${id}`);
    await frame.getByText('I will take this back.').waitFor();
    await writer.send('DELETE', `/api/v1/comments/${id}`);
    await frame.getByText('This comment was withdrawn or removed.').waitFor();
    expect(await frame.getByText('No comments yet').count()).toBe(0);
    await frame.getByRole('button', { name: 'See the whole conversation' }).click();
    await frame.getByRole('article').nth(3).waitFor();
    await until('the title has the focus', () => frame.evaluate(() => document.activeElement?.id === 'parley-title'));
  });

  it('keeps what is read in its place when too much has happened, without what was removed, and shows it all when asked', async () => {
    const id = await post('A comment to read for long.');
    const removed = await post('An answer to be taken back.', id);
    let comeBack = (): void => undefined;
    const absence = new Promise<void>((resolve) => {
      comeBack = resolve;
    });
    await page.routeWebSocket(/\/live\//, (socket) => {
      const server = socket.connectToServer();
      server.onMessage(async (message) => {
        await absence;
        socket.send(tooFarBehind(String(message)));
      });
    });
    const frame = await open(`${demo.articleUrl}#parley-comment-${id}`);
    await frame.getByText('An answer to be taken back.').waitFor();
    await post('An answer given meanwhile.', id);
    await writer.send('DELETE', `/api/v1/comments/${removed}`);
    await frame.getByRole('button', { name: 'See the whole conversation' }).focus();
    // Away from the end of the page, which comes closer.
    const scrolled = await page.evaluate(() => {
      scrollBy({ top: -300, behavior: 'instant' });
      return scrollY;
    });
    comeBack();
    const showAll = frame.getByRole('button', { name: 'Show everything that is new' });
    await showAll.waitFor();
    expect(await frame.getByText('An answer to be taken back.').count()).toBe(0);
    expect(await frame.getByText('An answer given meanwhile.').count()).toBe(0);
    expect(await frame.getByRole('button', { name: /more repl/ }).count()).toBe(0);
    expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe('See the whole conversation');
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await showAll.click();
    await frame.getByText('An answer given meanwhile.').waitFor();
    await showAll.waitFor({ state: 'detached' });
    await frame.getByText('You are looking at one part of the conversation.').waitFor();
  });
});

/** As behind a proxy that lets none through. */
function withoutWebSocket(): void {
  globalThis.WebSocket = class extends WebSocket {
    constructor() {
      super('ws://localhost:1/');
    }
  } as never;
}

/** The answer to a join, as if it came from more than 500 changes later. */
function tooFarBehind(message: string): string {
  const [, kind, answer = ''] = /^(43\d+)(\[.*)$/.exec(message) ?? [];
  if (kind === undefined) return message;
  const [{ state, reading, changes }] = JSON.parse(answer);
  const gone = changes.filter((change: { state: string }) => change.state === 'gone');
  return kind + JSON.stringify([{ state, reading, reload: true, changes: gone, to: state.head }]);
}
