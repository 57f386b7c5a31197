import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
}, 90_000);
beforeEach(() => held.decideAll());
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

async function done(answer: Promise<{ status: number; body: { id: string } }>): Promise<string> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body.id;
}

async function watchFor(words: string[]): Promise<void> {
  const lists = '/api/v1/sites/demo/word-lists';
  const id = await done(held.administrator.post(lists, { name: 'Secrets', language: 'en', outcome: 'hold' }));
  await done(held.administrator.send('PATCH', `${lists}/${id}`, { body: { add: words, isOn: true } }));
}

/** Where comments are published at once, unless something is found in them. */
async function postInOpenThread(text: string): Promise<void> {
  const thread = { url: `${demo.publisherUrl}/open-talk`, title: 'Open talk', mode: 'open' };
  const threadId = await done(held.administrator.send('PUT', '/api/v1/sites/demo/threads/open-talk', { body: thread }));
  const reader = await new BrowserLike(demo.serviceUrl).join('Wanda Words');
  await done(reader.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text, sendAnyway: true }));
}

it('is read below what it replies to', async () => {
  const id = await held.hold('Where does the night train stop?');
  await held.decide(id, 'publish');
  const threadId = await done(held.administrator.get('/api/v1/sites/demo/threads/night-train'));
  const reader = await new BrowserLike(demo.serviceUrl).join('Rita Replies');
  const reply = { clientId: randomUUID(), text: 'In Merrow.', parentId: id, sendAnyway: true };
  await done(reader.post(`/api/v1/threads/${threadId}/comments`, reply));
  page = await openConsole(browser, demo);
  await signIn(page, held.credentials);
  await shownText(page).waitFor();
  expect(await page.getByRole('region', { name: 'It replies to' }).getByRole('listitem').locator('p').allTextContents()).toEqual([
    'Where does the night train stop?',
  ]);
});

describe('a comment that was held by a check', () => {
  it('says which words of which list were found in it, and shows them where they stand', async () => {
    await watchFor(['marzipan']);
    await postInOpenThread('They hid the **Marzipan** there, and more marzipan here.');
    page = await openConsole(browser, demo);
    await signIn(page, held.credentials);
    await shownText(page).waitFor();
    const told = await page.getByRole('list', { name: 'Why it waits' }).getByRole('listitem').allTextContents();
    expect(told.map((line) => line.replace(/[\u2068\u2069]/g, ''))).toEqual([
      'Words of the list Secrets, which a moderator wants to read first: “Marzipan”',
    ]);
    expect(await shownText(page).locator('mark').allTextContents()).toEqual(['Marzipan', 'marzipan']);
  });

  it('says nothing where everything is held', async () => {
    await held.hold('Nothing special.');
    page = await openConsole(browser, demo);
    await signIn(page, held.credentials);
    await shownText(page).getByText('Nothing special.').waitFor();
    expect(await page.getByRole('list', { name: 'Why it waits' }).count()).toBe(0);
  });
});
