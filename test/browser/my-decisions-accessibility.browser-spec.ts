import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { axeViolations } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { aSession, fromPage, type Session } from '../support/frame-reader';
import { ModeratedDemo } from '../support/moderated-demo';

const { demo, browser, colleague } = demoWithColleague();
const longWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
let suspended: Session;
let warned: Session;
let page: Page;

beforeAll(async () => {
  const moderated = await ModeratedDemo.begin(demo, await colleague());
  suspended = await limited(moderated, 'Susan Suspended', async () => {
    await threeReports(moderated);
    await moderated.sanction(page, { kind: 'hold', message: 'We read first.' });
    await moderated.sanction(page, { kind: 'suspend', endsAt: '2046-12-24T22:58:00Z', message: `Take a rest. ${longWord}` });
  });
  warned = await limited(moderated, 'Walter Warned', () => moderated.sanction(page, { kind: 'warn', message: 'Mind your words.' }));
}, 90_000);
afterEach(() => page.context().close());

/** A reader of whom one comment was removed, and who wrote another. */
async function limited(moderated: ModeratedDemo, name: string, limit: () => Promise<void>): Promise<Session> {
  page = await (await browser.newContext({ storageState: await aSession(browser, demo, name) })).newPage();
  await page.goto(demo.frameUrl());
  const threadId = await page.evaluate(() => JSON.parse(document.getElementById('parley-state')?.textContent ?? '').thread.id);
  const post = (text: string) => fromPage(page, `/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text });
  const { own } = await post(`You fool. ${longWord}`);
  await moderated.decide(own.id, 'remove', 'Please speak of the matter.');
  await post('A calm thought.');
  await limit();
  const session = await page.context().storageState();
  await page.context().close();
  return session;
}

/** One is open, one was upheld, and one was not. */
async function threeReports(moderated: ModeratedDemo): Promise<void> {
  const author = await new BrowserLike(demo.serviceUrl).join('Rude Author');
  const threadId = (await author.get('/api/v1/sites/demo/threads/night-train')).body.id;
  const reasons = (await author.get(`/api/v1/threads/${threadId}/report-reasons`)).body;
  const ids = [];
  for (const text of [`Open. ${longWord}`, 'Removed.', 'Kept.']) {
    const { body } = await author.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text });
    await fromPage(page, `/api/v1/comments/${body.own.id}/reports`, { reasonId: reasons[0].id, text: `He means me. ${longWord}` });
    ids.push(body.own.id);
  }
  await moderated.decide(ids[1], 'remove');
  await moderated.keep(ids[2]);
}

describe.each([
  ['light', 'en', 900],
  ['dark', 'en', 320],
  ['light', 'ar', 320],
  ['light', 'de', 320],
  ['light', 'es', 320],
  ['light', 'fr', 320],
])('what limits a reader, %s, in %s, %i pixels wide, is for everybody', (theme, lang, width) => {
  async function open(storageState: Session): Promise<void> {
    page = await (await browser.newContext({ bypassCSP: true, storageState, viewport: { width, height: 900 } })).newPage();
    await page.goto(demo.frameUrl({ theme, lang }));
    await page.locator('.limit-more').waitFor();
  }

  async function isFine(): Promise<void> {
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  it('in the place of the composer, closed and opened, and in that of a reply', async () => {
    await open(suspended);
    await isFine();
    await page.locator('.limit-more').click();
    await page.locator('.actions button').nth(2).click();
    await page.locator('.limit.is-open').nth(1).waitFor();
    await isFine();
  });

  it('as a warning', async () => {
    await open(warned);
    await page.locator('.limit-more').click();
    await page.locator('.limit .primary').waitFor();
    await isFine();
  });

  it('among their comments and the decisions about them, while they object', async () => {
    await open(suspended);
    await page.locator('.reader-name').click();
    await page.locator('.mine-list li').nth(1).waitFor();
    await isFine();
    await page.getByRole('tab').nth(1).click();
    await page.locator('.mine-list article').nth(2).waitFor();
    await page.locator('.mine-list .is-offer').first().click();
    await isFine();
  });

  it('among what became of their reports', async () => {
    await open(suspended);
    await page.locator('.reader-name').click();
    await page.getByRole('tab').nth(2).click();
    await page.locator('.mine-list article').nth(2).waitFor();
    await isFine();
  });
});
