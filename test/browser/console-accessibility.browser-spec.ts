import type { Page } from 'playwright-core';
import type { HeldPage } from '../../contract/moderation';
import { axeViolationsOfPage } from '../support/axe';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
const ended = { status: 401, json: { code: 'not_logged_in', detail: '' } };
const text = '> quoted\n\nSee https://example.org/a, **really**: ||hidden||\n\n- `one`\n- two';
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  for (const one of [text, 'Another.', 'A third.']) await held.hold(one);
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('the console, %s, is for everybody', (colorScheme) => {
  beforeEach(async () => {
    page = await openConsole(browser, demo, { colorScheme });
  });

  const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);
  const enter = () => signIn(page, held.credentials);
  const work = async () => {
    await enter();
    await shownText(page).getByText('Another').or(shownText(page).getByText('quoted')).waitFor();
  };

  it('at the door, and when it stays closed', async () => {
    await page.getByLabel('E-mail').waitFor();
    await isFine();
    await signIn(page, { ...held.credentials, password: 'wrong horse' });
    await page.getByText(/do not belong together/).waitFor();
    await isFine();
  });

  it('without an answer at the door', async () => {
    await page.route('**/api/v1/console/me', (route) => route.abort());
    await page.reload();
    await page.getByText('The service does not answer.').waitFor();
    await isFine();
  });

  it('for somebody with nothing to moderate', async () => {
    const me = { reader: { id: 'x', name: 'Staff', email: 'staff@example.org' }, roles: [], sites: [] };
    await page.route('**/api/v1/console/me', (route) => route.fulfill({ json: me }));
    await page.reload();
    await page.getByText(/no site that you moderate/).waitFor();
    await isFine();
  });

  it('with comments that wait', async () => {
    await work();
    await isFine();
  });

  it.each([
    ['r', 'Why is it rejected?'],
    ['?', 'Close what lies over the page'],
    ['Control+k', 'Look for new comments'],
  ])('with what %p opens', async (key, shown) => {
    await work();
    await page.keyboard.press(key);
    await page.getByText(shown).waitFor();
    await isFine();
  });

  it('with a search for commands that finds none', async () => {
    await work();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('xyz');
    await page.getByText('No command is called that.').waitFor();
    await isFine();
  });

  it('with its settings open', async () => {
    await work();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Language').waitFor();
    await isFine();
  });

  it('with a comment that came back', async () => {
    await work();
    await page.route('**/decisions', (route) => route.abort());
    await page.keyboard.press('a');
    await page.getByText(/did not answer/).waitFor();
    await page.keyboard.press('b');
    await page.locator('.trouble').waitFor();
    await isFine();
  });

  it('with a session that has ended', async () => {
    await work();
    await page.route('**/decisions', (route) => route.fulfill(ended));
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await isFine();
  });

  it('with what was found in comments, and colleagues who look at them', async () => {
    const lease = { by: { id: 'grace', name: 'Grace Colleague' }, until: '2999-01-01T00:00:00.000Z' };
    const evidence = { words: [{ word: 'another', list: 'Secrets' }] };
    const findings = [
      { rule: 'watched_words', outcome: 'hold', excerpts: ['Another'], evidence },
      { rule: 'new_reader', outcome: 'hold', excerpts: [], evidence: {} },
    ];
    await page.route('**/api/**/held', async (route) => {
      const { comments } = (await (await route.fetch()).json()) as HeldPage;
      await route.fulfill({ json: { comments: comments.map((comment) => ({ ...comment, findings, lease })), nextCursor: null } });
    });
    await enter();
    await page.getByText(/first: .*Another/).waitFor();
    await page.keyboard.press('j');
    await shownText(page).locator('mark').waitFor();
    await page.keyboard.press('a');
    await page.getByText(/Nothing was decided/).waitFor();
    await page.locator('.row-keeper').first().waitFor();
    await isFine();
  });

  it('with nothing that waits', async () => {
    await page.route('**/api/**/held', (route) => route.fulfill({ json: { comments: [], nextCursor: null } }));
    await enter();
    await page.getByText('Nothing waits for you.').waitFor();
    await isFine();
  });

  it('while it loads, and when it cannot', async () => {
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/**/held', async (route) => {
      await asked;
      await route.abort();
    });
    await enter();
    await page.getByText('The comments are being loaded').waitFor({ state: 'attached' });
    await isFine();
    answer();
    await page.getByText('The comments could not be loaded.').waitFor();
    await isFine();
  });

  it.each([400, 768])('at %d pixels, where nothing is wider than its place', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await work();
    await isFine();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, .top, .list, .held-list, .pane-scroll, .decisions, .news')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('comes back to the list from everything that lies over it', async () => {
    page = await openConsole(browser, demo);
    await signIn(page, held.credentials);
    await page.locator('[role=listbox]:focus').waitFor();
    for (const [key, role] of [
      ['r', 'dialog'],
      ['?', 'dialog'],
      ['Control+k', 'combobox'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole(role).last().waitFor();
      await page.locator('[role=dialog] :focus').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[role=listbox]:focus').waitFor();
    }
  });

  it('shows where it is, on everything that it reaches', async () => {
    page = await openConsole(browser, demo);
    await signIn(page, held.credentials);
    await page.locator('[role=listbox]:focus').waitFor();
    const unseen: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        const row = element.querySelector('[aria-selected=true]') ?? element;
        return { name: element.outerHTML.slice(0, 80), outline: getComputedStyle(row).outlineStyle };
      });
      if (shown !== undefined && shown.outline === 'none') unseen.push(shown.name);
    }
    expect(unseen).toEqual([]);
  });
});
