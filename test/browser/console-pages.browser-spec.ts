import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  await held.hold('The first.');
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

async function work(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await page.locator('[role=listbox]:focus').waitFor();
}

const team = () => page.getByRole('main', { name: 'Team' });
const current = () => page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]').textContent();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('the pages of the console', () => {
  it('are gone to by two keys, which the help sheet shows, and have addresses to go back to', async () => {
    await work();
    expect(await current()).toBe('Held');
    await press('?');
    await page.getByRole('row', { name: /Go to the team.*G.*T/ }).waitFor();
    await press('Escape', 'g', 't');
    await team().waitFor();
    expect([await current(), new URL(page.url()).pathname]).toEqual(['Team', '/console/sites/demo/team']);
    await page.goBack();
    await shownText(page).waitFor();
    await page.locator('[role=listbox]:focus').waitFor();
    await page.goForward();
    await team().waitFor();
    await page.reload();
    await team().waitFor();
  });

  it('are gone to by links, and by the palette', async () => {
    await work();
    await page.getByRole('link', { name: 'Team' }).focus();
    await press('Enter');
    await team().waitFor();
    await press('Control+k');
    await page.keyboard.type('held');
    await press('Enter');
    await page.getByRole('main', { name: 'Held' }).waitFor();
  });

  it.each([320, 400, 768])('are one field of the top at %d pixels', async (width) => {
    await work({ viewport: { width, height: 700 } });
    await page.getByRole('combobox', { name: 'Pages' }).selectOption('Team');
    await team().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
  });

  it('give back what somebody looked at when they go elsewhere', async () => {
    await work();
    await expectKeeper(true);
    await press('g', 't');
    await team().waitFor();
    await expectKeeper(false);
    await press('g', 'h');
    await expectKeeper(true);
  });

  /** Waits until the comment is, or is not, looked at. */
  async function expectKeeper(isLookedAt: boolean): Promise<void> {
    for (;;) {
      const [comment] = await held.waiting();
      if ((comment?.lease !== null) === isLookedAt) return;
    }
  }

  it('that cannot be loaded say so, and are loaded when the service answers again', async () => {
    await work();
    await page.route(/assets\/team-page|console\/me/, (route) => route.abort());
    await press('g', 't');
    const failed = page.getByText('The page could not be loaded.');
    await failed.waitFor();
    expect(await axeViolationsOfPage(page)).toEqual([]);
    const asked = page.waitForEvent('requestfailed');
    await page.getByRole('button', { name: 'Try again' }).click();
    await asked;
    await failed.waitFor();
    await page.unrouteAll();
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Try again' }).click();
    await loaded;
    await team().locator('h1').waitFor();
    expect(await failed.count()).toBe(0);
  });
});
