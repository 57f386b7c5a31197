import type { BrowserContext, Page } from 'playwright-core';
import { anArticlePage, rendered } from '../support/article-pages';
import { conversationFrame } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';

const light = [255, 255, 255];
const dark = [22, 24, 26];
const darkRule = 'background: rgb(22 24 26); color: #e9e6df';
/** Their colour is one of the newer kinds, and takes its time to change. */
const slowLinks = '<style>a { color: oklch(0.6 0.12 200); transition: all 1s }</style>';

describe('on a page of any ground the conversation can be read', () => {
  const { demo, browser } = demoInBrowser();
  let context: BrowserContext;
  let page: Page;

  afterEach(() => context.close());

  async function open(system: 'light' | 'dark', head: string): Promise<void> {
    context = await browser.newContext({ colorScheme: system });
    page = await context.newPage();
    await page.goto(await anArticlePage(page, demo, { head }));
    await (await conversationFrame(page)).getByRole('article').first().waitFor();
  }

  async function frameAddress(): Promise<URLSearchParams> {
    return new URL((await page.locator('iframe').getAttribute('src')) ?? '').searchParams;
  }

  /** The ground of the page shows, and what is written stands out from it. */
  async function expectReadableOn(ground: number[]): Promise<void> {
    const frame = await conversationFrame(page);
    for (const [selector, contrast] of [
      ['h2', 12],
      ['.comment .text', 12],
      ['.when', 4.5],
      ['.comment .quiet', 4.5],
    ] as const) {
      const seen = await rendered(page, frame, selector);
      expect({ selector, corner: seen.corner }).toEqual({ selector, corner: ground });
      expect(seen.contrast).toBeGreaterThan(contrast);
    }
  }

  function themeWorn(theme: string): Promise<unknown> {
    return page.frameLocator('iframe').locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' });
  }

  it('when the page knows only light, and the system is dark', async () => {
    await open('dark', '');
    expect((await frameAddress()).get('theme')).toBe('light');
    await expectReadableOn(light);
  });

  it('when the page is dark, says so to nobody, and the system is light', async () => {
    await open('light', `<style>body { ${darkRule} }</style>`);
    expect((await frameAddress()).get('theme')).toBe('dark');
    await expectReadableOn(dark);
  });

  it('when the page is dark or light as a class says, and changes slowly', async () => {
    await open('light', `<style>html.night body { ${darkRule} } body { background: #fff; transition: background-color .3s }</style>`);
    await expectReadableOn(light);
    await page.evaluate(() => document.documentElement.classList.add('night'));
    await themeWorn('dark');
    await expectReadableOn(dark);
    await page.evaluate(() => document.documentElement.classList.remove('night'));
    await themeWorn('light');
    await expectReadableOn(light);
  });

  it('when the page is as the system is, and the system changes', async () => {
    await open('dark', '<meta name="color-scheme" content="light dark">');
    expect((await frameAddress()).get('theme')).toBe('dark');
    const { corner: darkCanvas } = await rendered(page, await conversationFrame(page), 'h2');
    expect(Math.max(...darkCanvas)).toBeLessThan(40);
    await expectReadableOn(darkCanvas);
    await page.emulateMedia({ colorScheme: 'light' });
    await themeWorn('light');
    await expectReadableOn(light);
  });

  it('when the placeholder asks for the other theme, which then has a ground of its own', async () => {
    await open('light', '');
    await page.locator('[data-parley-thread]').evaluate((element) => element.setAttribute('data-parley-theme', 'dark'));
    await themeWorn('dark');
    const { corner, contrast } = await rendered(page, await conversationFrame(page), 'h2');
    expect(Math.max(...corner)).toBeLessThan(40);
    expect(contrast).toBeGreaterThan(12);
  });

  it('and wears the colour of links, however the page writes it', async () => {
    await open('light', slowLinks);
    expect((await frameAddress()).get('accent')).toBe('#00959c');
    await page.locator('[data-parley-thread]').evaluate((element) => element.style.setProperty('--parley-accent', 'color(srgb 1 0 0)'));
    await page.frameLocator('iframe').locator('html[style*="#ff0000"]').waitFor({ state: 'attached' });
  });
});
