import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser, sql } = demoWithColleague();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
}, 90_000);
beforeEach(() => held.decideAll());
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const shows = (text: string) => shownText(page).getByText(text, { exact: true }).waitFor();
const alert = (text: string) => page.getByRole('alert').getByText(text);
const main = (name: string) => page.getByRole('main', { name });

async function work(language: 'en' | 'de' = 'en'): Promise<void> {
  await held.hold('A lemur that waits.');
  page = await openConsole(browser, demo);
  await page.evaluate((kept) => localStorage.setItem('parley-console', kept), JSON.stringify({ language }));
  await page.reload();
  await signIn(page, held.credentials);
  await page.locator('[role=listbox]:focus').waitFor();
}

/** Comments without a text, which the service never sends: nothing that shows them is prepared for that. */
async function breakTexts(path: RegExp): Promise<void> {
  await page.route(path, async (route) => {
    const answer = await (await route.fetch()).json();
    const comments = answer.comments.map((comment: object) => ({ ...comment, body: null, excerpt: [] }));
    await route.fulfill({ json: { ...answer, comments } });
  });
}

describe('a page that fails', () => {
  it('says so, is loaded again by its button, and loses nothing that was typed', async () => {
    await work();
    await press('r');
    await page.locator('.choice:focus').waitFor();
    await press('m');
    await page.keyboard.type('Please be kind.');
    await press('Control+Enter', 'Escape');
    await breakTexts(/\/held/);
    await held.hold('Another.');
    await sql(`select pg_notify('queue_moved', id::text) from site where key = 'demo'`);
    await alert('Something on this page has failed.').waitFor();
    await page.getByRole('navigation', { name: 'Parley' }).getByRole('button', { name: 'Settings' }).waitFor();
    expect(await axeViolationsOfPage(page)).toEqual([]);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/broken-page.png` });
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await shows('A lemur that waits.');
    await press('r');
    await page.locator('.choice:focus').waitFor();
    await page.getByRole('textbox').and(page.locator('textarea')).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Please be kind.');
  });

  it('fails again where the fault is still there, and is left for another page, by keys too', async () => {
    await work();
    await breakTexts(/\/sites\/demo\/comments(\?|$)/);
    await press('g', 's');
    await alert('Something on this page has failed.').waitFor();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await alert('Something on this page has failed.').waitFor();
    await press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await press('Escape', 'g', 't');
    await main('Team').getByRole('heading', { name: 'Team' }).waitFor();
    expect(await page.getByRole('alert').filter({ hasText: 'failed' }).count()).toBe(0);
    await press('g', 'h');
    await shows('A lemur that waits.');
  });

  it('says so in German', async () => {
    await work('de');
    await breakTexts(/\/sites\/demo\/comments(\?|$)/);
    await press('g', 's');
    await alert('Auf dieser Seite ist etwas schiefgegangen.').waitFor();
    await page.getByRole('button', { name: 'Die Seite noch einmal laden' }).waitFor();
  });
});

describe('a sheet that fails', () => {
  const closed = () => alert('That has failed and was closed. The fault is ours; what you have written is kept.');

  const openReasons = () => press('r');
  const openSanctions = async () => {
    await press('s');
    await page.locator('.choice:focus').waitFor();
    await press('1');
  };

  it.each([
    ['of reasons', openReasons],
    ['of sanctions', openSanctions],
  ])('is closed with a sentence, and the page stays: %s', async (_, open) => {
    await work();
    await page.route(/\/reasons$/, (route) => route.fulfill({ json: [{ id: '1', key: null, title: { not: 'a text' }, isOn: true }] }));
    await open();
    await closed().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await axeViolationsOfPage(page)).toEqual([]);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/closed-sheet.png` });
    await shows('A lemur that waits.');
    await page.unrouteAll();
    // Its first step needs none of them, and asks for them.
    const areReasonsKnown = page.waitForResponse(/\/reasons$/);
    await press('s');
    await areReasonsKnown;
    await page.locator('.choice:focus').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await open();
    await page.locator('.choice').first().waitFor();
    expect(await closed().count()).toBe(0);
    await press('Escape', 'a');
    await until('it is published', async () => (await held.waiting()).length === 0);
  });
});
