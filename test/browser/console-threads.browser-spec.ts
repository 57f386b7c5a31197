import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
const password = 'correct horse battery';
let administrator: BrowserLike;
let threadId: string;
let page: Page;

beforeAll(async () => {
  administrator = await demo.administrator();
  threadId = (await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train')).body.id;
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  await administrator.send('PATCH', `/api/v1/threads/${threadId}`, {
    body: { mode: 'open', closesAt: null, slowSeconds: null, question: null },
  });
  for (const { id } of (await publicly('picks')).comments) await administrator.send('DELETE', `/api/v1/comments/${id}/pick`);
});

const publicly = async (path: string) => (await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${threadId}/${path}`)).body;
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function openThreads(given: { options?: Parameters<typeof openConsole>[2]; email?: string; title?: string } = {}): Promise<void> {
  const { options, email = administrator.email, title = 'Threads' } = given;
  page = await openConsole(browser, demo, options);
  page.setDefaultTimeout(10_000);
  await signIn(page, { email, password });
  await page.locator('main.work').waitFor();
  await press('g', 'c');
  await page.getByRole('main', { name: title }).waitFor();
  await page.locator('[data-thread]').first().waitFor();
}

/** Found by the search, by keyboard alone. */
async function openThread(): Promise<void> {
  await press('/');
  await page.keyboard.type('night-train');
  await until('only that is there', async () => (await page.locator('[data-thread]').count()) === 1);
  await press('Tab');
  await page.locator('[data-thread]:focus').waitFor();
  await press('Enter');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await until('the address says it', () => new URL(page.url()).pathname.endsWith(`/threads/${threadId}`));
}

describe('the page of threads', () => {
  it('finds one, sets it and picks in it without a mouse; what is saved is public at once', async () => {
    await openThreads();
    await openThread();
    await page.getByLabel('Mode', { exact: true }).focus();
    await page.keyboard.type('A mod');
    await page.getByLabel('Slow mode').focus();
    await page.keyboard.type('One comment of a reader in 2');
    await page.getByLabel('Takes no new comments from').fill('2099-01-31T18:00');
    await page.getByLabel('Question to the readers').focus();
    await page.keyboard.type('And you?');
    await page.getByText('Not saved yet.').waitFor();
    await press('Control+s');
    await page.getByText('Saved. Open pages know it.').waitFor();
    expect((await publicly('comments')).thread).toMatchObject({ mode: 'premoderated', slowSeconds: 120, question: 'And you?' });
    const { body } = await administrator.get(`/api/v1/threads/${threadId}/settings`);
    expect(new Date(body.closesAt).getFullYear()).toBe(2099);
    await page.getByLabel('Shown').focus();
    await page.keyboard.type('Newest');
    await page.locator('[data-pick]').nth(1).waitFor();
    await page.getByRole('main').focus();
    await press('j', 'j', 'f');
    await until('it is picked', async () => (await publicly('picks')).comments.length === 1);
    await page.locator('[data-pick][aria-pressed=true]').waitFor();
    await press('f');
    await until('it is no pick', async () => (await publicly('picks')).comments.length === 0);
    await press('l');
    await page.getByRole('main', { name: 'Threads' }).waitFor();
    await page.getByText('A moderator reads first').first().waitFor();
  });

  it('has an address for a thread, which can be opened and gone back from', async () => {
    await openThreads();
    await press('j', 'j');
    const title = await page.locator('[data-thread]:focus').textContent();
    await press('Enter');
    await page.getByRole('main', { name: title ?? '' }).waitFor();
    await page.reload();
    await page.getByRole('main', { name: title ?? '' }).waitFor();
    await page.goBack();
    await page.getByRole('main', { name: 'Threads' }).waitFor();
  });

  it('says that a comment was taken away before it could be picked', async () => {
    await openThreads();
    await openThread();
    await page.getByLabel('Shown').selectOption('newest');
    await page.locator('[data-pick]').first().waitFor();
    const { comments } = await publicly('comments?order=newest');
    const [{ id: reasonId }] = (await administrator.get('/api/v1/sites/demo/reasons')).body;
    const { revision } = comments[0];
    await administrator.post(`/api/v1/comments/${comments[0].id}/decisions`, { verdict: 'remove', revision, reasonId });
    await page.locator('[data-pick]').first().click();
    await page.getByRole('alert').filter({ hasText: 'taken away meanwhile' }).waitFor();
    await administrator.post(`/api/v1/comments/${comments[0].id}/decisions`, { verdict: 'publish', revision });
  });

  it('of a moderator shows all of it, and changes nothing', async () => {
    const moderator = await new BrowserLike(demo.serviceUrl).join('Grace Keeper');
    const { id } = (await moderator.get('/api/v1/me')).body.reader;
    const { status } = await administrator.send('PUT', `/api/v1/sites/demo/team/${id}`, { body: { role: 'moderator' } });
    expect(status).toBe(204);
    await openThreads({ email: moderator.email });
    await openThread();
    await page.getByText('Editors of the site change these.').waitFor();
    expect(await page.locator('.thread-settings :is(input, select, button):enabled').count()).toBe(0);
    await page.getByLabel('Shown').selectOption('newest');
    await page.locator('.picks article').first().waitFor();
    expect(await page.locator('[data-pick]').count()).toBe(0);
    expect(await axeViolationsOfPage(page)).toEqual([]);
  });
});

describe('the page of threads is for everybody', () => {
  it.each([
    ['light', 'en', 'Threads'],
    ['dark', 'de', 'Gespräche'],
  ] as const)('%s, in %s', async (colorScheme, locale, title) => {
    await openThreads({ options: { colorScheme, locale }, title });
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await press('j', 'Enter');
    await page.locator('.thread-settings').waitFor();
    await page.locator('.thread-picks select').selectOption('newest');
    await page.locator('[data-pick]').first().click();
    await page.locator('[data-pick][aria-pressed=true]').waitFor();
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await page.locator('[data-pick]').first().click();
    await page.locator('[data-pick][aria-pressed=true]').waitFor({ state: 'detached' });
  });

  it('at 320 pixels nothing scrolls sideways', async () => {
    await openThreads({ options: { viewport: { width: 320, height: 800 } } });
    const isWide = () =>
      page.evaluate(() => [...document.querySelectorAll('html, main')].some((each) => each.scrollWidth > each.clientWidth));
    expect(await isWide()).toBe(false);
    await press('j', 'Enter');
    await page.locator('.thread-settings').waitFor();
    expect(await isWide()).toBe(false);
  });
});
