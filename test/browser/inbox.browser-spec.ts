import type { Page } from 'playwright-core';
import type { BrowserLike } from '../support/browser-like';
import { layoutShifts, openTab } from '../support/chromium';
import { demoWithColleague } from '../support/demo-with-colleague';
import { FollowedDemo } from '../support/followed-demo';
import { aSession } from '../support/frame-reader';
import { until } from '../support/live-reader';
import { ModeratedDemo } from '../support/moderated-demo';

const { demo, browser, colleague } = demoWithColleague();
let moderated: ModeratedDemo;
let followed: FollowedDemo;
let ada: BrowserLike;
let bob: BrowserLike;
let page: Page;

beforeAll(async () => {
  moderated = await ModeratedDemo.begin(demo, await colleague());
  followed = new FollowedDemo(demo);
  [ada, bob] = [await followed.join('Ada Answers'), await followed.join('Bob Answers')];
}, 90_000);
afterEach(() => page.context().close());

const bell = (name: string | RegExp = /^Inbox/, on = page) => on.getByRole('button', { name, exact: true });
const panel = (on = page) => on.getByRole('region', { name: 'Inbox and Following' });
const items = (on = page) => panel(on).getByRole('listitem');
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function open(name: string): Promise<void> {
  page = await openTab(await browser.newContext({ storageState: await aSession(browser, demo, name) }));
  await page.goto(demo.frameUrl());
  await bell().waitFor();
  await page.locator('.reading', { hasText: /\p{N}|^$/u }).waitFor({ state: 'attached' });
}

describe('the inbox', () => {
  it('tells of a reply at once, moves nothing, and leads to it; that is read then, in every tab', async () => {
    await open('Rita Replied');
    const own = await followed.postFrom(page, { text: 'Anybody there?' });
    await Promise.all([page.waitForResponse(/\/news$/), page.reload()]);
    await bell('Inbox').waitFor();
    const reply = await followed.post(ada, { text: 'I am here.', parentId: own });
    await bell('Inbox, 1 unread').waitFor({ timeout: 1_000 });
    await page.getByRole('status').filter({ hasText: 'Inbox, 1 unread' }).waitFor({ state: 'attached' });
    expect(await layoutShifts(page.mainFrame())).toEqual([]);
    const other = await openTab(page.context());
    await other.goto(demo.frameUrl({ article: 'harbour-bath' }));
    await bell('Inbox, 1 unread', other).click();
    await items(other).getByText('I am here.').waitFor();
    await bell().click();
    expect(await items().innerText()).toMatch(/Unread:.*Ada Answers.*Reply to your comment\s+I am here\.\s+just now\s+The 22:47/s);
    await items().getByRole('link').click();
    await panel().waitFor({ state: 'detached' });
    await page.waitForFunction((id) => document.activeElement?.id === id, `comment-${reply}`);
    await page.locator('.ancestor', { hasText: 'Anybody there?' }).waitFor();
    await bell('Inbox').waitFor();
    await bell('Inbox', other).waitFor();
    await until('it is read there too', async () => !(await items(other).innerText()).includes('Unread'));
  });

  it('has several replies to one comment together; more wait behind a pill, and what is removed goes', async () => {
    await open('Greta Grouped');
    const own = await followed.postFrom(page, { text: 'What do you think?' });
    const other = await followed.postFrom(page, { text: 'And of this?' });
    await followed.post(ada, { text: 'I agree.', parentId: own });
    await followed.post(ada, { text: 'Of this too.', parentId: other });
    await bell('Inbox, 2 unread').click();
    await items().nth(1).waitFor();
    const second = await followed.post(bob, { text: 'I do not.', parentId: own });
    await button('1 new').waitFor();
    expect(await items().allInnerTexts()).toEqual([expect.stringContaining('Of this too.'), expect.stringContaining('I agree.')]);
    await button('1 new').click();
    await items().first().getByText('I do not.').waitFor();
    expect(await items().first().innerText()).toMatch(/Bob Answers.* and .*Ada Answers.*2 replies to your comment/s);
    expect(await items().count()).toBe(2);
    await moderated.decide(second, 'remove');
    await items().first().getByText('I agree.').waitFor();
    expect(await items().first().innerText()).toMatch(/Ada Answers.*Reply to your comment/s);
    await button('Mark all as read').click();
    await bell('Inbox').waitFor();
    expect((await items().allInnerTexts()).join()).not.toContain('Unread');
    expect(await button('Mark all as read').isVisible()).toBe(false);
  });

  it('leads to another article in a tab of its own, and to decisions where they are told', async () => {
    await open('Dora Decided');
    const own = await followed.postFrom(page, { article: 'harbour-bath', text: 'How cold is it?' });
    const removed = await followed.postFrom(page, { text: 'You fool.' });
    const reply = await followed.post(ada, { article: 'harbour-bath', text: 'Very.', parentId: own });
    await moderated.decide(removed, 'remove');
    await bell('Inbox, 2 unread').click();
    const link = items().filter({ hasText: 'Very.' }).getByRole('link');
    expect([await link.getAttribute('target'), await link.getAttribute('href')]).toEqual([
      '_blank',
      `${demo.publisherUrl}/harbour-bath#parley-comment-${reply}`,
    ]);
    await button('Unread: Your comment was removed')
      .or(items().getByRole('button', { name: 'Your comment was removed' }))
      .click();
    const mine = page.getByRole('region', { name: 'My comments and decisions' });
    await mine.getByRole('article').getByText('You fool.').waitFor();
    expect(await mine.getByRole('tab', { name: 'Decisions' }).getAttribute('aria-selected')).toBe('true');
    expect(await panel().isVisible()).toBe(false);
    await mine.getByRole('button', { name: 'Back to the conversation' }).click();
    await panel().waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Your comment was removed'));
    await items().getByRole('button', { name: 'Your comment was removed' }).click();
    await mine.getByRole('article').getByText('You fool.').waitFor();
    await bell('Inbox, 1 unread').click();
    await mine.waitFor({ state: 'detached' });
    await panel().waitFor();
  });

  it('is for the keyboard alone: opened, gone through, left; also when what has the focus goes', async () => {
    await open('Kay Keyboard');
    const own = await followed.postFrom(page, { text: 'Without a mouse.' });
    const reply = await followed.post(ada, { text: 'Nor I.', parentId: own });
    await bell('Inbox, 1 unread').focus();
    await page.keyboard.press('Enter');
    await items().getByText('Nor I.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Inbox and Following');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await panel().getByText('Nothing to read here yet').waitFor();
    await page.keyboard.press('ArrowLeft');
    await items().getByText('Nor I.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'tabpanel')) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Reply to your comment');
    await moderated.decide(reply, 'remove');
    await panel().getByText('Nobody has answered yet').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Inbox and Following');
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.matches('.bell'));
  });

  it('invites who got no answer yet', async () => {
    await open('Nora New');
    await bell('Inbox').click();
    await panel().getByText('Nobody has answered yet').waitFor();
  });

  it('is nobody’s after logging out', async () => {
    await open('Lena Leaves');
    await bell('Inbox').click();
    await panel().waitFor();
    await button('Log out').click();
    await panel().waitFor({ state: 'detached' });
    expect(await bell().count()).toBe(0);
  });
});
