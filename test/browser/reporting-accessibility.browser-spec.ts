import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { axeViolations } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { aSession } from '../support/frame-reader';

const { demo, browser } = demoWithColleague();
let author: BrowserLike;
let threadId: string;
let page: Page;

beforeAll(async () => {
  author = await new BrowserLike(demo.serviceUrl).join('Author Looked At');
  threadId = (await author.get('/api/v1/sites/demo/threads/night-train')).body.id;
}, 90_000);
afterEach(() => page.context().close());

describe.each([
  ['light', 'en', 900],
  ['dark', 'de', 320],
  ['light', 'ar', 320],
  ['light', 'es', 320],
  ['light', 'fr', 320],
])('reporting, %s, in %s, %i pixels wide, is for everybody', (theme, lang, width) => {
  async function isFine(): Promise<void> {
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  it('with each form, what is missing in it, and a folded comment', async () => {
    const text = `Looked at ${theme} ${lang}.`;
    await author.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text });
    const storageState = await aSession(browser, demo, `Looker ${theme} ${lang}`);
    page = await (await browser.newContext({ bypassCSP: true, storageState, viewport: { width, height: 900 } })).newPage();
    await page.goto(demo.frameUrl({ theme, lang }));
    await page.getByText(`Looker ${theme} ${lang}`).first().waitFor();
    await page.getByRole('article').filter({ hasText: text }).locator('.actions button[aria-expanded]').last().click();
    await page.getByRole('radio').first().waitFor();
    await isFine();
    await page.locator('.report .primary').click();
    await isFine();
    await page.getByRole('radio').first().check();
    await page.locator('.report .primary').click();
    await page.locator('.is-folded').waitFor();
    await isFine();
    await page.locator('.report > .link').first().click();
    await page.getByRole('checkbox').first().waitFor();
    await isFine();
    await page.locator('.report .primary').click();
    await page.locator('.report [aria-invalid]').first().waitFor();
    await isFine();
  });

  it('with the receipt of a notice, and the question what became of one', async () => {
    const text = `Given notice of ${theme} ${lang}.`;
    await author.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text });
    page = await (await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 } })).newPage();
    await page.goto(demo.frameUrl({ theme, lang }));
    await page.getByRole('article').filter({ hasText: text }).locator('.actions button[aria-expanded]').last().click();
    await page.locator('.report > .link').first().click();
    await page.locator('.report textarea').fill('It tells where I live.');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.locator('.report .primary').click();
    await page.locator('.report-reference').waitFor();
    await page.locator('.report-buttons button').first().click();
    await isFine();
    await page.locator('.report > .link').click();
    await page.locator('.report input').waitFor();
    await page.locator('.report .primary').click();
    await page.locator('.report strong').waitFor();
    await isFine();
    await page.locator('.report input').fill('Donaudampfschifffahrtsgesellschaft');
    await page.locator('.report .primary').click();
    await page.locator('.report [aria-invalid]').waitFor();
    await isFine();
  });
});
