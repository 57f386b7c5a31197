import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { axeViolations } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';

const { demo, browser } = demoInBrowser();
const longWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
let session: Session;
let loudId: string;
let commentId: string;
let page: Page;

beforeAll(async () => {
  const loud = await new BrowserLike(demo.serviceUrl).join('Donaudampfschifffahrtsgesellschaftskapit');
  const other = await new BrowserLike(demo.serviceUrl).join('Calm Clara');
  loudId = (await loud.get('/api/v1/me')).body.reader.id;
  const threadId = (await loud.get('/api/v1/sites/demo/threads/night-train')).body.id;
  const post = async (by: BrowserLike, text: string, parentId?: string): Promise<string> =>
    (await by.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text, parentId })).body.own.id;
  const asked = await post(other, `Asked. ${longWord}`);
  await post(loud, `Answered. ${longWord}`, asked);
  commentId = await post(loud, `Loud. ${longWord}`);
  await post(other, 'A reply.', commentId);
  session = await aSession(browser, demo, 'Rita Reader');
  page = await (await browser.newContext({ storageState: session })).newPage();
  await page.goto(demo.frameUrl());
  for (const topic of [`thread/${threadId}`, 'section/Transport', `conversation/${asked}`, `reader/${loudId}`])
    await put(`sites/demo/follows/${topic}`);
  const ritaId = await page.evaluate(async () => (await (await fetch('/api/v1/me')).json()).reader.id);
  await loud.send('PUT', `/api/v1/sites/demo/follows/reader/${ritaId}`);
  await page.context().close();
}, 90_000);
afterEach(() => page.context().close());

const put = (path: string, body?: object) => send('PUT', path, body);
const send = (method: string, path: string, body?: object) =>
  page.evaluate(
    async ([verb, address, json]) => {
      const headers: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' };
      const answered = await fetch(`/api/v1/${address}`, { method: verb, headers, body: json });
      if (!answered.ok) throw new Error(await answered.text());
    },
    [method, path, body && JSON.stringify(body)] as const,
  );

describe.each([
  ['light', 'en', 900],
  ['dark', 'en', 320],
  ['light', 'ar', 320],
  ['light', 'de', 320],
  ['light', 'es', 320],
  ['light', 'fr', 320],
])('following and muting, %s, in %s, %i pixels wide, are for everybody', (theme, lang, width) => {
  async function open(): Promise<void> {
    page = await (await browser.newContext({ bypassCSP: true, storageState: session, viewport: { width, height: 900 } })).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(demo.frameUrl({ theme, lang }));
    await page.locator('.reader-name').waitFor();
  }

  async function isFine(): Promise<void> {
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  async function openPeople(): Promise<void> {
    await page.locator('.reader-name').click();
    await page.locator('.panel-link').click();
    await page.locator('.people-list li').first().waitFor();
  }

  it('in the menu above the comments, and beside a link', async () => {
    await open();
    await page.locator('.follow-toggle').click();
    await page.locator('.follow-menu .check').nth(1).waitFor();
    await isFine();
    await page.keyboard.press('Escape');
    await page.locator(`#comment-${commentId} .actions button`).nth(3).click();
    await page.locator('.aside .follow-button').waitFor();
    await isFine();
  });

  it('in a profile, before a block, and when it is done', async () => {
    await open();
    await page.locator(`#comment-${commentId} .by`).click();
    await page.locator('.elsewhere-parent').waitFor();
    await isFine();
    await page.locator('.relation-buttons button').last().click();
    await page.locator('.relation fieldset').waitFor();
    await isFine();
    await page.locator('.relation fieldset .quiet').click();
    await page.locator('.relation-buttons button').nth(1).click();
    await page.locator('.relation .aside').waitFor();
    await isFine();
    await page.locator('.relation .aside button').click();
    await page.locator('.relation .aside').waitFor({ state: 'detached' });
    await page.locator('.elsewhere-list li').first().waitFor();
  });

  it('in the lists of what is followed, of followers, and of who is muted', async () => {
    await open();
    await put(`me/mutes/${loudId}`, { kind: 'mute' });
    await openPeople();
    await page.locator('.people-list li').nth(3).waitFor();
    await isFine();
    await page.getByRole('tab').nth(1).click();
    await page.locator('.people-note').waitFor();
    await isFine();
    await page.getByRole('tab').nth(2).click();
    await page.locator('.mute-words textarea').fill('x'.repeat(61));
    await page.locator('.mute-words button').click();
    await page.locator('.mute-words .refusal:not(:empty)').waitFor();
    await isFine();
    await send('DELETE', `me/mutes/${loudId}`);
  });

  it('in the place of a comment that is hidden', async () => {
    await open();
    await put(`me/mutes/${loudId}`, { kind: 'mute' });
    await page.reload();
    await page.locator('.hidden-comment').first().waitFor();
    await isFine();
    await send('DELETE', `me/mutes/${loudId}`);
  });
});
