import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoWithColleague();
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
const main = () => page.getByRole('main', { name: 'Search' });
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const isNow = (text: string) => page.locator('.found-status').getByText(text).waitFor();
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);
const address = () => `${demo.serviceUrl}/console/sites/demo/search`;

/** A comment that can be searched, which it can be a moment after it was posted; its id. */
async function aComment(text: string): Promise<string> {
  const id = await held.hold(text);
  const word = encodeURIComponent(text.split(' ')[1] ?? '');
  await until('it can be found', async () => {
    const { comments } = (await held.administrator.get(`/api/v1/sites/demo/comments?text=${word}`)).body;
    return comments.some((comment: { id: string }) => comment.id === id);
  });
  return id;
}

async function atTheSearch(query = '', options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
  if (query === '') await press('g', 's');
  else await page.goto(`${address()}${query}`);
  await main().locator('[data-search]').waitFor();
}

async function lookFor(words: string): Promise<void> {
  await press('/');
  await page.locator('[data-search]:focus').fill(words);
  await press('Enter');
  await page.locator('[role=listbox]:focus').waitFor();
}

describe('the search', () => {
  it('finds by words, marks them, and has an address that finds the same again', async () => {
    await aComment('The quokka sings <b>loudly</b>.');
    await aComment('Nobody sings here.');
    await atTheSearch();
    await lookFor('quokka');
    await page.locator('.row-text mark').getByText('quokka').waitFor();
    expect(await listedTexts(page)).toEqual(['The quokka sings <b>loudly</b>.']);
    await page.getByText('1 comment', { exact: true }).waitFor();
    await shownText(page).locator('mark').getByText('quokka').waitFor();
    expect(new URL(page.url()).search).toBe('?text=quokka');
    await page.reload();
    await page.locator('.row-text mark').getByText('quokka').waitFor();
    expect(await page.getByLabel('Words').inputValue()).toBe('quokka');
  });

  it('narrows by status and by author, and says when nothing is left', async () => {
    const id = await aComment('A wombat of mine.');
    await aComment('A wombat of yours.');
    await held.decide(id, 'publish');
    await atTheSearch('?text=wombat');
    await until('both', async () => (await listedTexts(page)).length === 2);
    await page.getByLabel('published').check();
    await until('one', async () => (await listedTexts(page)).join() === 'A wombat of mine.');
    const name = await page.locator('.row-author').textContent();
    await page.getByLabel('Author', { exact: true }).fill(name?.slice(0, 6) ?? '');
    await page
      .getByRole('list', { name: 'Authors of that name' })
      .getByText(name ?? '')
      .first()
      .waitFor();
    await press('Enter');
    await page.getByRole('button', { name: `Any author instead of` }).waitFor();
    await until('its address', () => Promise.resolve(new URL(page.url()).searchParams.get('name') === name));
    await page.getByLabel('published').uncheck();
    await page.getByLabel('removed').check();
    await page.getByText('Nothing was found.').waitFor();
    await isFine();
  });

  it('has all decisions by key, which stay where they are and are taken back', async () => {
    const id = await aComment('An emu to decide on.');
    await atTheSearch('?text=emu');
    await isNow('It is held now.');
    await press('a');
    await newsSays(/Approved/);
    await until('published', async () => (await held.seenByAll(id)) === 'published');
    await press('r');
    await page.getByRole('dialog', { name: 'Why is it removed?' }).locator('.choice:focus').waitFor();
    await press('m');
    await page.keyboard.type('Not 1 of ours, r or a.');
    await press('Control+Enter', '1');
    await newsSays(/Removed/);
    await isNow('It is removed now.');
    await page
      .locator('.found-status')
      .getByText(/published → removed, by .*Ada/)
      .waitFor();
    await press('u');
    await newsSays(/Taken back/);
    await page
      .locator('.found-status')
      .getByText(/removed → published/)
      .waitFor();
    await press('h');
    await isNow('It is held now.');
    await until('hidden', async () => (await held.seenByAll(id)) === 'unknown');
  });

  it('has a pick by key, which is taken back by the same key, for editors and of what is published', async () => {
    const id = await aComment('A narwhal to pick.');
    await atTheSearch('?text=narwhal');
    await isNow('It is held now.');
    await press('f');
    const pick = page.getByRole('toolbar').getByRole('button', { name: /Pick/ });
    expect([await pick.isDisabled(), await page.locator('.found-pick').count()]).toEqual([true, 0]);
    await press('a');
    await isNow('It is published now.');
    await press('f');
    await newsSays(/^Picked/);
    await page.locator('.found-pick').waitFor();
    expect(await pick.getAttribute('aria-pressed')).toBe('true');
    const isPicked = async () =>
      (await held.administrator.get('/api/v1/sites/demo/comments?text=narwhal')).body.comments[0]?.pickedAt !== null;
    await until('picked', isPicked);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/search-pick.png` });
    await isFine();
    await press('f');
    await newsSays(/Not picked any more/);
    await page.locator('.found-pick').waitFor({ state: 'detached' });
    await until('no pick', async () => !(await isPicked()));
    expect(await held.seenByAll(id)).toBe('published');
  });

  it('says who was quicker, and does not decide on a text that became another', async () => {
    const id = await aComment('A dingo waits.');
    await atTheSearch('?text=dingo');
    await isNow('It is held now.');
    await held.edit(id, 'A tame animal waits.');
    await press('a');
    await page.getByText(/Its author has edited it/).waitFor();
    await shownText(page).getByText('A tame animal waits.').waitFor();
    await press('a');
    await newsSays(/nothing was decided/);
    await page.route('**/decisions', (route) => route.abort());
    await press('a');
    await page.getByText(/The service did not answer/).waitFor();
    await isNow('It is held now.');
    await isFine();
  });

  it('keeps what was typed and found when the service does not answer, and says what is missing', async () => {
    await aComment('A koala is there.');
    await atTheSearch('?text=koala');
    await shownText(page).getByText('koala').first().waitFor();
    await page.route('**/comments?*', (route) => route.abort());
    await press('/');
    await page.locator('[data-search]').fill('koala bear');
    await press('Enter');
    await page
      .getByRole('alert')
      .getByText(/does not answer/)
      .waitFor();
    expect(await page.getByLabel('Words').inputValue()).toBe('koala bear');
    expect(await listedTexts(page)).toEqual(['A koala is there.']);
    await page.unrouteAll();
    await page.route('**/comments?*', async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, gaps: ['took_too_long', 'being_prepared'] } });
    });
    await lookFor('koala');
    await page.getByText(/given up after some time/).waitFor();
    await page.getByText(/still being prepared/).waitFor();
    await isFine();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 768],
  ] as const)('is for everybody: %s, %d pixels wide', async (colorScheme, width) => {
    await aComment(`A platypus. ${'wordwithoutanyend'.repeat(20)}`);
    await atTheSearch('?text=platypus', { colorScheme, viewport: { width, height: 800 } });
    await page.locator('.counts').waitFor();
    await isFine();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, .search-form, .list, .held-list, .pane-scroll, .decisions, .news')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/search-${colorScheme}-${width}.png` });
  });
});
