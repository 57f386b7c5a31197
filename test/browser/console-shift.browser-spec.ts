import type { Page } from 'playwright-core';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoWithColleague();
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
const shows = (text: string) => shownText(page).getByText(text, { exact: true }).waitFor();
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const text = (number: number) => `The thylacine number ${number}.`;
const history = async (id: string) => (await held.administrator.get(`/api/v1/sites/demo/readers/${id}`)).body;

it('a shift is done without a mouse: sign in, decide on ten, note, sanction, undo, search', async () => {
  const ids: string[] = [];
  for (let number = 1; number <= 12; number += 1) ids.push(await held.hold(text(number)));
  page = await openConsole(browser, demo);
  await signIn(page, held.credentials);
  for (let number = 1; number <= 10; number += 1) {
    await shows(text(number));
    if (number % 2 === 0) await press('a');
    else {
      await press('r');
      await page.locator('.choice:focus').waitFor();
      await press('1');
    }
  }
  await shows(text(11));
  await until('all ten are decided', async () => (await held.waiting()).length === 2);
  expect(await Promise.all(ids.slice(0, 10).map((id) => held.seenByAll(id)))).toEqual(
    Array.from({ length: 5 }, () => ['unknown', 'published']).flat(),
  );

  const { author } = (await held.waiting()).find(({ id }) => id === ids[10]) ?? { author: { id: '' } };
  await press('n');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('Writes about animals; a or r.');
  await press('Control+Enter');
  await until('the note is there', async () => (await history(author.id)).notes.length === 1);
  await page.locator('textarea').waitFor({ state: 'hidden' });

  await press('s');
  await page.locator('.choice:focus').waitFor();
  await press('2', '1', 'Enter');
  await until('the sanction is there', async () =>
    (await history(author.id)).sanctions.some(({ isInForce }: { isInForce: boolean }) => isInForce),
  );
  await press('u');
  await until('it is lifted', async () =>
    (await history(author.id)).sanctions.every(({ isInForce }: { isInForce: boolean }) => !isInForce),
  );

  await press('a');
  await shows(text(12));
  await press('u');
  await newsSays(/waits again/);
  await shows(text(11));
  await until('it waits again', async () => (await held.waiting()).length === 2);

  await press('g', 's');
  await page.locator('[data-search]').waitFor();
  await press('/');
  await page.locator('[data-search]:focus').waitFor();
  await page.keyboard.type('thylacine 10');
  await press('Enter');
  await page.locator('.row-text mark').getByText('thylacine').first().waitFor();
  await shownText(page).getByText(text(10)).waitFor();
}, 120_000);
