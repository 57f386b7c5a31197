import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { languages } from '../../contract/embed';
import { catalogue as ar } from '../../widget/catalogues/ar';
import { catalogue as de } from '../../widget/catalogues/de';
import { catalogue as en } from '../../widget/catalogues/en';
import { catalogue as es } from '../../widget/catalogues/es';
import { catalogue as fr } from '../../widget/catalogues/fr';
import { axeViolations } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';
import { LiveReader, until } from '../support/live-reader';

const catalogues = { ar, de, en, es, fr };
const { demo, browser } = demoInBrowser();
let threadId: string;
let administrator: BrowserLike;
let session: Session;
let pages: Page[] = [];
let another: LiveReader;

beforeAll(async () => {
  threadId = (await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train')).body.id;
  administrator = await demo.administrator();
  session = await aSession(browser, demo, 'Paula Reader');
  another = new LiveReader({ url: demo.serviceUrl, threadId, headers: { origin: demo.serviceUrl } });
}, 90_000);
afterAll(() => another.follower.stop());
afterEach(async () => {
  await Promise.all(pages.map((page) => page.context().close()));
  pages = [];
  for (const { id } of (await readPicks()).comments) await unpick(id);
  await set({ question: null, slowSeconds: null });
});

async function open(given: { lang?: string; width?: number; theme?: string; loggedIn?: boolean } = {}): Promise<Page> {
  const { lang = 'en', width = 800, theme = 'light', loggedIn = false } = given;
  const context = await browser.newContext({
    viewport: { width, height: 2_000 },
    bypassCSP: true,
    storageState: loggedIn ? session : undefined,
  });
  const page = await openTab(context);
  pages.push(page);
  await page.goto(demo.frameUrl({ lang, theme }));
  page.setDefaultTimeout(10_000);
  // It hears what happens from now on.
  await page.locator('.reading', { hasText: /\p{N}/u }).waitFor();
  if (loggedIn) await page.locator('.reader-name').waitFor();
  return page;
}

async function set(settings: object): Promise<void> {
  const { status } = await administrator.send('PATCH', `/api/v1/threads/${threadId}`, { body: settings });
  if (status !== 200) throw new Error(`not set: ${status}`);
}
async function pick(id: string): Promise<void> {
  const { status } = await administrator.send('PUT', `/api/v1/comments/${id}/pick`, { body: { revision: 1 } });
  if (status !== 200) throw new Error(`not picked: ${status}`);
}
const aReasonOf = async () => (await administrator.get('/api/v1/sites/demo/reasons')).body[0].id;
const unpick = (id: string) => administrator.send('DELETE', `/api/v1/comments/${id}/pick`);
const readPicks = async () => (await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${threadId}/picks`)).body;
const idsIn = (page: Page) => page.locator('article:has(.reaction)').evaluateAll((all) => all.map(({ id }) => id.replace('comment-', '')));
const topOf = (page: Page, id: string) => page.locator(`#comment-${id}`).evaluate((article) => article.getBoundingClientRect().top);
const tab = (page: Page, name = 'Picks') => page.getByRole('button', { name, exact: true });

describe('a pick', () => {
  it('comes to open pages as a badge and a tab, and to who reads the picks as an offer; nothing moves', async () => {
    const page = await open({ width: 390 });
    const [first = '', second = ''] = await idsIn(page);
    const reply = (await page.locator('.replies article').first().getAttribute('id'))?.replace('comment-', '') ?? '';
    const top = await topOf(page, second);
    expect(await tab(page).count()).toBe(0);
    await pick(first);
    await page.locator(`#comment-${first}`).getByText(en.pick).waitFor();
    await tab(page).waitFor();
    expect([await topOf(page, second), await layoutShifts(page.mainFrame())]).toEqual([top, []]);
    await tab(page).click();
    await until('the pick is alone', async () => (await idsIn(page)).join() === first);
    expect(await tab(page).getAttribute('aria-pressed')).toBe('true');
    await pick(reply);
    await page.getByRole('button', { name: en.allNew }).waitFor();
    expect(await idsIn(page)).toEqual([first]);
    await page.getByRole('button', { name: en.allNew }).click();
    await until('the newest pick comes first', async () => (await idsIn(page)).join() === [reply, first].join());
    await unpick(first);
    await until('it leaves', async () => (await idsIn(page)).join() === reply);
    await administrator.post(`/api/v1/comments/${reply}/decisions`, { verdict: 'remove', revision: 1, reasonId: await aReasonOf() });
    await until('so does what is removed', async () => (await idsIn(page)).length === 0);
    await page.getByRole('button', { name: 'Newest', exact: true }).click();
    await until('all is there again', async () => (await idsIn(page)).length > 5);
    await administrator.post(`/api/v1/comments/${reply}/decisions`, { verdict: 'publish', revision: 1 });
    await page.getByRole('button', { name: 'Show 1 new reply' }).click();
    await page.locator(`#comment-${reply}`).getByText(en.pick).waitFor();
  });

  it('that answers another comment leads to the conversation it stands in', async () => {
    const looking = await open();
    const reply = (await looking.locator('.replies article').first().getAttribute('id'))?.replace('comment-', '') ?? '';
    await pick(reply);
    const page = await open();
    await tab(page).click();
    await until('the pick is alone', async () => (await idsIn(page)).join() === reply);
    await page.getByRole('button', { name: en.continueHere }).click();
    await page.getByText(en.onePart).waitFor();
    expect(await page.locator('.ancestor').count()).toBeGreaterThan(0);
  });

  it('is there without scripts, in the document and in the fragment', async () => {
    const looking = await open();
    const [first = ''] = await idsIn(looking);
    await pick(first);
    await set({ question: 'And what did you see?' });
    const document = await (await fetch(demo.frameUrl())).text();
    expect(document).toContain(en.pick);
    expect(document).toContain('And what did you see?');
    const fragment = await (await fetch(`${demo.serviceUrl}/sites/demo/threads/night-train/comments.html`)).text();
    expect(fragment).toContain(en.pick);
    expect(fragment).toContain('And what did you see?');
  });

  it('does not hide what the reader posts while they read the picks', async () => {
    const looking = await open();
    const [first = ''] = await idsIn(looking);
    await pick(first);
    const page = await open({ loggedIn: true });
    await tab(page).click();
    await until('the pick is alone', async () => (await idsIn(page)).join() === first);
    const text = `While reading picks ${randomUUID()}`;
    await page.getByRole('textbox', { name: en.composerLabel, exact: true }).fill(text);
    await page.getByRole('button', { name: en.post, exact: true }).click();
    await page.getByText(text).waitFor();
    expect((await idsIn(page)).length).toBeGreaterThan(1);
  });
});

describe('the question of the newsroom', () => {
  it('comes to an open page as an offer, moves nothing, and has its place once it is asked for', async () => {
    const page = await open({ width: 390 });
    const [first = ''] = await idsIn(page);
    const top = await topOf(page, first);
    await set({ question: 'What was your longest train ride?' });
    await page.getByRole('button', { name: en.question }).waitFor();
    expect([await topOf(page, first), await layoutShifts(page.mainFrame())]).toEqual([top, []]);
    await page.getByRole('button', { name: en.question }).click();
    const shown = page.locator('.question', { hasText: 'What was your longest train ride?' });
    await shown.waitFor();
    await until('it has the focus', () => shown.evaluate((element) => document.activeElement === element));
    const moved = await topOf(page, first);
    await set({ question: 'And your shortest?' });
    await page.getByRole('button', { name: en.question }).waitFor();
    await set({ question: null });
    await shown.waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: en.question }).count()).toBe(0);
    expect(await topOf(page, first)).toBe(moved);
    await page.reload();
    expect(await page.locator('.question').count()).toBe(0);
  });

  it('stands above the field from the beginning for who comes later', async () => {
    await set({ question: 'What was your longest train ride?' });
    const page = await open();
    const tops = await page.evaluate(() =>
      ['.question', '.composer', '.comments'].map((name) => document.querySelector(name)?.getBoundingClientRect().top),
    );
    expect([...tops].sort((one, other) => Number(one) - Number(other))).toEqual(tops);
    expect(await page.getByRole('button', { name: en.question }).count()).toBe(0);
  });
});

