import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';
import { LiveReader, until } from '../support/live-reader';

const { demo, browser } = demoInBrowser();
// Of few letters: they are not taken for copies of one another.
const long = (text: string) => [text, ...Array.from({ length: 12 }, (_, line) => `${line}`)].join('\n\n');
let threadId: string;
let loud: BrowserLike;
let loudId: string;
let other: BrowserLike;
let alone: string;
let answered: string;
let answer: string;
let session: Session;
let page: Page;
let another: LiveReader;

beforeAll(async () => {
  loud = await new BrowserLike(demo.serviceUrl).join('Loud Larry');
  other = await new BrowserLike(demo.serviceUrl).join('Calm Clara');
  loudId = (await loud.get('/api/v1/me')).body.reader.id;
  threadId = (await loud.get('/api/v1/sites/demo/threads/night-train')).body.id;
  answered = await post(loud, long('Answered.'));
  answer = await post(other, 'An answer of Clara.', answered);
  await post(other, long('Between.'));
  alone = await post(loud, long('Alone.'));
  session = await aSession(browser, demo, 'Mia Mutes');
  another = new LiveReader({ url: demo.serviceUrl, threadId, headers: { origin: demo.serviceUrl } });
}, 90_000);
afterAll(() => another.follower.stop());
afterEach(async () => {
  await page.unrouteAll();
  await page.evaluate(async (id) => {
    await fetch(`/api/v1/me/mutes/${id}`, { method: 'DELETE' });
    await fetch('/api/v1/me/mute-words', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"words":[]}' });
  }, loudId);
  await page.context().close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const comment = (id: string) => page.locator(`#comment-${id}`);
const line = 'Somebody you muted wrote this.';

async function post(by: BrowserLike, text: string, parentId?: string): Promise<string> {
  const { status, body } = await by.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text, parentId });
  if (status !== 201) throw new Error(`not posted: ${JSON.stringify(body)}`);
  return body.own.id;
}

async function open(height = 2_000): Promise<void> {
  page = await openTab(await browser.newContext({ storageState: session, viewport: { width: 390, height } }));
  page.setDefaultTimeout(10_000);
  await visit();
}

async function visit(): Promise<void> {
  await page.goto(demo.frameUrl());
  await page.locator('.follow-toggle').waitFor();
  await page.locator('.reading', { hasText: /\p{N}/u }).waitFor();
  await page.locator('.reader-name').waitFor();
}

const send = (method: string, path: string, body: object) =>
  page.evaluate(
    async ([verb, address, json]) => {
      const answered = await fetch(`/api/v1/${address}`, { method: verb, headers: { 'content-type': 'application/json' }, body: json });
      if (!answered.ok) throw new Error(await answered.text());
    },
    [method, path, JSON.stringify(body)] as const,
  );
const mute = (kind = 'mute') => send('PUT', `me/mutes/${loudId}`, { kind });
const muteWords = (...words: string[]) => send('PUT', 'me/mute-words', { words });
const mutes = () => page.evaluate(async () => (await (await fetch('/api/v1/me/mutes')).json()).mutes as { kind: string }[]);

async function openMuted(): Promise<void> {
  await button('Mia Mutes: my comments and decisions').click();
  await button('Following and muted').click();
  await page.getByRole('tab', { name: 'Muted' }).click();
  await page.getByRole('textbox', { name: 'Mute words' }).waitFor();
}

