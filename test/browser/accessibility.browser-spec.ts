import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../contract/embed';
import { BrowserLike } from '../support/browser-like';
import { launchChromium } from '../support/chromium';
import { Demo } from '../support/demo';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

describe('the framed document is for everybody', () => {
  let demo: Demo;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([Demo.start(), launchChromium()]);
  }, 90_000);
  beforeEach(async () => {
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
  });
  afterEach(() => page.context().close());
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** All that axe knows, but for the heading of the page: that is the article's, around the frame. */
  async function violations(): Promise<string[]> {
    await page.evaluate(axe);
    // The document lets the ground of the article page through; alone in a tab, that is what the browser paints, which axe does not know.
    await page.addStyleTag({ content: 'html { background: Canvas }' });
    const { violations: found } = await page.evaluate<AxeResults>(
      `axe.run(document, { rules: { 'page-has-heading-one': { enabled: false } } })`,
    );
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  }

  it.each(languages)('as it arrives, in %s', async (lang) => {
    await page.goto(demo.frameUrl({ lang }));
    expect(await violations()).toEqual([]);
  });

  it.each(['light', 'dark'])('%s, with a pale accent and with a dark one', async (theme) => {
    for (const accent of ['#ffee99', '#101030']) {
      await page.goto(demo.frameUrl({ theme, accent }));
      await page.getByRole('textbox').first().click();
      expect(await violations()).toEqual([]);
    }
  });

  it('while somebody writes, is refused, is asked to join, and makes a mistake', async () => {
    await page.goto(demo.frameUrl());
    await page.getByRole('textbox', { name: 'Your comment', exact: true }).click();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole('textbox', { name: 'Your comment', exact: true }).fill('A thought.');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByLabel('E-mail', { exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('form', { name: 'Join the conversation' }).getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByText('This name is too short.').or(page.getByText('This is not an e-mail address.')).first().waitFor();
    expect(await violations()).toEqual([]);
  });

  it.each([
    ['without a comment yet', { article: 'nobody-wrote-here' }],
    ['where it cannot be shown', { article: 'x', origin: 'https://elsewhere.example' }],
  ])('%s', async (_, given: Record<string, string>) => {
    await page.goto(demo.frameUrl(given));
    expect(await violations()).toEqual([]);
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

  it('shows a closed conversation without a place to write', async () => {
    const { body: thread } = await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train');
    await page.route('**/embed/thread?*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"mode":"open"', '"mode":"closed"') });
    });
    await page.goto(demo.frameUrl());
    expect(thread.mode).toBe('open');
    await page.getByText('This conversation is closed.').first().waitFor();
    expect(await violations()).toEqual([]);
  });
});
