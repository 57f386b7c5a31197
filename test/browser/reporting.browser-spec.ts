import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { aSession, fromPage } from '../support/frame-reader';

const { demo, browser } = demoWithColleague();
const title = 'Report this comment';
let administrator: BrowserLike;
let author: BrowserLike;
let threadId: string;
let page: Page;
let readers = 0;

beforeAll(async () => {
  administrator = await demo.administrator();
  author = await new BrowserLike(demo.serviceUrl).join('Rude Author');
  threadId = (await author.get('/api/v1/sites/demo/threads/night-train')).body.id;
}, 90_000);
afterEach(() => page.context().close());

async function post(text: string): Promise<string> {
  return (await author.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text })).body.own.id;
}

const article = (text: string) => page.getByRole('article').filter({ hasText: text }).first();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const panel = (name = title) => page.getByRole('region', { name });
const reported = async (): Promise<any[]> => (await administrator.get('/api/v1/sites/demo/reported')).body.comments;
const against = async (id: string) => (await reported()).find((comment) => comment.id === id);

/** The article with a comment, for a reader who is new, or for nobody in particular. */
async function open(text: string, as: 'reader' | 'visitor'): Promise<{ id: string; name: string }> {
  const id = await post(text);
  readers += 1;
  const name = `Reporting ${'abcdefghijkl'.charAt(readers)}`;
  const storageState = as === 'reader' ? await aSession(browser, demo, name) : undefined;
  page = await (await browser.newContext({ storageState })).newPage();
  await page.goto(demo.frameUrl());
  await article(text).waitFor();
  if (as === 'reader') await page.getByText(name).first().waitFor();
  return { id, name };
}

async function openForm(text: string): Promise<void> {
  await article(text).getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByRole('radio').first().waitFor();
}

