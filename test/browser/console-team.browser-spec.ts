import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, signIn, tabTo } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);

async function atTheTeam(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
  await press('g', 't');
  await page.getByRole('heading', { name: 'Who works here' }).waitFor();
}

/** Somebody who works here, and their browser. */
async function aMember(name: string, role: string): Promise<BrowserLike> {
  const reader = await new BrowserLike(demo.serviceUrl).join(name);
  const { id } = (await reader.get('/api/v1/me')).body.reader;
  const { status } = await held.administrator.send('PUT', `/api/v1/sites/demo/team/${id}`, { body: { role } });
  if (status !== 204) throw new Error(`no role given: ${status}`);
  return reader;
}

const row = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();

describe('the page of the team', () => {
  it('is worked by keyboard alone: somebody gets another role, leaves, and it is all in the record', async () => {
    await aMember('Berta Moderates', 'moderator');
    await atTheTeam();
    await tabTo(page, /Role of .*Berta Moderates/);
    await press('ArrowUp');
    await page.getByRole('dialog', { name: 'Change a role' }).waitFor();
    await press('Escape');
    await page.locator('select:focus').waitFor();
    expect(await page.getByRole('combobox', { name: /Role of .*Berta/ }).inputValue()).toBe('moderator');
    await press('ArrowUp');
    await page.getByText(/Berta Moderates.* is to be: Editor/).waitFor();
    await page.locator('[role=dialog] button:focus').waitFor();
    await press('Enter');
    await page.getByText(/Berta Moderates.*: Moderator → Editor/).waitFor();
    await tabTo(page, /Remove .*Berta Moderates/);
    await press('Enter');
    await page.locator('[role=dialog] button:focus').waitFor();
    await press('Enter');
    await page.getByText(/Berta Moderates.*: Editor → none/).waitFor();
    expect(await page.getByRole('combobox', { name: /Role of .*Berta/ }).count()).toBe(0);
  });

  it('says why the last administrator stays', async () => {
    await atTheTeam();
    await page.getByRole('button', { name: /Remove .*Ada Ministrator/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page
      .getByRole('alert')
      .getByText(/no other administrator/)
      .waitFor();
    await isFine();
  });

  it('makes a link by which somebody joins the team, and takes another back', async () => {
    await atTheTeam();
    await tabTo(page, /^E-mail$/);
    await page.keyboard.type('guest@example.org');
    await press('Enter');
    const field = page.getByLabel('Link for guest@example.org');
    const link = await field.inputValue();
    await isFine();
    const guest = await (await browser.newContext()).newPage();
    await guest.goto(link);
    await guest.getByText(/invited to be a moderator of/).waitFor();
    expect(await axeViolationsOfPage(guest)).toEqual([]);
    await guest.getByLabel(/^Name/).fill('Gesa Guest');
    await guest.getByLabel(/^Password/).fill('correct horse battery');
    await guest.keyboard.press('Enter');
    await guest.getByRole('link', { name: 'go to the console' }).click();
    await guest.getByRole('main', { name: 'Held' }).waitFor();
    expect(await guest.getByRole('link', { name: 'Team' }).count()).toBe(0);
    await guest.goto(link);
    await guest.getByText(/used already/).waitFor();
    await guest.context().close();
    await page.reload();
    await row('Gesa Guest').waitFor();
    await page.getByLabel('E-mail').fill('other@example.org');
    await press('Enter');
    await page.getByRole('button', { name: /Take back the invitation for other@example.org/ }).click();
    await page.getByText('There are none.').waitFor();
    expect(await page.getByLabel('Link for other@example.org').count()).toBe(0);
  });

  it('says in place that somebody has lost the right to it', async () => {
    await atTheTeam();
    await page.route('**/api/**/team', (route) => route.fulfill({ status: 404, json: { code: 'not_found', detail: '' } }));
    await page.reload();
    await page
      .getByRole('alert')
      .getByText(/no right to it/)
      .waitFor();
    await isFine();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Who works here' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('is for everybody, %s, with a question over it too', async (colorScheme) => {
    await aMember(`Somebody ${colorScheme === 'dark' ? 'Dark' : 'Bright'}`, 'staff');
    await atTheTeam({ colorScheme });
    await isFine();
    await page
      .getByRole('button', { name: /Remove .*Somebody/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await isFine();
  });

  it.each([320, 400, 768])('fits into %d pixels', async (width) => {
    await atTheTeam({ viewport: { width, height: 700 } });
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
});
