import type { Frame, Page } from 'playwright-core';
import { languages } from '../../contract/embed';
import { anArticlePage, loaderTag } from '../support/article-pages';
import { axeViolations } from '../support/axe';
import { conversationFrame } from '../support/chromium';
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

  it('at 320 pixels nothing scrolls sideways', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    for (const lang of languages) {
      await page.goto(demo.frameUrl({ lang }));
      expect(await sideways(page.mainFrame())).toEqual([]);
    }
  });

  it.each(languages)('in an article at 320 pixels, also with text twice as large, nothing sticks out, in %s', async (lang) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const placeholder = `<div style="padding: 0 20px" lang="${lang}"><div data-parley-thread="night-train"></div></div>`;
    await page.goto(await anArticlePage(page, demo, { body: `${placeholder}${loaderTag(demo)}` }));
    const frame = await conversationFrame(page);
    const composer = frame.getByRole('textbox').first();
    // The invitation is not cut through where it would take a second line.
    expect(await composer.evaluate((field) => field.scrollHeight - field.clientHeight)).toBe(0);
    for (const size of ['100%', '200%']) {
      for (const each of page.frames()) {
        await each.evaluate((given) => {
          document.documentElement.style.fontSize = given;
        }, size);
      }
      await composer.click();
      await frame.locator('.mark').last().waitFor();
      expect(await sideways(frame)).toEqual([]);
      await frame.locator('.join-button').click();
      await frame.locator('.join input').first().waitFor();
      expect(await sideways(frame)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
});

/** What is wider than its place: the document, or what stands in it. */
function sideways(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const wide = [...document.querySelectorAll('html, .toolbar, .join, .join-field, .page-head, .composer-footer, .orders, .actions')];
    return wide.filter((element) => element.scrollWidth > element.clientWidth).map(({ tagName, className }) => `${tagName}.${className}`);
  });
}