describe('a reader who reports a comment', () => {
  it('says why, is thanked in its place, and has the comment folded, also when they come back', async () => {
    const { id, name } = await open('What a fool you are.', 'reader');
    await openForm('What a fool');
    expect(await page.getByRole('radio').count()).toBe(8);
    await page.getByRole('radio', { name: 'Insults somebody' }).check();
    await panel().getByRole('textbox').fill('He means me.');
    await button('Send the report').click();
    await panel().getByText('Thank you.').waitFor();
    expect(await panel().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await against(id)).toMatchObject({ reports: [{ reporter: { name }, reason: { key: 'insult' }, text: 'He means me.' }] });
    await article('What a fool').getByText('You reported this comment.').waitFor();
    expect(await page.getByText('What a fool').first().isVisible()).toBe(false);
    await button('Close').click();
    expect(
      await article('What a fool')
        .getByRole('button', { name: 'Report', exact: true })
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    await page.reload();
    await article('What a fool').getByText('You reported this comment.').waitFor();
    await article('What a fool').getByRole('button', { name: 'Show it' }).click();
    expect(await page.getByText('What a fool').first().isVisible()).toBe(true);
    await page.waitForFunction((element) => document.activeElement?.id === element, `comment-${id}`);
  });

  it('does it by keyboard alone, and leaves it with Escape: what was written is there again', async () => {
    const { id } = await open('Typed against.', 'reader');
    await article('Typed against.').getByRole('button', { name: 'Report', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('By keyboard.');
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Report');
    await page.keyboard.press('Enter');
    await page.getByRole('radio').first().waitFor();
    expect(await panel().getByRole('textbox').inputValue()).toBe('By keyboard.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel().getByText('Thank you.').waitFor();
    expect(await against(id)).toMatchObject({ reports: [{ reason: { key: 'hate' }, text: 'By keyboard.' }] });
  });

  it('is told when no reason was chosen, and when it could not be sent', async () => {
    await open('Nothing chosen.', 'reader');
    await openForm('Nothing chosen.');
    await button('Send the report').click();
    await panel().getByRole('alert').getByText('Choose what is wrong with it.').waitFor();
    expect(
      await page
        .getByRole('radio')
        .first()
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    await page.route('**/reports', (route) => route.abort());
    await page.getByRole('radio').first().check();
    await button('Send the report').click();
    await panel().getByRole('alert').getByText('There is no connection right now.').waitFor();
    await page.unroute('**/reports');
    await button('Send the report').click();
    await panel().getByText('Thank you.').waitFor();
  });

  it('does not move what is above it, nor what is below once it is closed; folding moves nothing', async () => {
    await open('Still there.', 'reader');
    const tops = () => page.locator('article').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top + scrollY));
    const [before, index] = [
      await tops(),
      await page.locator('article').evaluateAll((all) => all.findIndex((each) => each.textContent?.includes('Still there.'))),
    ];
    await openForm('Still there.');
    expect((await tops()).slice(0, index + 1)).toEqual(before.slice(0, index + 1));
    await page.getByRole('radio').first().check();
    await button('Send the report').click();
    await panel().getByText('Thank you.').waitFor();
    await button('Close').click();
    await panel().waitFor({ state: 'detached' });
    expect(await tops()).toEqual(before);
  });

  it('finds no such button at their own comments', async () => {
    await open('Of somebody else.', 'reader');
    await fromPage(page, `/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text: 'My own words.' });
    await page.reload();
    await article('My own words.').getByRole('button', { name: 'Withdraw' }).waitFor();
    expect(await article('My own words.').getByRole('button', { name: 'Report', exact: true }).count()).toBe(0);
    expect(await article('Of somebody else.').getByRole('button', { name: 'Report', exact: true }).count()).toBe(1);
  });

  it('whose session has ended is asked to log in, and what they chose is still there', async () => {
    const { id } = await open('After a while.', 'reader');
    await openForm('After a while.');
    await page.getByRole('radio', { name: 'Off topic' }).check();
    const ending = page.waitForResponse((answer) => answer.url().endsWith('/reports'));
    await page.context().clearCookies();
    await button('Send the report').click();
    expect((await ending).status()).toBe(401);
    await page.getByRole('form', { name: 'Log in' }).waitFor();
    expect(await against(id)).toBeUndefined();
    expect(await page.getByRole('radio', { name: 'Off topic' }).isChecked()).toBe(true);
  });
});

describe('a visitor', () => {
  it('who reports a comment joins first, and it is sent by itself, with what they wrote', async () => {
    const { id } = await open('Said to a visitor.', 'visitor');
    await openForm('Said to a visitor.');
    await page.getByRole('radio', { name: 'Incites hatred' }).check();
    await panel().getByRole('textbox').fill('Kept while I join.');
    await button('Send the report').click();
    const form = page.getByRole('form', { name: 'Join the conversation' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Joined To Report');
    await form.getByRole('textbox', { name: 'E-mail' }).fill(`${randomUUID()}@example.org`);
    await form.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await form.getByRole('button', { name: 'Join', exact: true }).click();
    await panel().getByText('Thank you.').waitFor();
    expect(await against(id)).toMatchObject({
      reports: [{ reporter: { name: 'Joined To Report' }, reason: { key: 'hate' }, text: 'Kept while I join.' }],
    });
  });

  it('who does not join after all has sent nothing, and what they wrote is still there', async () => {
    const { id } = await open('Thought better.', 'visitor');
    await openForm('Thought better.');
    await page.getByRole('radio').first().check();
    await panel().getByRole('textbox').fill('Still here.');
    await button('Send the report').click();
    await page.getByRole('form', { name: 'Join the conversation' }).getByRole('button', { name: 'Cancel' }).click();
    expect(await panel().getByRole('textbox').inputValue()).toBe('Still here.');
    expect(await button('Send the report').getAttribute('aria-disabled')).toBe('false');
    expect(await against(id)).toBeUndefined();
  });
});
