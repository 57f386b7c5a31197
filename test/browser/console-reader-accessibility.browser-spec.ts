import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
const site = '/api/v1/sites/demo';
let held: HeldInDemo;
let page: Page;

/** A comment by somebody of whom much is known. */
beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  const reader = await new BrowserLike(demo.serviceUrl).join();
  await held.hold('Something.', reader);
  const readerId = (await reader.get('/api/v1/me')).body.reader.id;
  const made = (request: object) =>
    held.administrator.post(`${site}/sanctions`, { id: randomUUID(), readerId, reasonId: held.reasonId('hate'), ...request });
  const lifted = await made({ kind: 'warn', message: 'Please read our house rules. '.repeat(3) });
  await held.administrator.send('DELETE', `${site}/sanctions/${lifted.body.id}`);
  for (const request of [{ kind: 'hold' }, { kind: 'ban', isEverywhere: true }]) expect((await made(request)).status).toBe(201);
  await held.administrator.post(`${site}/readers/${readerId}/notes`, { text: `Writes_as_two_${'x'.repeat(80)}\nand more.` });
  await held.administrator.post(`${site}/macros`, { name: 'Rules', text: 'Please read our house rules.' });
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

const card = () => page.getByRole('region', { name: 'The author' });
const dialog = () => page.getByRole('dialog');
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe.each(['light', 'dark'] as const)('what is known of readers and done about them, %s, is for everybody', (colorScheme) => {
  const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);
  const work = async (given: Parameters<typeof openConsole>[2] = {}) => {
    page = await openConsole(browser, demo, { colorScheme, ...given });
    await signIn(page, held.credentials);
    await page.locator('[role=listbox]:focus').waitFor();
  };
  const known = async (given: Parameters<typeof openConsole>[2] = {}) => {
    await work(given);
    await card().getByRole('list', { name: 'In force' }).waitFor();
  };

  it('in the card of the author, while it comes and when it does not', async () => {
    page = await openConsole(browser, demo, { colorScheme });
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/readers/*', (route) => asked.then(() => route.abort()));
    await signIn(page, held.credentials);
    await card().locator('.card-skeleton').waitFor();
    await isFine();
    answer();
    await card().getByRole('button', { name: 'Try again' }).waitFor();
    await isFine();
  });

  it.each([400, 768, 1440])('in all of it, at %d pixels, where nothing is wider than its place', async (width) => {
    await known({ viewport: { width, height: 800 } });
    await isFine();
    const widerThanItsPlace = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('html, .pane, .pane-scroll, .card, .decisions, .mantine-Modal-content, .mantine-Popover-dropdown')]
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map(({ className }) => className),
      );
    expect(await widerThanItsPlace()).toEqual([]);
    for (const [key, sheet] of [
      ['r', '.reasons'],
      ['n', '.message'],
      ['s', '.steps'],
    ] as const) {
      await press(key);
      await page.locator(sheet).waitFor();
      expect(await widerThanItsPlace()).toEqual([]);
      await press('Escape');
      await page.locator(sheet).waitFor({ state: 'detached' });
    }
  });

  it('in the sheet of reasons, with them, with a message, and without them', async () => {
    await work();
    await press('r');
    await page.locator('.choice:focus').waitFor();
    await isFine();
    await press('m');
    await page.keyboard.type('Hello.');
    await isFine();
    await page.context().close();
    page = await openConsole(browser, demo, { colorScheme });
    await page.route('**/reasons', (route) => route.abort());
    await signIn(page, held.credentials);
    await page.locator('[role=listbox]:focus').waitFor();
    await press('r');
    await page.getByText('The reasons could not be loaded.').waitFor();
    await isFine();
  });

  it('in the sheet of a note, and when it could not be written', async () => {
    await known();
    await press('n');
    await page.locator('textarea:focus').waitFor();
    await isFine();
    await page.route('**/notes', (route) => route.abort());
    await page.keyboard.type('Something.');
    await press('Control+Enter');
    await dialog()
      .getByText(/did not answer/)
      .waitFor();
    await isFine();
  });

  it('in each step of a sanction, when it is refused, and where one is lifted', async () => {
    await known();
    await press('s');
    for (const [step, digit] of [
      ['What shall it be?', '3'],
      ['For how long?', '2'],
      ['Why?', '1'],
    ] as const) {
      await page.getByRole('heading', { name: step }).waitFor();
      await page.locator('.choice:focus').waitFor();
      await isFine();
      await press(digit);
    }
    await page.getByRole('heading', { name: 'This will happen' }).waitFor();
    await isFine();
    await page.route('**/sanctions', (route) => route.abort());
    await press('Enter');
    await dialog()
      .getByText(/did not answer/)
      .waitFor();
    await isFine();
    await press('Escape', 'l');
    await page.locator('.choice:focus').waitFor();
    await isFine();
  });
});

describe('the keyboard', () => {
  it('comes back to the list from everything that is done about a reader', async () => {
    page = await openConsole(browser, demo);
    await signIn(page, held.credentials);
    await card().getByRole('list', { name: 'In force' }).waitFor();
    for (const key of ['n', 's', 'l', 'r']) {
      await page.locator('[role=listbox]:focus').waitFor();
      await press(key);
      await page.locator('[role=dialog] :focus').waitFor();
      await press('Escape');
      await dialog().waitFor({ state: 'detached' });
    }
    await page.locator('[role=listbox]:focus').waitFor();
  });
});