describe('slow mode', () => {
  let turn = 0;
  beforeEach(async () => {
    turn += 1;
    session = await aSession(browser, demo, `Paula Slow ${turn}`);
  });

  const composer = (page: Page) => page.getByRole('textbox', { name: en.composerLabel, exact: true });
  const stored = async (text: string) => {
    const { body } = await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${threadId}/comments?order=newest`);
    return JSON.stringify(body).includes(text);
  };
  async function post(page: Page, button = en.post): Promise<string> {
    const text = `Slowly ${randomUUID()}`;
    await composer(page).fill(text);
    await page.getByRole('button', { name: button, exact: true }).click();
    return text;
  }

  it('says how long to wait before anything is sent, counts down, is heard once, and sends it then', async () => {
    await set({ slowSeconds: 8 });
    const page = await open({ loggedIn: true });
    const requests: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && requests.push(request.url()));
    const first = await post(page);
    await page.locator('article', { hasText: first }).locator('.reaction').first().waitFor();
    await composer(page).fill('Not yet.');
    const counter = page.locator('.composer .counter');
    await counter.getByText(/You can post again in [2-8] seconds/).waitFor();
    const heard = page.locator('.composer [role=status]', { hasText: 'You can post again' });
    const before = await heard.textContent();
    const shown = await counter.textContent();
    await until('it counts down', async () => (await counter.textContent()) !== shown);
    expect(await heard.textContent()).toBe(before);
    const second = await post(page, en.sendThen);
    await page.getByText(en.waitingForTurn).waitFor();
    expect([await stored(second), requests.length]).toEqual([false, 1]);
    await page.locator('article', { hasText: second }).locator('.reaction').first().waitFor();
    expect([await stored(second), requests.length]).toEqual([true, 2]);
  });

  it('tells a page that did not know it, keeps the text, and lets it be taken back', async () => {
    await set({ slowSeconds: 600 });
    const [one, other] = [await open({ loggedIn: true }), await open({ loggedIn: true })];
    const first = await post(one);
    await one.locator('article', { hasText: first }).locator('.reaction').first().waitFor();
    const second = await post(other);
    await other.getByText(en.waitingForTurn).waitFor();
    await other
      .getByText(/You can post again in 10 minutes/)
      .first()
      .waitFor();
    await other.getByRole('button', { name: 'Edit', exact: true }).last().click();
    await until('the text is a draft again', async () => (await composer(other).inputValue()) === second);
    await other.getByRole('button', { name: en.sendThen, exact: true }).waitFor();
    expect(await stored(second)).toBe(false);
  });

  it('is over at once when the newsroom ends it: what waits is sent', async () => {
    await set({ slowSeconds: 3 });
    const page = await open({ loggedIn: true });
    await until('the reader may post', async () => {
      const first = await post(
        page,
        (await page.getByRole('button', { name: en.sendThen, exact: true }).count()) > 0 ? en.sendThen : en.post,
      );
      return (await page.locator('article', { hasText: first }).count()) > 0;
    });
    await set({ slowSeconds: 3_600 });
    const second = await post(page, en.sendThen).catch(() => '');
    expect(second).not.toBe('');
    await set({ slowSeconds: null });
    await page.locator('article', { hasText: second }).locator('.reaction').first().waitFor();
  });
});

describe('with picks, a question and slow mode the frame is for everybody', () => {
  beforeEach(async () => {
    const looking = await open({ loggedIn: true });
    const [first = ''] = await idsIn(looking);
    const reply = (await looking.locator('.replies article').first().getAttribute('id'))?.replace('comment-', '') ?? '';
    for (const id of [first, reply]) await pick(id);
    await set({ question: 'What was your longest train ride, and would you take it once more if you had the time?' });
  });

  it.each(['light', 'dark'])('%s', async (theme) => {
    const page = await open({ theme });
    await page.locator('.pick').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await tab(page).click();
    await page.getByRole('button', { name: en.continueHere }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('and waiting', async () => {
    await set({ slowSeconds: 3_600 });
    const page = await open({ loggedIn: true });
    const composer = page.getByRole('textbox', { name: en.composerLabel, exact: true });
    await composer.fill(`Waiting ${randomUUID()}`);
    await page.getByRole('button', { name: /^(Post|Send it then)$/ }).click();
    await composer.fill('Another.');
    await page.getByRole('button', { name: en.sendThen, exact: true }).click();
    await composer.fill('And one more.');
    await page.getByText(en.waitingForTurn).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each(languages)('at 320 pixels in %s, with the badge beside nothing else', async (lang) => {
    const page = await open({ lang, width: 320 });
    const { orders, pick: badge } = catalogues[lang];
    await page.getByText(badge).first().waitFor();
    const sideways = () =>
      page.evaluate(() => {
        const wide = [...document.querySelectorAll('html, .beside-orders, .question, .comment-head')];
        return wide.filter((element) => element.scrollWidth > element.clientWidth).map(({ className }) => className);
      });
    expect(await sideways()).toEqual([]);
    const overlaps = await page.locator('.pick').evaluateAll(
      (badges) =>
        badges.filter((each) => {
          const mine = each.getBoundingClientRect();
          const others = [...document.querySelectorAll('.reaction, .actions button, .name bdi, .avatar')];
          return others.some((element) => {
            const { top, bottom, left, right, width } = element.getBoundingClientRect();
            return width > 0 && mine.top + 1 < bottom - 6 && mine.bottom - 1 > top + 6 && mine.left < right && mine.right > left;
          });
        }).length,
    );
    expect(overlaps).toBe(0);
    await tab(page, orders.picks).click();
    await until('the picks are alone', async () => (await idsIn(page)).length === 2);
    expect(await sideways()).toEqual([]);
  });
});
