import type { Page } from 'playwright-core';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
/** Long before anybody would look without being told. */
const soon = { timeout: 5_000 };
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

/** The console, in which the time between two looks never passes. */
async function work(text: string): Promise<void> {
  await held.hold(text);
  page = await openConsole(browser, demo);
  await page.addInitScript(() => {
    globalThis.setInterval = (() => 0) as unknown as typeof setInterval;
  });
  await page.reload();
  await signIn(page, held.credentials);
  await shownText(page).getByText(text, { exact: true }).waitFor();
}

describe('the open queue', () => {
  it('is told at once what comes and goes, and nothing that is being read moves', async () => {
    await work('Here first.');
    const place = await shownText(page).boundingBox();
    const id = await held.hold('New here.');
    await page.getByRole('option', { name: /New here/ }).waitFor(soon);
    await held.decide(id, 'reject', 'advertising');
    await page.getByRole('option', { name: /New here/ }).waitFor({ ...soon, state: 'detached' });
    expect(await shownText(page).boundingBox()).toEqual(place);
    expect(await listedTexts(page)).toEqual(['Here first.']);
  });

  it('asks whoever is there to sign in again when their session ends, and goes on hearing', async () => {
    await work('Here first.');
    await page.evaluate(() => fetch('/api/v1/console/session', { method: 'DELETE' }));
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor(soon);
    await page.locator('input[name=password]:focus').waitFor();
    await page.keyboard.type(held.credentials.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await held.hold('After that.');
    await page.getByRole('option', { name: /After that/ }).waitFor(soon);
  });

  it('sees what came while the connection was gone, and hears again', async () => {
    await work('Here first.');
    await page.context().setOffline(true);
    await held.hold('Meanwhile.');
    await demo.kill();
    await demo.boot();
    await page.context().setOffline(false);
    await until('what came is there', async () => (await listedTexts(page)).includes('Meanwhile.'));
    await held.hold('After that.');
    await page.getByRole('option', { name: /After that/ }).waitFor(soon);
  });
});
