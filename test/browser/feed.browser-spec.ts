import type { Page } from 'playwright-core';
import type { BrowserLike } from '../support/browser-like';
import { conversationFrame } from '../support/chromium';
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
  [ada, bob] = [await followed.join('Ada Followed'), await followed.join('Bob Asks')];
  await followed.post(ada, { text: 'Who reads this may follow me.' });
}, 90_000);
afterEach(() => page.context().close());

const bell = (on = page) => on.getByRole('button', { name: /^Inbox/ });
const panel = (on = page) => on.getByRole('region', { name: 'Inbox and Following' });
const tab = (name: string | RegExp) => panel().getByRole('tab', { name });
const comments = () => panel().getByRole('article');
const openIn = (on: Page, name: string) => on.getByRole('button', { name, exact: true });

async function open(name: string): Promise<void> {
  page = await (await browser.newContext({ storageState: await aSession(browser, demo, name) })).newPage();
  await page.goto(demo.frameUrl());
  await bell().waitFor();
  await page.locator('.reading', { hasText: /\p{N}|^$/u }).waitFor({ state: 'attached' });
}

async function openFeed(): Promise<void> {
  await bell().click();
  await tab(/^Following/).click();
}

async function anotherTab(): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(demo.frameUrl({ article: 'harbour-bath' }));
  await bell(other).waitFor();
  return other;
}

describe('what those write whom a reader follows', () => {
  it('is there within a second, leads to the reply with its context, goes when it is removed, and all of it when its author is muted', async () => {
    const question = await followed.post(bob, { article: 'harbour-bath', text: 'Is the water warm?' });
    await open('Rita Follows');
    await openIn(page, 'Ada Followed').click();
    await openIn(page, 'Follow').click();
    await openIn(page, 'Back').click();
    await openFeed();
    await comments().filter({ hasText: 'Who reads this may follow me.' }).waitFor();
    await openIn(page, 'Back to the conversation').click();
    const reply = await followed.post(ada, { article: 'harbour-bath', text: 'Warmer than it looks.', parentId: question });
    await page.getByRole('button', { name: 'Inbox, 1 new comment in Following' }).waitFor({ timeout: 1_000 });
    await bell().click();
    const shown = comments().filter({ hasText: 'Warmer than it looks.' });
    await shown.waitFor();
    expect(await tab(/^Following/).getAttribute('aria-selected')).toBe('true');
    expect(await shown.innerText()).toMatch(/Ada Followed\s+just now\s+to \u2068?Bob Asks\u2069?\s+.*Is the water warm\?/s);
    expect(await panel().getByRole('heading', { level: 3 }).first().innerText()).toContain('The harbour bath');

    const [article] = await Promise.all([page.context().waitForEvent('page'), shown.getByRole('link').click()]);
    expect(article.url()).toBe(`${demo.publisherUrl}/harbour-bath#parley-comment-${reply}`);
    const frame = await conversationFrame(article);
    await frame.locator(`#comment-${reply}.is-highlighted`).getByText('Warmer than it looks.').waitFor();
    await frame.locator('.ancestor', { hasText: 'Is the water warm?' }).waitFor();
    await article.close();

    await moderated.decide(reply, 'remove');
    await shown.waitFor({ state: 'detached' });
    expect(await comments().count()).toBe(1);

    await comments().getByRole('button', { name: 'Ada Followed' }).click();
    await openIn(page, 'Mute').click();
    await openIn(page, 'Back').click();
    await panel().getByText('Nothing to read here yet').waitFor();
    expect(await comments().count()).toBe(0);
  });

  it('waits behind a pill while the feed is read, is seen in every tab when it is shown, and stands above a line', async () => {
    await open('Sam Scrolls');
    await followed.follow(page, 'reader', await followed.idOf(ada));
    await openFeed();
    await comments().first().waitFor();
    const other = await anotherTab();
    const before = await comments().first().boundingBox();
    await followed.post(ada, { article: 'harbour-bath', text: 'First of two.' });
    await openIn(page, '1 new').waitFor();
    await followed.post(ada, { article: 'harbour-bath', text: 'Second of two.' });
    await other.getByRole('button', { name: 'Inbox, 2 new comments in Following' }).waitFor();
    await page.getByRole('button', { name: 'Inbox, 2 new comments in Following' }).waitFor();
    expect([await comments().count(), await comments().first().boundingBox()]).toEqual([1, before]);
    await openIn(page, '2 new').focus();
    await page.keyboard.press('Enter');
    await comments().filter({ hasText: 'Second of two.' }).waitFor();
    await until('the focus is at what is new', () => page.evaluate(() => document.activeElement?.closest('.feed-group') !== null));
    const [line, seen, news] = await Promise.all([
      panel().getByText('Seen before').boundingBox(),
      comments().last().boundingBox(),
      comments().nth(1).boundingBox(),
    ]);
    expect([news?.y, line?.y, seen?.y].map(Number)).toEqual([news?.y, line?.y, seen?.y].map(Number).sort((one, next) => one - next));
    await other.getByRole('button', { name: 'Inbox', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Inbox', exact: true }).waitFor();
  });

  it('comes page by page, and is asked for again when there was no answer', async () => {
    const writers = [ada, bob, moderated.colleague];
    for (let count = 1; count <= 9; count += 1) await followed.post(bob, { text: `Bob’s thought ${count}.` });
    for (let count = 1; count <= 10; count += 1) await followed.post(moderated.colleague, { text: `Another thought ${count}.` });
    await followed.post(ada, { article: 'harbour-bath', text: 'The twenty-first.' });
    await open('Peter Pages');
    for (const writer of writers) await followed.follow(page, 'reader', await followed.idOf(writer));
    await page.route('**/demo/feed', (route) => route.abort());
    await openFeed();
    await panel().getByRole('alert').getByText('This could not be loaded.').waitFor();
    await page.unroute('**/demo/feed');
    await openIn(page, 'Try again').click();
    await until('the first page is there', async () => (await comments().count()) === 20);
    await openIn(page, 'Show more').click();
    await until('all is there', async () => (await comments().count()) > 20);
    expect(await openIn(page, 'Show more').count()).toBe(0);
  });

  it('in this article opens in its place', async () => {
    await open('Ingrid In Place');
    await followed.follow(page, 'reader', await followed.idOf(ada));
    await openFeed();
    await comments().filter({ hasText: 'Who reads this may follow me.' }).getByRole('link').click();
    await panel().waitFor({ state: 'detached' });
    await page.getByText('You are looking at one part of the conversation.').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('.comment.is-highlighted'));
  });

  it('is nothing yet for who follows nobody, and says how to', async () => {
    await open('Nils Nobody');
    await openFeed();
    await panel()
      .getByText(/press a name beside a comment/)
      .waitFor();
  });
});
