import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let reporters: BrowserLike[];
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  reporters = await Promise.all(['Rita Reporter', 'Rolf Reporter'].map((name) => new BrowserLike(demo.serviceUrl).join(name)));
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  for (const { id, revision } of await open())
    await held.administrator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'keep', revision });
});

const open = async (): Promise<{ id: string; revision: number }[]> =>
  (await held.administrator.get('/api/v1/sites/demo/reported')).body.comments;
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const main = () => page.getByRole('main', { name: 'Reported' });
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);

/** A published comment with so many reports; its id. */
async function aReported(text: string, count = 1): Promise<string> {
  const id = await held.hold(text);
  await held.decide(id, 'publish');
  for (const reporter of reporters.slice(0, count)) {
    const report = { reasonId: held.reasonId('insult'), text: 'He means <b>me</b>.' };
    const { status } = await reporter.post(`/api/v1/comments/${id}/reports`, report);
    if (status !== 201) throw new Error(`not reported: ${status}`);
  }
  return id;
}

async function atTheReports(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
  await press('g', 'p');
  await shownText(page).waitFor();
}

describe('what was reported', () => {
  it('is beside who reported it, why and when, and notices with reference, explanation and law', async () => {
    const id = await aReported('You are a fool.');
    const notice = { explanation: 'It is a slander.', law: '§ 186', name: 'Nora Notice', email: 'nora@reader.example', isGoodFaith: true };
    const { body } = await new BrowserLike(demo.serviceUrl).post(`/api/v1/comments/${id}/notices`, notice);
    await atTheReports();
    for (const text of ['Insults somebody', 'He means <b>me</b>.', 'It is a slander.', '1 report', '1 notice'])
      await main().locator('.against').getByText(text, { exact: true }).waitFor();
    for (const text of [/Rita Reporter/, new RegExp(`${body.reference} by .*Nora Notice`), /§ 186/])
      await main().locator('.against').getByText(text).waitFor();
    expect(await page.content()).not.toContain('nora@reader.example');
    expect(new URL(page.url()).pathname).toBe('/console/sites/demo/reported');
  });

  it('is kept by a key, comes back by another, and the most urgent comes first', async () => {
    const mild = await aReported('Mild.');
    const worse = await aReported('Worse.', 2);
    await atTheReports();
    expect(await listedTexts(page)).toEqual(['Worse.', 'Mild.']);
    await press('e');
    await newsSays(/Kept/);
    await shownText(page).getByText('Mild.').waitFor();
    await until('kept', async () => (await open()).map(({ id }) => id).join() === mild);
    await press('u');
    await newsSays(/Taken back/);
    await shownText(page).getByText('Worse.').waitFor();
    await until('open again', async () => (await open()).some(({ id }) => id === worse));
  });

  it('is removed with a reason by its number, and published again by undo', async () => {
    const id = await aReported('To be removed.');
    await atTheReports();
    await press('r');
    await page.getByRole('dialog', { name: 'Why is it removed?' }).locator('.choice:focus').waitFor();
    await press('1');
    await newsSays(/Removed/);
    await page.getByText('Nothing is reported.').waitFor();
    await until('removed', async () => (await held.seenByAll(id)) !== 'published');
    await press('u');
    await shownText(page).getByText('To be removed.').waitFor();
    await until('published', async () => (await held.seenByAll(id)) === 'published');
  });

  it('appears by itself, is leased to who looks at it, and stays while it is read', async () => {
    const id = await aReported('The first.');
    await atTheReports();
    await until('leased', async () => ((await open()) as { lease?: unknown }[])[0]?.lease !== null);
    await aReported('The second.');
    await until('both', async () => (await listedTexts(page)).length === 2);
    await held.administrator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'keep', revision: 1 });
    await page
      .locator('.trouble')
      .getByText(/does not wait any more/)
      .waitFor();
    await shownText(page).getByText('The first.').waitFor();
    await press('j');
    await shownText(page).getByText('The second.').waitFor();
    expect(await listedTexts(page)).toEqual(['The second.']);
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 768],
  ] as const)('is for everybody: %s, %d pixels wide', async (colorScheme, width) => {
    await aReported(`A long one. ${'wordwithoutanyend'.repeat(20)}`, 2);
    await atTheReports({ colorScheme, viewport: { width, height: 800 } });
    await page.locator('.counts').waitFor();
    await isFine();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, .list, .held-list, .pane-scroll, .decisions, .news')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/reported-${colorScheme}-${width}.png` });
  });
});
