import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';
import { LiveReader, until } from '../support/live-reader';

const { demo, browser } = demoInBrowser();
let threadId: string;
let anna: BrowserLike;
let annaId: string;
let commentId: string;
let session: Session;
let ritaId: string;
let page: Page;
let another: LiveReader;

beforeAll(async () => {
  anna = await new BrowserLike(demo.serviceUrl).join('Anna Author');
  annaId = (await anna.get('/api/v1/me')).body.reader.id;
  threadId = (await anna.get('/api/v1/sites/demo/threads/night-train')).body.id;
  commentId = await post(anna, 'A comment of Anna.');
  session = await aSession(browser, demo, 'Rita Reader');
  const rita = await (await browser.newContext({ storageState: session })).request.get(`${demo.serviceUrl}/api/v1/me`);
  ritaId = (await rita.json()).reader.id;
  const bath = (await anna.get('/api/v1/sites/demo/threads/harbour-bath')).body.id;
  const asked = await post(await new BrowserLike(demo.serviceUrl).join('Curious Carl'), 'Is it warm?', { thread: bath });
  await post(anna, 'It is warm.', { thread: bath, parentId: asked });
  another = new LiveReader({ url: demo.serviceUrl, threadId, headers: { origin: demo.serviceUrl } });
}, 90_000);
afterAll(() => another.follower.stop());
afterEach(async () => {
  await page.unrouteAll();
  await page.evaluate(async () => {
    const { follows = [] } = await (await fetch('/api/v1/sites/demo/follows')).json();
    for (const { kind, subject } of follows) await fetch(`/api/v1/sites/demo/follows/${kind}/${subject}`, { method: 'DELETE' });
  });
  await page.context().close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const nameOf = (id: string) => page.locator(`#comment-${id} .by`);
const profile = () => page.getByRole('region', { name: 'Anna Author', exact: true });
const people = () => page.getByRole('region', { name: 'Following and muted' });
const follow = () => profile().getByRole('button', { name: 'Follow', exact: true });
const isPressed = async (name = 'Follow') =>
  (await page.locator('.own-panel').getByRole('button', { name, exact: true }).getAttribute('aria-pressed')) === 'true';
const focused = () => page.evaluate(() => document.activeElement?.textContent);

async function post(
  by: BrowserLike,
  text: string,
  { thread = threadId, parentId }: { thread?: string; parentId?: string } = {},
): Promise<string> {
  const { status, body } = await by.post(`/api/v1/threads/${thread}/comments`, { clientId: randomUUID(), text, parentId });
  if (status !== 201) throw new Error(`not posted: ${JSON.stringify(body)}`);
  return body.own.id;
}

async function open(who: 'a visitor' | 'Rita Reader', width = 800): Promise<void> {
  const storageState = who === 'a visitor' ? undefined : session;
  page = await openTab(await browser.newContext({ storageState, viewport: { width, height: 2_000 } }));
  page.setDefaultTimeout(10_000);
  await visit();
}

async function visit(): Promise<void> {
  await page.goto(demo.frameUrl());
  await page.locator('.follow-toggle').waitFor();
  await page.locator('.reading', { hasText: /\p{N}/u }).waitFor();
}

const follows = () =>
  page.evaluate(async () => (await (await fetch('/api/v1/sites/demo/follows')).json()).follows as { kind: string; title: string }[]);
const isFollowed = (kind: string) => until(`the ${kind} is followed`, async () => (await follows()).some((each) => each.kind === kind));
const nothingIsFollowed = () => until('nothing is followed', async () => (await follows()).length === 0);

describe('the name at a comment', () => {
  it('leads to the reader, and back to where the focus was; all by keyboard', async () => {
    await open('Rita Reader');
    await nameOf(commentId).focus();
    await page.keyboard.press('Enter');
    await profile().getByText('It is warm.').waitFor();
    expect(await focused()).toBe('Anna Author');
    expect(await profile().locator('.profile-facts').innerText()).toMatch(/Here since \w+ \d{4}\s+2\scomments · 0\sfollowers · follows\s0/);
    expect(await profile().getByRole('article').first().innerText()).toMatch(/Replies to .Curious Carl.\s+Is it warm\?\s+It is warm\./);
    expect(await page.getByRole('textbox', { name: 'Your comment' }).isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await profile().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Anna Author');
    expect(await nameOf(commentId).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('leads from the profile to a comment: here, and in another article in a tab of its own', async () => {
    await open('Rita Reader');
    await nameOf(commentId).click();
    const links = profile().getByRole('link');
    await links.nth(1).waitFor();
    expect(await links.first().getAttribute('target')).toBe('_blank');
    expect(await links.first().getAttribute('href')).toMatch(/\/harbour-bath#parley-comment-[\w-]{36}$/);
    await links.nth(1).click();
    await profile().waitFor({ state: 'detached' });
    await page.waitForFunction((id) => document.activeElement?.id === `comment-${id}`, commentId);
  });

  it('says that somebody is gone, and reads again what could not be read', async () => {
    await open('Rita Reader');
    await page.route('**/profiles/**', (route) => route.abort());
    await nameOf(commentId).click();
    await until('both are told', async () => (await profile().getByText('This could not be loaded.').count()) === 2);
    await page.unroute('**/profiles/**');
    await profile().getByRole('button', { name: 'Try again' }).first().click();
    await follow().waitFor();
    await profile().getByRole('button', { name: 'Try again' }).click();
    await profile().getByText('It is warm.').waitFor();
    await button('Back').click();
    const problem = { code: 'not_found', detail: 'There is nothing.' };
    await page.route('**/profiles/**', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', json: problem }));
    await nameOf(commentId).click();
    await profile().getByText('This reader is not here any more.').waitFor();
  });

  it('of one’s own leads to how others meet one', async () => {
    await open('Rita Reader');
    await page.getByRole('textbox', { name: 'Your comment', exact: true }).fill('My own.');
    await button('Post').click();
    await page.locator('.by', { hasText: 'Rita Reader' }).click();
    await page.getByText('This is how others meet you.').waitFor();
    expect(await page.locator('.own-panel .follow-button').count()).toBe(0);
  });
});

describe('following a reader', () => {
  it('is shown and counted at once, done, and ended', async () => {
    await open('Rita Reader');
    await nameOf(commentId).click();
    await follow().click();
    expect(await isPressed()).toBe(true);
    await profile().getByText('1 follower').waitFor();
    await isFollowed('reader');
    await visit();
    await nameOf(commentId).click();
    await follow().waitFor();
    expect(await isPressed()).toBe(true);
    await follow().click();
    await profile().getByText('0 followers').waitFor();
    await nothingIsFollowed();
  });

  it('is taken back with a sentence where it is refused', async () => {
    await open('Rita Reader');
    await anna.send('PUT', `/api/v1/me/mutes/${ritaId}`, { body: { kind: 'block' } });
    await nameOf(commentId).click();
    await follow().click();
    await profile().getByRole('alert').getByText('This reader does not let you follow them.').waitFor();
    expect(await isPressed()).toBe(false);
    await button('Back').click();
    // Nor can they reply, and nothing of it is lost.
    await page.locator(`#comment-${commentId}`).getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByRole('textbox', { name: /^Your reply to/ }).fill('I disagree.');
    await page.locator('.branch .composer button.primary').click();
    await page.getByText('The author of this comment does not let you reply to them. Your text is kept.').waitFor();
    expect(await page.getByRole('textbox', { name: /^Your reply to/ }).inputValue()).toBe('I disagree.');
    await anna.send('DELETE', `/api/v1/me/mutes/${ritaId}`);
  });

  it('waits until a visitor has joined', async () => {
    await open('a visitor');
    await nameOf(commentId).click();
    await follow().click();
    const form = page.getByRole('form').or(page.locator('.join'));
    await form.getByLabel('Name').fill('Vera Visitor');
    await form.getByLabel('E-mail').fill(`${randomUUID()}@example.org`);
    await form.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await form.getByRole('button', { name: 'Join', exact: true }).click();
    await page.locator('.reader-name').waitFor();
    await isFollowed('reader');
    await until('it is shown', () => isPressed());
  });

  it('goes on when the session was over and the reader is logged in again', async () => {
    await open('Rita Reader');
    await nameOf(commentId).click();
    await follow().waitFor();
    const problem = { code: 'not_logged_in', detail: 'Log in.' };
    await page.route('**/follows/**', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem }));
    await follow().click();
    await page.locator('.join').getByRole('button', { name: 'Log in', exact: true }).waitFor();
    expect(await isPressed()).toBe(false);
  });
});

describe('what can be followed at an article', () => {
  it('is its comments and its section, in a menu over the page; nothing moves', async () => {
    await open('Rita Reader', 320);
    const toggle = page.locator('.follow-toggle');
    expect(await toggle.innerText()).toMatch(/^\+\sFollow$/);
    await button('Follow these comments').click();
    await page.getByRole('checkbox', { name: 'The comments on this article' }).check();
    await page.getByRole('checkbox', { name: 'All comments in “⁨Transport⁩”' }).check();
    await isFollowed('thread');
    await isFollowed('section');
    await page.keyboard.press('Escape');
    await page.locator('.follow-menu').waitFor({ state: 'detached' });
    expect(await toggle.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await toggle.innerText()).toMatch(/^✓\sFollow$/);
    await visit();
    await until('it is known', async () => /^✓/.test(await toggle.innerText()));
    expect(await layoutShifts(page.mainFrame())).toEqual([]);
    await toggle.click();
    await page.getByRole('checkbox').nth(1).waitFor();
    await page.getByRole('checkbox').first().uncheck();
    await page.getByRole('checkbox').nth(1).uncheck();
    await nothingIsFollowed();
    await page.locator('h2').first().click();
    await page.locator('.follow-menu').waitFor({ state: 'detached' });
  });

  it('is asked of a visitor when they have joined', async () => {
    await open('a visitor');
    await page.locator('.follow-toggle').click();
    await page.getByRole('checkbox').first().click();
    await page.locator('.join').waitFor();
    await page.locator('.follow-menu').waitFor({ state: 'detached' });
  });

  it('is a conversation, beside its link', async () => {
    await open('Rita Reader');
    await page.locator(`#comment-${commentId}`).getByRole('button', { name: 'Share', exact: true }).click();
    await button('Follow this conversation').click();
    await isFollowed('conversation');
    await visit();
    await page.locator(`#comment-${commentId}`).getByRole('button', { name: 'Share', exact: true }).click();
    await button('Follow this conversation').waitFor();
    expect(await button('Follow this conversation').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('whom and what a reader follows', () => {
  const put = (path: string) =>
    page.evaluate(async (address) => void (await fetch(`/api/v1/sites/demo/follows/${address}`, { method: 'PUT' })), path);

  async function openPeople(): Promise<void> {
    await button('Rita Reader: my comments and decisions').click();
    await button('Following and muted').click();
    await people().waitFor();
  }

  it('is listed with its kind, and can be ended and followed again in its place', async () => {
    await open('Rita Reader');
    for (const topic of [`thread/${threadId}`, 'section/Transport', `conversation/${commentId}`, `reader/${annaId}`]) await put(topic);
    await openPeople();
    const rows = people().getByRole('listitem');
    await rows.nth(3).waitFor();
    expect((await rows.allInnerTexts()).map((text) => text.split('\n')[1])).toEqual(['Reader', 'Conversation', 'Section', 'Article']);
    await button('Follow: Anna Author').click();
    await until('she is not followed', async () => (await follows()).length === 3);
    expect(await button('Follow: Anna Author').getAttribute('aria-pressed')).toBe('false');
    await button('Follow: Anna Author').click();
    await until('she is followed', async () => (await follows()).length === 4);
  });

  it('leads to a reader and back to their name, and from there to the conversation', async () => {
    await open('Rita Reader');
    await put(`reader/${annaId}`);
    await openPeople();
    await people().locator('.by').click();
    await profile().getByText('It is warm.').waitFor();
    expect(await people().isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await until('the focus is back', async () =>
      people()
        .locator('.by')
        .evaluate((element) => element === document.activeElement),
    );
    await page.keyboard.press('Escape');
    await until('the focus is where it began', async () => (await focused()) === 'Rita Reader');
  });

  it('is told with who follows them, which only they see', async () => {
    await open('Rita Reader');
    await anna.send('PUT', `/api/v1/sites/demo/follows/reader/${ritaId}`);
    await openPeople();
    await people().getByText('You follow nobody and nothing yet.').waitFor();
    await page.getByRole('tab', { name: 'Followers' }).click();
    await people().getByText('1 reader follows you here. Only you see who they are.').waitFor();
    await button('Follow: Anna Author').click();
    await isFollowed('reader');
    await anna.send('DELETE', `/api/v1/sites/demo/follows/reader/${ritaId}`);
  });
});
