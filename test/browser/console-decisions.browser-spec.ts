import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  for (const text of ['You fools!', 'A calm thought.', '=1+1 is two', `A long one. ${'wordwithoutanyend'.repeat(20)}`])
    await held.hold(text);
  for (const { id, text } of await held.waiting()) {
    const isCalm = text.startsWith('A calm');
    await held.decide(id, isCalm ? 'publish' : 'reject', isCalm ? undefined : 'insult');
  }
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);
const texts = () => page.locator('.decisions-made blockquote').allTextContents();
const list = () => page.getByRole('list', { name: /Decisions/ });

async function atTheDecisions(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
  await press('g', 'd');
  await list().getByText('A calm thought.').waitFor();
}

async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    await press('Tab');
    if (
      await page.evaluate(
        (wanted) =>
          (document.activeElement as HTMLInputElement)?.labels?.[0]?.textContent === wanted ||
          document.activeElement?.textContent === wanted,
        name,
      )
    )
      return;
  }
  throw new Error(`not reached by Tab: ${name}`);
}

describe('the page of decisions', () => {
  it('shows the newest first, and by keyboard alone only what fits', async () => {
    await atTheDecisions();
    expect((await texts()).map((text) => text.slice(0, 6))).toEqual(['A long', '=1+1 i', 'A calm', 'You fo']);
    await tabTo('Decision');
    await page.keyboard.type('published');
    await list().getByText('You fools!').waitFor({ state: 'detached' });
    expect(await texts()).toEqual(['A calm thought.']);
    await tabTo('From');
    await page.keyboard.type('01012000');
    await list().getByText('A calm thought.').waitFor();
    await page.getByLabel('Until').fill('2001-01-01');
    await page.getByText('Nothing was decided that fits.').waitFor();
    await isFine();
  });

  it('is saved as a table, as far as it is shown', async () => {
    await atTheDecisions();
    await page.getByLabel('Decision', { exact: true }).selectOption('rejected');
    await list().getByText('A calm thought.').waitFor({ state: 'detached' });
    await page.locator('body').focus();
    await tabTo('Save as a table (CSV)');
    const download = page.waitForEvent('download');
    await press('Enter');
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('decisions.csv');
    const lines = (await readFile((await saved.path()) ?? '', 'utf8')).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain(`"'=1+1 is two"`);
  });

  it('says when the service does not answer, and keeps what it shows', async () => {
    await atTheDecisions();
    await page.route('**/decisions?*', (route) => route.abort());
    await page.getByLabel('Decision', { exact: true }).selectOption('held');
    await page
      .getByRole('alert')
      .getByText(/does not answer/)
      .waitFor();
    expect(await texts()).toHaveLength(4);
    await isFine();
  });

  it.each(['light', 'dark'] as const)('is for everybody, %s', async (colorScheme) => {
    await atTheDecisions({ colorScheme });
    await isFine();
  });

  it.each([320, 400, 768])('fits into %d pixels', async (width) => {
    await atTheDecisions({ viewport: { width, height: 700 } });
    await isFine();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, main *')]
        .filter(
          (element) =>
            element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'hidden',
        )
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
  });

  it('tells the reason, and apart from it what the author was told', async () => {
    const id = await held.hold('You clowns!');
    const decision = { verdict: 'reject', revision: 1, reasonId: held.reasonId('insult'), message: 'Please.\nNot so.' };
    await held.administrator.post(`/api/v1/comments/${id}/decisions`, decision);
    await atTheDecisions();
    const row = list().getByRole('listitem').filter({ hasText: 'You clowns!' });
    expect(await row.locator('.why').textContent()).toMatch(/^Reason: .*Insults somebody/);
    const told = row.locator('.told');
    expect(await told.innerText()).toBe('Message to the author:\nPlease.\nNot so.');
    const [why, message] = await Promise.all([row.locator('.why').boundingBox(), told.boundingBox()]);
    expect(message?.y).toBeGreaterThanOrEqual((why?.y ?? 0) + (why?.height ?? 0));
    expect(await list().getByRole('listitem').filter({ hasText: 'You fools!' }).locator('.told').count()).toBe(0);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/decisions.png` });
  });
});
