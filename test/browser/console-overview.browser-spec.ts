import type { Page } from 'playwright-core';
import type { Overview } from '../../contract/overview';
import { axeViolationsOfPage } from '../support/axe';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  for (const text of ['One.', 'Two.', 'Three.']) await held.hold(text);
  const [first = { id: '' }, second = { id: '' }] = await held.waiting();
  await held.decide(first.id, 'publish');
  await held.decide(second.id, 'reject', 'insult');
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

/** A month that has something of everything. */
function aBusyMonth(): Overview {
  const end = Date.parse('2026-11-25T10:00:00Z');
  const hours = Array.from({ length: 720 }, (_, index) => ({
    hour: new Date(end - (719 - index) * 3_600_000).toISOString(),
    comments: 40 + Math.round(35 * Math.sin(index / 4)),
    held: 4 + (index % 5),
  }));
  const waits = Array.from({ length: 30 }, (_, index) => ({
    day: new Date(end - (29 - index) * 86_400_000).toISOString().slice(0, 10),
    decisions: 100,
    medianSeconds: 240 + 20 * (index % 7),
    p90Seconds: 1_400 + 90 * (index % 5),
  }));
  const rules: Overview['rules'] = [
    { rule: 'watched_words', published: 700, rejected: 400 },
    { rule: 'new_reader', published: 900, rejected: 60 },
    { rule: null, published: 20, rejected: 120 },
  ];
  const appeals = waits.map(({ day }, index) => ({ day, made: 5 + (index % 4), decided: 4, overturned: index % 3 }));
  return { days: 30, hours, waits, rules, appeals, decisions: 3_000 };
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);
const plot = (name: string) => page.getByRole('figure', { name });

async function atTheOverview(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await page.route('**/overview?days=30', (route) => route.fulfill({ json: aBusyMonth() }));
  await signIn(page, held.credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
  await press('g', 'v');
  await plot('Comments per hour').locator('svg.recharts-surface').first().waitFor();
}

/** Opens each table by the keyboard alone. */
async function openTables(): Promise<void> {
  const closed = page.locator('details:not([open])');
  while ((await closed.count()) > 0) {
    await closed.first().locator('summary').focus();
    await press('Enter');
  }
}

describe('the overview', () => {
  it('says in tables what its plots show, by keyboard alone', async () => {
    await atTheOverview();
    await openTables();
    const rules = plot('Decisions by rule').getByRole('row');
    expect(await rules.allTextContents()).toEqual(['RuleApprovedRejected', 'No rule11']);
    expect(await plot('Comments per hour').getByRole('row').count()).toBe(169);
    expect(await plot('Minutes from the comment to the decision').getByText('Of the last 2 decisions.').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Over' }).focus();
    await page.keyboard.type('30');
    await plot('Decisions by rule').getByText('Of the last 3,000 decisions.').waitFor();
    expect(await plot('Comments per hour').getByRole('row').count()).toBe(31);
    await plot('Objections').getByText('30 overturned of 120 decided.').waitFor();
    await openTables();
    const appeals = plot('Objections').getByRole('row');
    expect([await appeals.first().textContent(), await appeals.last().textContent(), await appeals.count()]).toEqual([
      'TimeMadeDecidedOverturned',
      'Nov 25, 2026642',
      31,
    ]);
  });

  it('moves nothing when its plots are drawn', async () => {
    await atTheOverview();
    const tops = () => page.locator('figure').evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().top));
    const before = await tops();
    await page.getByRole('combobox', { name: 'Over' }).selectOption('30');
    await plot('Decisions by rule').getByText('Of the last 3,000 decisions.').waitFor();
    expect(await tops()).toEqual(before);
  });

  it.each(['light', 'dark'] as const)('is for everybody, %s, its tables too', async (colorScheme) => {
    await atTheOverview({ colorScheme });
    await page.getByRole('combobox', { name: 'Over' }).selectOption('30');
    await plot('Decisions by rule').getByText('Of the last 3,000 decisions.').waitFor();
    if (process.env.SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.SHOTS}/overview-${colorScheme}.png`, fullPage: true });
    await openTables();
    await isFine();
  });

  it.each([320, 400, 768])('fits into %d pixels', async (width) => {
    await atTheOverview({ viewport: { width, height: 700 } });
    await page.getByRole('combobox', { name: 'Over' }).selectOption('30');
    await plot('Decisions by rule').getByText('Of the last 3,000 decisions.').waitFor();
    await isFine();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, figure, .plot-area')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
  });

  it('says when the service does not answer, and is asked again', async () => {
    await atTheOverview();
    await page.route('**/overview?days=7', (route) => route.abort());
    await page.reload();
    await page
      .getByRole('alert')
      .getByText(/does not answer/)
      .waitFor();
    await isFine();
    await page.unroute('**/overview?days=7');
    await page.getByRole('button', { name: 'Try again' }).click();
    await plot('Decisions by rule').waitFor();
  });
});
