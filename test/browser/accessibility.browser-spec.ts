import type { Page } from 'playwright-core';
import { languages } from '../../contract/embed';
import { axeViolations } from '../support/axe';
import { demoInBrowser } from '../support/demo-in-browser';

describe('the framed document is for everybody', () => {
  const { demo, browser } = demoInBrowser();
  let page: Page;

  beforeEach(async () => {
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
  });
  afterEach(() => page.context().close());

  it.each(languages)('as it arrives, in %s', async (lang) => {
    await page.goto(demo.frameUrl({ lang }));
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each(['light', 'dark'])('%s, with a pale accent and with a dark one', async (theme) => {
    for (const accent of ['#ffee99', '#101030']) {
      await page.goto(demo.frameUrl({ theme, accent }));
      await page.getByRole('textbox').first().click();
      expect(await axeViolations(page)).toEqual([]);
    }
  });

  it('while somebody writes, is refused, is asked to join, and makes a mistake', async () => {
    await page.goto(demo.frameUrl());
    await page.getByRole('textbox', { name: 'Your comment', exact: true }).click();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Your comment', exact: true }).fill('A thought.');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByLabel('E-mail', { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('form', { name: 'Join the conversation' }).getByRole('button', { name: 'Join', exact: true }).click();
    for (const field of ['name', 'email', 'password']) {
      expect(await page.locator(`input[name=${field}][aria-invalid=true]`).getAttribute('aria-describedby')).toMatch(
        `join-${field}-trouble`,
      );
    }
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('join-name');
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([
    ['without a comment yet', { article: 'nobody-wrote-here' }],
    ['where it cannot be shown', { article: 'x', origin: 'https://elsewhere.example' }],
  ])('%s', async (_, given: Record<string, string>) => {
    await page.goto(demo.frameUrl(given));
    expect(await axeViolations(page)).toEqual([]);
  });

  it('at 320 pixels, and with text twice as large, nothing is cut off or scrolls sideways', async () => {
    for (const lang of languages) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(demo.frameUrl({ lang }));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 640, height: 800 });
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    }
  });
});
