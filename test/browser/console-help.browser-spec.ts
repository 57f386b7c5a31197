import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

/** One comment that waits, and one that was published and reported. */
beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  const id = await held.hold('An okapi that is reported.');
  await held.decide(id, 'publish');
  const reporter = await new BrowserLike(demo.serviceUrl).join('Rita Reporter');
  await reporter.post(`/api/v1/comments/${id}/reports`, { reasonId: held.reasonId('insult') });
  await held.hold('An okapi that waits.');
  await until('both can be found', async () => {
    const { comments } = (await held.administrator.get('/api/v1/sites/demo/comments?text=okapi')).body;
    return comments.length === 2;
  });
}, 90_000);
beforeEach(async () => {
  page = await openConsole(browser, demo);
  await signIn(page, held.credentials);
  await shownText(page).waitFor();
});
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** What the help sheet tells, in its order. */
async function told(): Promise<string[]> {
  await press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  const rows = await page.locator('.keys th').allTextContents();
  await press('Escape');
  return rows;
}
const howToReason = ['Choose in a sheet', 'Write a message in a sheet', 'Be done with what is written'];

describe('the help sheet', () => {
  it('has the decisions first, then the ways to the next, and nothing that does nothing there', async () => {
    const rows = await told();
    expect(rows.slice(0, 6)).toEqual(['Approve', 'Reject', 'Sanction the author', 'Undo', 'Next comment', 'Previous comment']);
    expect(rows).toEqual(expect.arrayContaining(howToReason));
    for (const passing of ['Go on', 'Lift a sanction', 'Look at what came back', 'Show the comment in focus'])
      expect(rows).not.toContain(passing);
    await press('z');
    await page.locator('[data-blurred]').waitFor();
    expect(await told()).toContain('Show the comment in focus');
  });

  it.each([
    ['p', 'Reported', 'Keep'],
    ['s', 'Search', 'Approve'],
  ])('tells after g %s how a reason is given on %s', async (key, name, first) => {
    await press('g', key);
    await page.getByRole('main', { name }).waitFor();
    await shownText(page).waitFor();
    const rows = await told();
    expect(rows[0]).toBe(first);
    expect(rows).toEqual(expect.arrayContaining(howToReason));
  });

  it('tells so on the page of a reader', async () => {
    await press('i');
    await page.waitForURL(/\/readers\//);
    await shownText(page).waitFor();
    const rows = await told();
    expect([rows[0], rows]).toEqual(['Approve', expect.arrayContaining(howToReason)]);
  });
});
