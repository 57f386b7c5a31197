import type { Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
const password = 'correct horse battery';
const ended = { status: 401, json: { code: 'not_logged_in', detail: '' } };
const site = '/api/v1/sites/demo';
let administrator: BrowserLike;
let editor: BrowserLike;
let threadId: string;
let page: Page;

beforeAll(async () => {
  administrator = await demo.administrator();
  threadId = (await new BrowserLike(demo.serviceUrl).get(`${site}/threads/night-train`)).body.id;
  editor = await new BrowserLike(demo.serviceUrl).join('Grace Keeper');
  const { id } = (await editor.get('/api/v1/me')).body.reader;
  expect((await administrator.send('PUT', `${site}/team/${id}`, { body: { role: 'editor' } })).status).toBe(204);
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  await set({ mode: 'open', question: null });
  for (const { id } of (await administrator.get(`${site}/macros`)).body) await administrator.send('DELETE', `${site}/macros/${id}`);
});

const set = (body: object) => administrator.send('PATCH', `/api/v1/threads/${threadId}`, { body });
const question = () => page.getByLabel('Question to the readers');
const questionThere = async () => (await administrator.get(`/api/v1/threads/${threadId}/settings`)).body.question;
const unsaved = () => page.getByText('Not saved yet.');

async function open(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  page.setDefaultTimeout(10_000);
  await signIn(page, { email: administrator.email, password });
  await page.locator('main.work').waitFor();
}

async function shot(name: string): Promise<void> {
  if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}

/** As it is gone to within the console: it is not loaded anew. */
async function goTo(link: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: link }).click();
  await page.getByRole('main', { name: link }).waitFor();
}

async function openThread(): Promise<void> {
  await goTo('Threads');
  await page.locator(`a[href$="/threads/${threadId}"]`).click();
  await question().waitFor();
}

/** The same page once more, by way of another. */
async function leaveAndComeBack(): Promise<void> {
  await goTo('Held');
  await openThread();
}

/** Somebody else who edits the site signs in where the session has ended. */
async function signInInPlace(): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByLabel('E-mail').fill(editor.email);
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

describe('what is typed into the settings of a thread', () => {
  it('is there after another page, and said not to be saved, until it is saved', async () => {
    await open();
    await openThread();
    await question().fill('And you?');
    await unsaved().waitFor();
    await leaveAndComeBack();
    expect(await question().inputValue()).toBe('And you?');
    await unsaved().waitFor();
    expect(await questionThere()).toBeNull();
    await page.keyboard.press('Control+s');
    await page.getByText('Saved. Open pages know it.').waitFor();
    await leaveAndComeBack();
    expect([await question().inputValue(), await unsaved().count(), await questionThere()]).toEqual(['And you?', 0, 'And you?']);
  });

  it('can be thrown away, and is as it was', async () => {
    await open();
    await openThread();
    await question().fill('And you?');
    await leaveAndComeBack();
    await page.getByRole('button', { name: 'As it was' }).click();
    await unsaved().waitFor({ state: 'detached' });
    expect(await question().inputValue()).toBe('');
    await shot('typed-thrown-away');
    await leaveAndComeBack();
    expect([await question().inputValue(), await unsaved().count()]).toEqual(['', 0]);
  });

  it('is not seen by somebody else who signs in where the session has ended, nor by whoever signs in after it was left', async () => {
    await open();
    await openThread();
    await question().fill('And you?');
    await page.route(`**/threads/${threadId}/settings`, (route) => route.fulfill(ended), { times: 1 });
    await page.keyboard.press('Control+s');
    await signInInPlace();
    await until('the field is empty', async () => (await question().inputValue()) === '');
    expect(await unsaved().count()).toBe(0);
    await question().fill('Of Grace');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, { email: administrator.email, password });
    await question().waitFor();
    expect([await question().inputValue(), await unsaved().count(), await questionThere()]).toEqual(['', 0, null]);
  });

  it.each([
    ['light', 1280],
    ['dark', 400],
    ['light', 820],
  ] as const)('does not put away unseen what somebody else has set: %s, %d pixels wide', async (colorScheme, width) => {
    await open({ colorScheme });
    await openThread();
    await question().fill('Mine?');
    await goTo('Held');
    await set({ question: 'Theirs?' });
    await openThread();
    const told = page.getByRole('alert').filter({ hasText: /Question to the readers: .*Theirs\?/ });
    await told.waitFor();
    expect([await question().inputValue(), await questionThere()]).toEqual(['Mine?', 'Theirs?']);
    await page.setViewportSize({ width, height: 900 });
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await shot(`typed-${colorScheme}-${width}`);
    await set({ question: 'Theirs again?' });
    await page.keyboard.press('Control+s');
    await page.getByRole('alert').filter({ hasText: 'Theirs again?' }).waitFor();
    expect(await questionThere()).toBe('Theirs again?');
    await page.keyboard.press('Control+s');
    await page.getByText('Saved. Open pages know it.').waitFor();
    expect([await questionThere(), await page.getByText('Theirs').count()]).toEqual(['Mine?', 0]);
  });
});

