import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { type Language, languages } from '../../contract/embed';
import { catalogue as ar } from '../../widget/catalogues/ar';
import { catalogue as de } from '../../widget/catalogues/de';
import { catalogue as en } from '../../widget/catalogues/en';
import { catalogue as es } from '../../widget/catalogues/es';
import { catalogue as fr } from '../../widget/catalogues/fr';
import { BrowserLike } from '../support/browser-like';
import { layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, fromPage, type Session } from '../support/frame-reader';
import { LiveReader, until } from '../support/live-reader';

const catalogues = { ar, de, en, es, fr };

/** What others do, and what is known late, changes no place of what is being read. */
describe('on the screen of a telephone', () => {
  const { demo, browser } = demoInBrowser();
  let threadId: string;
  let others: BrowserLike[];
  let typists: LiveReader[];
  let session: Session;
  let turn = 0;

  beforeAll(async () => {
    others = await Promise.all(['Anna Others', 'Bert Others', 'Carla Others'].map((name) => new BrowserLike(demo.serviceUrl).join(name)));
    threadId = (await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train')).body.id;
    typists = others.map((other) => {
      const headers = { origin: demo.serviceUrl, cookie: `__Host-parley=${other.cookie('__Host-parley')}` };
      return new LiveReader({ url: demo.serviceUrl, threadId, headers });
    });
    session = await aSession(browser, demo, 'A reader with rather a long name');
    const page = await (await browser.newContext({ storageState: session })).newPage();
    await page.goto(demo.frameUrl());
    await fromPage(page, `/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text: 'One of my own.' });
    await page.context().close();
  }, 90_000);
  afterAll(async () => {
    for (const { follower } of typists) follower.stop();
  });

  async function post(by: BrowserLike, text: string, parentId?: string): Promise<string> {
    const { status, body } = await by.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text, parentId });
    if (status !== 201) throw new Error(`not posted: ${JSON.stringify(body)}`);
    return body.own.id;
  }

  async function openFrame(lang: Language, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 4_000 }, storageState: session });
    const page = await openTab(context);
    await page.goto(demo.frameUrl({ lang }));
    // Who is reading, what belongs to them, how many are reading.
    await page.getByText('A reader with rather a long name').first().waitFor();
    await page.locator('.reading', { hasText: /\p{N}/u }).waitFor();
    await page.locator('.actions button').nth(4).waitFor();
    return page;
  }

  /** Whoever writes says so again and again. */
  function sees(what: Locator, say: () => void): Promise<void> {
    return until(String(what), async () => {
      say();
      return (await what.count()) > 0;
    });
  }

  it.each(languages.flatMap((lang) => [320, 390].map((width) => [lang, width] as const)))(
    'nothing moves, in %s at %i pixels',
    async (lang, width) => {
      const page = await openFrame(lang, width);
      const articles = page.locator('article:has(.reaction)');
      const ids = await articles.evaluateAll((elements) => elements.map(({ id }) => id.replace('comment-', '')));
      const { somebodyWrites } = catalogues[lang];
      await sees(page.locator('.reading').getByText(somebodyWrites), () => typists[0]?.follower.typing(null));
      await sees(page.getByTitle(somebodyWrites), () => typists[1]?.follower.typing(ids[1] ?? null));
      turn += 1;
      const other = others[turn % others.length] as BrowserLike;
      await post(other, `Answer ${turn}`, ids[1]);
      await page.locator(`#comment-${ids[1]} .pill`).waitFor();
      await post(other, `Comment ${turn}`);
      await page.locator('.news-row .pill').waitFor();
      expect(await layoutShifts(page.mainFrame())).toEqual([]);
      await page.context().close();
    },
  );
});
