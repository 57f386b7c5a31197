import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;
/** Who wrote what was reported. */
let readerId: string;

/** One comment that waits, and one that was published and reported. */
beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  const reported = await held.hold('An okapi that is reported.');
  await held.decide(reported, 'publish');
  const reporter = await new BrowserLike(demo.serviceUrl).join('Rita Reporter');
  await reporter.post(`/api/v1/comments/${reported}/reports`, { reasonId: held.reasonId('insult') });
  await held.hold('An okapi that waits.');
  await until('both can be found', async () => {
    const { comments } = (await held.administrator.get('/api/v1/sites/demo/comments?text=okapi')).body;
    readerId = comments.find((comment: { id: string }) => comment.id === reported)?.author.id;
    return comments.length === 2;
  });
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

const places = () => ['held', 'reported', 'search?text=okapi&status=held', 'search?text=okapi&status=published', `readers/${readerId}`];

interface Measured {
  /** What is seen of the decisions, line by line, with where each line ends. */
  lines: { names: string[]; end: number }[];
  /** What is wider than its place. */
  wide: string[];
  hasWays: boolean;
  /** Of the fields that choose a rule, the choices that are cut off. */
  cut: string[];
}

function measure(): Promise<Measured> {
  return page.evaluate(() => {
    const lines = new Map<number, Measured['lines'][number]>();
    for (const button of document.querySelectorAll('.decisions button')) {
      const { top, height, right } = button.getBoundingClientRect();
      if (height === 0) continue;
      const middle = Math.round(top + height / 2);
      const { names } = lines.get(middle) ?? { names: [] };
      lines.set(middle, { names: [...names, button.textContent ?? ''], end: Math.round(right) });
    }
    const boxes = document.querySelectorAll('html, main, .list, .list-head, .search-form, .decisions, .choices, .ways, .decisions button');
    const measuring = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const cut = [...document.querySelectorAll<HTMLSelectElement>('.rule select, .search-rule select')].flatMap((field) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      measuring.font = font;
      if (field.clientWidth === 0) return [];
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return [...field.options].map(({ text }) => text).filter((text) => measuring.measureText(text).width > room);
    });
    return {
      lines: [...lines.values()],
      wide: [...boxes].filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className || box.tagName),
      hasWays: (document.querySelector('.ways') as HTMLElement).offsetWidth > 0,
      cut,
    };
  });
}

describe.each(['en', 'de'] as const)('decisions, in %s,', (language) => {
  it.each([1280, 1125, 1024, 820, 400, 320])(
    'are one line where there is room, and whole lines where not: %d pixels wide',
    async (width) => {
      page = await openConsole(browser, demo, { viewport: { width, height: 800 } });
      await page.evaluate((kept) => localStorage.setItem('parley-console', kept), JSON.stringify({ language }));
      await page.reload();
      await signIn(page, held.credentials);
      await page.locator('[role=listbox]:focus').waitFor();
      for (const place of places()) {
        await page.goto(`${demo.serviceUrl}/console/sites/demo/${place}`);
        await page.locator('.pane .text').waitFor();
        await page.locator('.rule select, .search-rule, .against, .reader-head').first().waitFor({ state: 'attached' });
        const { lines, wide, cut, hasWays } = await measure();
        const name = `${language}-${width}-${place.replace(/\W/g, '-').slice(0, 7)}${place.slice(-4)}`;
        if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
        expect({ place, wide, cut }).toEqual({ place, wide: [], cut: [] });
        if (width >= 820) expect({ place, lines: lines.map(({ names }) => names) }).toEqual({ place, lines: [expect.any(Array)] });
        else expect({ place, ends: new Set(lines.map(({ end }) => end)).size }).toEqual({ place, ends: 1 });
        if (width === 1280 && /^(held|reported)/.test(place)) expect({ place, hasWays }).toEqual({ place, hasWays: true });
      }
    },
  );
});
