import type { Page } from 'playwright-core';
import type { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser, sql, colleague } = demoWithColleague();
const soon = { timeout: 5_000 };
const password = 'correct horse battery';
let held: HeldInDemo;
let grace: BrowserLike;
let pages: Page[];

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  grace = await colleague();
}, 90_000);
beforeEach(async () => {
  pages = [];
  await sql('delete from lease');
  await held.decideAll();
});
afterEach(async () => {
  for (const page of pages) {
    expect((await brokenPolicies(page)) ?? []).toEqual([]);
    await page.context().close();
  }
});

/** The console of one of the two. */
async function work(who: 'ada' | 'grace'): Promise<Page> {
  const page = await openConsole(browser, demo);
  pages.push(page);
  const isLeased = page.waitForResponse((answer) => answer.url().endsWith('/lease') && answer.request().method() === 'PUT');
  await signIn(page, who === 'ada' ? held.credentials : { email: grace.email, password });
  await isLeased;
  return page;
}

const shows = (page: Page, text: string) => shownText(page).getByText(text, { exact: true }).waitFor(soon);
const row = (page: Page, text: RegExp) => page.getByRole('option', { name: text });

describe('two moderators at one queue', () => {
  it('look at different comments, and see who looks at which', async () => {
    for (const text of ['First.', 'Second.', 'Third.']) await held.hold(text);
    const graces = await work('grace');
    await shows(graces, 'First.');
    const adas = await work('ada');
    await shows(adas, 'Second.');
    await row(adas, /First.*Grace Colleague.* is looking at it/).waitFor(soon);
    await row(graces, /Second.*Ada Ministrator.* is looking at it/).waitFor(soon);
    await graces.keyboard.press('a');
    await shows(graces, 'Third.');
    await row(adas, /Third.*Grace Colleague/).waitFor(soon);
    await row(adas, /First/).waitFor({ ...soon, state: 'detached' });
    expect(await listedTexts(adas)).toEqual(['Second.', 'Third.']);
  });

  it('do not decide on what the other looks at, and can once they leave it', async () => {
    for (const text of ['First.', 'Second.']) await held.hold(text);
    const graces = await work('grace');
    const adas = await work('ada');
    await shows(adas, 'Second.');
    await adas.keyboard.press('k');
    await shows(adas, 'First.');
    await adas
      .locator('.trouble')
      .getByText(/Grace Colleague/)
      .waitFor(soon);
    for (const key of ['a', 'r']) {
      await adas.keyboard.press(key);
      await adas
        .locator('.news p')
        .getByText(/Nothing was decided.*Grace Colleague/)
        .waitFor(soon);
      await shows(adas, 'First.');
      expect(await adas.getByRole('dialog').count()).toBe(0);
    }
    await graces.goto('about:blank');
    await adas.locator('.trouble').waitFor({ ...soon, state: 'detached' });
    await adas.keyboard.press('a');
    await shows(adas, 'Second.');
    await row(adas, /First/).waitFor({ ...soon, state: 'detached' });
  });

  it('get a comment back that the other has taken without their knowing', async () => {
    const id = await held.hold('Contested.');
    await held.hold('Other.');
    const adas = await work('ada');
    await shows(adas, 'Contested.');
    const { email } = grace;
    await grace.post('/api/v1/console/session', { email, password });
    await adas.route('**/held', (route) => route.abort());
    await held.administrator.send('DELETE', `/api/v1/comments/${id}/lease`);
    expect((await grace.send('PUT', `/api/v1/comments/${id}/lease`)).status).toBe(200);
    await adas.keyboard.press('a');
    await adas
      .locator('.news p')
      .getByText(/came back.*Grace Colleague.* is looking at it/)
      .waitFor(soon);
    await shows(adas, 'Other.');
    await row(adas, /Contested.*Grace Colleague/).waitFor(soon);
  });

  it('leave a comment to the other when nobody sees it, and take it again when they come back', async () => {
    await held.hold('Only one.');
    const adas = await work('ada');
    const lease = async () => (await held.waiting())[0]?.lease?.by.name ?? null;
    expect(await lease()).toBe('Ada Ministrator');
    for (const [state, method] of [
      ['hidden', 'DELETE'],
      ['visible', 'PUT'],
    ] as const) {
      const answered = adas.waitForResponse((answer) => answer.url().endsWith('/lease') && answer.request().method() === method);
      await adas.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
      await answered;
      expect(await lease()).toBe(state === 'hidden' ? null : 'Ada Ministrator');
    }
  });
});