describe('what is typed elsewhere', () => {
  it('is looked for among the threads still, after another page', async () => {
    await open();
    await goTo('Threads');
    const search = page.getByLabel('Find a thread');
    await search.fill('night-train');
    await until('only that is there', async () => (await page.locator('[data-thread]').count()) === 1);
    await goTo('Held');
    await goTo('Threads');
    expect([await search.inputValue(), await page.locator('[data-thread]').count()]).toEqual(['night-train', 1]);
  });

  it('into an invitation is there after another page, until the link is made', async () => {
    await open();
    await goTo('Team');
    await page.getByLabel('E-mail').fill('guest@example.org');
    await page.getByLabel('Role', { exact: true }).selectOption('editor');
    await goTo('Held');
    await goTo('Team');
    const fields = async () => [await page.getByLabel('E-mail').inputValue(), await page.getByLabel('Role', { exact: true }).inputValue()];
    expect(await fields()).toEqual(['guest@example.org', 'editor']);
    await page.getByLabel('E-mail').press('Enter');
    await page.getByLabel('Link for guest@example.org').waitFor();
    expect((await administrator.get(`${site}/invitations`)).body).toMatchObject([{ email: 'guest@example.org', role: 'editor' }]);
    await until('the form is as at first', async () => `${await fields()}` === ',moderator');
    await goTo('Held');
    await goTo('Team');
    expect(await fields()).toEqual(['', 'moderator']);
  });

  it('into a new list of words is there after another page, until the list is made', async () => {
    await open();
    await goTo('Rules');
    await page.getByLabel('Name').fill('Words of the day');
    await goTo('Held');
    await goTo('Rules');
    expect(await page.getByLabel('Name').inputValue()).toBe('Words of the day');
    await page.getByLabel('Name').press('Enter');
    await page.getByRole('heading', { name: 'Words of the day' }).waitFor();
    await goTo('Held');
    await goTo('Rules');
    expect(await page.getByLabel('Name').inputValue()).toBe('');
  });

  it('into a text for messages is said not to be saved while its row is closed, and is not seen by somebody else', async () => {
    await administrator.post(`${site}/macros`, { name: 'Off the matter', text: 'Please speak of the matter.' });
    await open();
    await goTo('Site settings');
    const change = page.getByRole('button', { name: /^Change: .*Off the matter/ });
    const text = page.getByLabel('Text', { exact: true }).first();
    await change.click();
    await text.fill('Please do not.');
    expect(await unsaved().count()).toBe(0);
    await goTo('Held');
    await goTo('Site settings');
    await unsaved().waitFor();
    await unsaved().scrollIntoViewIfNeeded();
    await shot('typed-settings');
    await change.click();
    expect([await text.inputValue(), await unsaved().count()]).toEqual(['Please do not.', 0]);
    await text.fill('Please speak of the matter.');
    await change.click();
    expect(await unsaved().count()).toBe(0);
    await change.click();
    await text.fill('Please do not.');
    await page.route('**/macros/*', (route) => route.fulfill(ended), { times: 1 });
    await page.getByRole('button', { name: 'Save' }).click();
    await signInInPlace();
    await until('the row is closed, and there is but the form of a new one', async () => (await text.inputValue()) === '');
    expect(await unsaved().count()).toBe(0);
    await change.click();
    expect(await text.inputValue()).toBe('Please speak of the matter.');
  });
});
