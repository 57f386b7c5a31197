import type { Page } from 'playwright-core';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser, sql } = demoWithColleague();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  await held.decideAll();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const hold = (text: string) => held.hold(text);
const shows = (text: string) => shownText(page).getByText(text, { exact: true }).waitFor();
const inPane = '.pane-scroll .text';
const inFocus = '[aria-selected=true] .row-text';
const isBlurred = async (selector: string) =>
  (await page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).filter)) !== 'none';

/** As somebody who has texts blurred. */
async function enter(): Promise<void> {
  page = await openConsole(browser, demo);
  await page.evaluate((kept) => localStorage.setItem('parley-console', kept), JSON.stringify({ blur: true }));
  await page.reload();
  await signIn(page, held.credentials);
  await page.getByRole('combobox', { name: 'What is held' }).waitFor();
}

describe('blurred texts', () => {
  it('are covered again where another text takes the place of the one that was shown', async () => {
    const id = await hold('First.');
    await enter();
    await shows('First.');
    await press('Space');
    await until('it is shown', async () => !(await isBlurred(inPane)));
    await held.edit(id, 'Worse.');
    await sql(`select pg_notify('queue_moved', id::text) from site where key = 'demo'`);
    await shows('Worse.');
    for (const selector of [inPane, inFocus]) expect([selector, await isBlurred(selector)]).toEqual([selector, true]);
  });

  it('are not shown because the keyboard passes by, but by its key, wherever it is', async () => {
    await hold('A [link](https://example.org/one) in it.');
    await enter();
    await shownText(page).locator('a').waitFor();
    await shownText(page).locator('a').focus();
    expect(await isBlurred(inPane)).toBe(true);
    await page.getByRole('listbox').focus();
    for (const selector of [inPane, inFocus]) expect([selector, await isBlurred(selector)]).toEqual([selector, true]);
    await shownText(page).locator('a').focus();
    await press('z');
    expect(await isBlurred(inPane)).toBe(false);
  });

  it('are shown by the key on a page where none is in focus, those that are there by then', async () => {
    await held.decide(await hold('Decided on.'), 'publish');
    await enter();
    await press('g', 'd');
    await page.locator('blockquote.covered').first().waitFor();
    expect(await isBlurred('blockquote')).toBe(true);
    await press('Space');
    expect(await isBlurred('blockquote')).toBe(false);
    await press('z');
    expect(await isBlurred('blockquote')).toBe(true);
  });

  it('are covered again after an edit on the search too', async () => {
    const id = await hold('A known text.');
    await until('it can be found', async () => {
      const { comments } = (await held.administrator.get('/api/v1/sites/demo/comments?text=known')).body;
      return comments.some((comment: { id: string }) => comment.id === id);
    });
    await enter();
    await press('g', 's');
    await page.getByRole('main', { name: 'Search' }).waitFor();
    await shows('A known text.');
    await press('Space');
    await until('it is shown', async () => !(await isBlurred(inPane)));
    await held.edit(id, 'A worse text.');
    // Nothing is decided on a text that became another, which is shown then.
    await press('a');
    await shows('A worse text.');
    for (const selector of [inPane, inFocus]) expect([selector, await isBlurred(selector)]).toEqual([selector, true]);
  });
});
