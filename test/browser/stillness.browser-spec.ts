import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { ThreadMode } from '../../contract/conversation';
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
  let administrator: BrowserLike;
  let session: Session;
  let turn = 0;

  beforeAll(async () => {
    others = await Promise.all(['Anna Others', 'Bert Others', 'Carla Others'].map((name) => new BrowserLike(demo.serviceUrl).join(name)));
    threadId = (await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train')).body.id;
    typists = others.map((other) => {
      const headers = { origin: demo.serviceUrl, cookie: `__Host-parley=${other.cookie('__Host-parley')}` };
      return new LiveReader({ url: demo.serviceUrl, threadId, headers });
    });
    administrator = await demo.administrator();
    session = await aSession(browser, demo, 'A reader with rather a long name');
    const page = await (await browser.newContext({ storageState: session })).newPage();
    await page.goto(demo.frameUrl());
    for (const mode of ['open', 'premoderated'] as const) {
      await setMode(mode);
      await fromPage(page, `/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text: 'One of my own.' });
    }
    await setMode('open');
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

  async function setMode(mode: ThreadMode): Promise<void> {
    const body = { url: `${demo.publisherUrl}/night-train`, title: 'A story', mode };
    const { status } = await administrator.send('PUT', '/api/v1/sites/demo/threads/night-train', { body });
    if (status !== 200) throw new Error(`the mode was not changed: ${status}`);
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

  const topOfFirst = (page: Page) =>
    page
      .locator('article')
      .first()
      .evaluate((article) => article.getBoundingClientRect().top);

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
      const { somebodyWrites, showUnpublished } = catalogues[lang];
      await page.locator('.news-row .pill').getByText(showUnpublished).waitFor();
      await sees(page.locator('.reading').getByText(somebodyWrites), () => typists[0]?.follower.typing(null));
      await sees(page.getByTitle(somebodyWrites), () => typists[1]?.follower.typing(ids[1] ?? null));
      turn += 1;
      const other = others[turn % others.length] as BrowserLike;
      await post(other, `Answer ${turn}`, ids[1]);
      await page.locator(`#comment-${ids[1]} .pill`).waitFor();
      await administrator.send('PUT', `/api/v1/comments/${ids[2]}/pick`, { body: { revision: 1 } });
      await page.locator(`#comment-${ids[2]} .pick`).waitFor();
      await page.locator('.beside-orders > button').waitFor();
      await post(other, `Comment ${turn}`);
      await page.locator('.news-row .pill', { hasNotText: showUnpublished }).waitFor();
      expect(await layoutShifts(page.mainFrame())).toEqual([]);
      await administrator.send('DELETE', `/api/v1/comments/${ids[2]}/pick`);
      await page.context().close();
    },
  );

  it.each(languages)('whatever the row for news says in %s fits into one line', async (lang) => {
    const page = await openFrame(lang, 320);
    const { showUnsent, showUnpublished, allNew, connectionLost, loadFailed, tryAgain, newComments, question } = catalogues[lang];
    const buttons = [showUnsent, showUnpublished, allNew, question, newComments.other.replace('{count}', '888')];
    const heightWith = (text: string) =>
      page.locator('.news-row').evaluate(
        (row, said) => {
          const child = document.createElement(said.className === 'pill' ? 'button' : 'p');
          row.replaceChildren(Object.assign(child, said));
          return row.clientHeight;
        },
        { textContent: text, className: buttons.includes(text) ? 'pill' : 'lost' },
      );
    const empty = await heightWith('');
    const texts = [...buttons, connectionLost, `${loadFailed} ${tryAgain}`];
    const heights = [];
    for (const text of texts) heights.push([text, await heightWith(text)]);
    expect(heights).toEqual(texts.map((text) => [text, empty]));
    await page.context().close();
  });

  it('own comments that others do not see wait until they are asked for, behind what is new, and when they are published', async () => {
    await setMode('premoderated');
    const writing = await openFrame('en', 390);
    const parentId = (await writing.locator('article:has(.reaction)').first().getAttribute('id'))?.replace('comment-', '');
    const send = (text: string, place = {}) =>
      fromPage(writing, `/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text, ...place });
    await send('A held comment.');
    const { own } = await send('A held answer.', { parentId });
    await setMode('open');
    const page = await openFrame('en', 390);
    const ask = page.getByRole('button', { name: 'Not public: show your comment' });
    await ask.waitFor();
    await post(others[0] as BrowserLike, 'Comes in between.');
    await page.getByRole('button', { name: 'Show 1 new comment' }).waitFor();
    await administrator.post(`/api/v1/comments/${own.id}/decisions`, { verdict: 'publish', revision: own.revision });
    await page.getByRole('button', { name: 'Show 1 new reply' }).waitFor();
    expect(await page.getByText('A held').count()).toBe(0);
    expect(await layoutShifts(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Show 1 new comment' }).click();
    await ask.click();
    await page.getByText('A held comment.').waitFor();
    expect(await page.getByText('A held answer.').count()).toBe(0);
    await page.context().close();
    await writing.context().close();
  });

  it('what is read stays at its height when the conversation is closed, where there is a line for saying so', async () => {
    const page = await openFrame('en', 800);
    const open = await topOfFirst(page);
    await setMode('closed');
    await page.getByText('This conversation is closed.').waitFor();
    expect(await topOfFirst(page)).toBe(open);
    await setMode('open');
    await page.context().close();
  });

  it('and when it becomes premoderated, which is said to who writes', async () => {
    const page = await openFrame('en', 390);
    const open = await topOfFirst(page);
    const first = page.locator('article:has(.reaction)').first();
    const likes = await first.locator('.reaction').first().textContent();
    await setMode('premoderated');
    // What comes after it in the change log is seen: it is known too.
    const id = (await first.getAttribute('id'))?.replace('comment-', '');
    await new BrowserLike(demo.serviceUrl)
      .join('Somebody who likes it')
      .then((by) => by.send('PUT', `/api/v1/comments/${id}/reaction`, { body: { kind: 'like' } }));
    await until('the like is seen', async () => (await first.locator('.reaction').first().textContent()) !== likes);
    expect(await topOfFirst(page)).toBe(open);
    await page.getByRole('textbox', { name: 'Your comment', exact: true }).click();
    await page.getByText('A moderator reads every comment here before it appears.').waitFor();
    await setMode('open');
    await page.context().close();
  });

  describe('of what the reader wrote before, or writes in another tab, nothing moves', () => {
    const composer = (page: Page) => page.getByRole('textbox', { name: 'Your comment', exact: true });
    const sevenLines = Array.from({ length: 7 }, (_, index) => `Line ${index}`).join('\n');
    const holds = (page: Page, text: string) => until('the draft is here', async () => (await composer(page).inputValue()) === text);

    async function aSecondTab(page: Page): Promise<Page> {
      const other = await openTab(page.context());
      await other.goto(demo.frameUrl());
      await other.locator('.reading', { hasText: /\p{N}/u }).waitFor();
      return other;
    }

    it.each(['a reader', 'a visitor'])('for a draft of %s, which waits in the closed field until they go there', async (who) => {
      const context = await browser.newContext({
        viewport: { width: 390, height: 4_000 },
        storageState: who === 'a reader' ? session : undefined,
      });
      const page = await openTab(context);
      await page.goto(demo.frameUrl());
      await page.getByRole('button', { name: who === 'a reader' ? 'Log out' : 'Log in' }).waitFor();
      await composer(page).fill(sevenLines);
      const other = await aSecondTab(page);
      await holds(other, sevenLines);
      expect(await layoutShifts(other.mainFrame())).toEqual([]);
      const height = () => composer(other).evaluate((field) => field.clientHeight);
      const closed = await height();
      await composer(other).focus();
      await other.getByRole('button', { name: 'Post' }).waitFor();
      expect(await height()).toBeGreaterThan(3 * closed);
      await context.close();
    });

    it('in the field that was left open there, however long the text grows', async () => {
      const page = await openFrame('en', 390);
      const other = await aSecondTab(page);
      await composer(other).focus();
      await other.getByRole('button', { name: 'Post' }).waitFor();
      // As a browser says it of every tab but one.
      await other.evaluate(() => Object.assign(document, { hasFocus: () => false }));
      const height = () => composer(other).evaluate((field) => field.clientHeight);
      const before = await height();
      await composer(page).fill(sevenLines);
      await holds(other, sevenLines);
      expect(await height()).toBe(before);
      await page.context().close();
    });

    it('for a comment that could not be sent yet: it waits until they ask for it', async () => {
      const page = await openFrame('en', 390);
      await page.context().route(/\/comments$/, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
      await composer(page).fill('Still to be sent.');
      await page.getByRole('button', { name: 'Post' }).click();
      await page.getByText('Not sent yet.').waitFor();
      const other = await aSecondTab(page);
      await other.getByRole('button', { name: 'Not sent yet: show your text' }).waitFor();
      expect(await layoutShifts(other.mainFrame())).toEqual([]);
      await other.getByRole('button', { name: 'Not sent yet: show your text' }).click();
      await other.getByText('Still to be sent.').waitFor();
      await page.context().close();
    });
  });
});