describe('who is muted', () => {
  it('disappears at once, but for a line where others replied; and is back when it is undone', async () => {
    await open();
    await comment(alone).locator('.by').click();
    await button('Mute').click();
    await page.getByText('You have muted ⁨Loud Larry⁩: what they write is hidden for you.').waitFor();
    expect(await button('Undo').evaluate((element) => element === document.activeElement)).toBe(true);
    await until('it is done', async () => (await mutes()).length === 1);
    await button('Back').click();
    await comment(answered).getByText(line).waitFor();
    expect(await comment(alone).count()).toBe(0);
    expect(await comment(answer).getByText('An answer of Clara.').isVisible()).toBe(true);
    expect(await page.getByText('Loud Larry').count()).toBe(0);
    await comment(answered).getByRole('button', { name: 'Show once' }).click();
    await comment(answered).getByText('Answered.').waitFor();
    await page.waitForFunction((id) => document.activeElement?.id === `comment-${id}`, answered);
    await comment(answered).locator('.by').click();
    await button('Unmute').click();
    await page.locator('.own-panel').getByText('Alone.').waitFor();
    await button('Back').click();
    await comment(alone).getByText('Alone.').waitFor();
    await until('it is undone', async () => (await mutes()).length === 0);
  });

  it('gives the focus of who comes back to the heading, where the comment they came from is gone', async () => {
    await open();
    await comment(alone).locator('.by').click();
    await button('Mute').click();
    await button('Undo').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.own-panel').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.id === 'parley-title');
  });

  it('can be shown once also where their comment was collapsed before', async () => {
    await open();
    await comment(answered).getByRole('button', { name: 'Hide this branch' }).click();
    await mute();
    await page.evaluate(() => new BroadcastChannel('parley-session').postMessage('changed'));
    await comment(answered).getByText(line).waitFor();
    await comment(answer).getByText('An answer of Clara.').waitFor();
  });

  it('gives the place to what is opened by the name, from a profile too', async () => {
    await open();
    await comment(alone).locator('.by').click();
    await page.locator('.own-panel.profile').waitFor();
    await button('Mia Mutes: my comments and decisions').click();
    await page.locator('.own-panel.mine').waitFor();
    expect(await page.locator('.own-panel').count()).toBe(1);
  });

  it('leaves a place as high as it was on the screen of who comes again, and none below it; nothing moves', async () => {
    await open(700);
    await mute();
    await page.evaluate(() => sessionStorage.clear());
    const height = (id: string) => comment(id).evaluate((element) => element.getBoundingClientRect().height);
    const before = await height(alone);
    await page.reload();
    await comment(alone).getByText(line).waitFor();
    expect(Math.abs((await height(alone)) - before)).toBeLessThan(1);
    expect(await comment(alone).getByText('Alone.').count()).toBe(0);
    await until('what is below the screen is flat', async () => (await height(answered)) < 100);
    expect(await layoutShifts(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 390, height: 150 });
    await comment(alone).waitFor({ state: 'detached' });
  });

  it('is not counted among what is new, neither above nor below a comment, and never shows', async () => {
    await open();
    await mute();
    await visit();
    await comment(answered).getByText(line).waitFor();
    await post(loud, 'New of Larry.');
    await post(loud, 'A reply of Larry.', answer);
    await post(other, 'New of Clara.');
    await post(other, 'A reply of Clara.', answer);
    await button('Show 1 new reply').click();
    await button('Show 1 new comment').click();
    await page.getByText('New of Clara.').waitFor();
    await page.getByText('A reply of Clara.').waitFor();
    expect(await page.getByText('of Larry.').count()).toBe(0);
    expect(await layoutShifts(page.mainFrame())).toEqual([]);
  });

  it('is muted in the other tabs of the browser too', async () => {
    await open();
    const second = await openTab(page.context());
    await second.goto(demo.frameUrl());
    await second.locator('.reader-name').waitFor();
    await comment(alone).locator('.by').click();
    await button('Mute').click();
    await second.locator(`#comment-${answered}`).getByText(line).waitFor();
  });

  it('stands in a list, where it is ended and done again', async () => {
    await open();
    await mute('block');
    await visit();
    await openMuted();
    expect(await page.getByRole('listitem').innerText()).toMatch(/Loud Larry\s+Blocked\s+Unblock/);
    await button('Unblock: Loud Larry').click();
    await until('it is undone', async () => (await mutes()).length === 0);
    await button('Block: Loud Larry').click();
    await until('it is done', async () => (await mutes())[0]?.kind === 'block');
    await button('Unblock: Loud Larry').click();
    await page.keyboard.press('Escape');
    await comment(alone).getByText('Alone.').waitFor();
  });

  it('is shown as before where it is refused', async () => {
    await open();
    const problem = { code: 'too_many_mutes', detail: 'No.' };
    await page.route('**/me/mutes/**', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', json: problem }));
    await comment(alone).locator('.by').click();
    await button('Mute').click();
    await page.getByRole('alert').getByText('You have muted as many readers as is possible.').waitFor();
    await button('Mute').waitFor();
    await button('Back').click();
    await comment(alone).getByText('Alone.').waitFor();
  });
});

describe('blocking', () => {
  it('is asked for once, with what it means, and can be left', async () => {
    await open();
    await comment(alone).locator('.by').click();
    await page.locator('.own-panel .follow-button').click();
    await button('Block').click();
    const question = page.getByRole('group', { name: /^Block .Loud Larry.\? .*neither reply to you nor follow you any more/ });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await button('Block').evaluate((element) => element === document.activeElement)).toBe(true);
    await button('Block').click();
    await question.getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByText(/^You have blocked/).waitFor();
    expect(await page.locator('.own-panel .follow-button').count()).toBe(0);
    await until('it is done', async () => (await mutes())[0]?.kind === 'block');
    await button('Unblock').click();
    expect(await page.locator('.own-panel .follow-button').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('mute words', () => {
  const field = () => page.getByRole('textbox', { name: 'Mute words' });

  it('hide what has them, whoever wrote it, and what arrives', async () => {
    const flowery = await post(other, 'Petunias, again.');
    await open();
    await openMuted();
    await field().fill('  petunias \n\nbegonias\npetunias');
    await button('Save').click();
    await page.getByText('Saved.').waitFor();
    expect(await field().inputValue()).toBe('petunias\nbegonias');
    await page.keyboard.press('Escape');
    await page.locator('.own-panel').waitFor({ state: 'detached' });
    expect(await comment(flowery).count()).toBe(0);
    await post(other, 'More begonias.');
    await post(other, 'No flowers at all.');
    await button('Show 1 new comment').click();
    await page.getByText('No flowers at all.').waitFor();
    expect(await page.getByText('begonias').count()).toBe(0);
    await post(other, 'Yes, they are.', flowery);
    await visit();
    await comment(flowery).getByText('Hidden by your mute words.').waitFor();
  });

  it('stay as they were typed where they are refused, and for who looks elsewhere', async () => {
    await open();
    await muteWords('tulips');
    await openMuted();
    expect(await field().inputValue()).toBe('tulips');
    await field().fill('x'.repeat(61));
    await button('Save').click();
    await page.getByRole('alert').getByText('This is too long, 60 characters are possible').waitFor();
    await page.route('**/me/mute-words', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await field().fill('roses');
    await button('Save').click();
    await page.getByRole('alert').getByText(/./).first().waitFor();
    expect(await field().inputValue()).toBe('roses');
    await page.keyboard.press('Escape');
    await openMuted();
    expect(await field().inputValue()).toBe('roses');
    await page.unroute('**/me/mute-words');
    await button('Save').click();
    await page.getByText('Saved.').waitFor();
  });
});
