import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { VisibleComment } from '../../contract/conversation';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';

/** Found by their roles and names, as readers find them. */
describe('what can be done with a comment', () => {
  const { demo, browser } = demoInBrowser();
  let session: Session;
  let threadId: string;
  let writing: Page;
  let looking: Page;

  beforeAll(async () => {
    session = await aSession(browser, demo, 'Active Reader');
    threadId = (await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train')).body.id;
  }, 90_000);
  beforeEach(async () => {
    writing = await (await browser.newContext({ storageState: session })).newPage();
    looking = await (await browser.newContext()).newPage();
    await writing.goto(demo.frameUrl());
    await writing.getByText('Active Reader').first().waitFor();
  });
  afterEach(async () => {
    for (const page of [writing, looking]) await page.context().close();
  });

  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).first();
  const button = (page: Page, text: string, name: string) => comment(page, text).getByRole('button', { name, exact: true });

  /** Written in one window, and read in another. */
  async function write(text: string): Promise<void> {
    await writing.getByRole('textbox', { name: 'Your comment', exact: true }).fill(text);
    await writing.getByRole('button', { name: 'Post', exact: true }).click();
    await button(writing, text, 'Edit').waitFor();
    await looking.goto(demo.frameUrl());
    await comment(looking, text).waitFor();
  }

  it('gives its link, to copy', async () => {
    await write('Worth sharing.');
    const id = ((await comment(looking, 'Worth sharing.').getAttribute('id')) ?? '').replace('comment-', '');
    await button(looking, 'Worth sharing.', 'Share').click();
    const link = looking.getByRole('textbox', { name: 'Copy this link' });
    expect(await link.inputValue()).toBe(`${demo.publisherUrl}/night-train#parley-comment-${id}`);
    await button(looking, 'Worth sharing.', 'Close').click();
    await link.waitFor({ state: 'detached' });
  });

  it('is edited, and changes in other windows too', async () => {
    await write('Written in haste.');
    await button(writing, 'Written in haste.', 'Edit').click();
    await writing.getByRole('textbox', { name: 'Your comment, edited' }).fill('Written at leisure.');
    await writing.getByRole('button', { name: 'Save', exact: true }).click();
    for (const page of [writing, looking]) {
      await comment(page, 'Written at leisure.').getByText('edited').waitFor();
      expect(await comment(page, 'Written in haste.').count()).toBe(0);
    }
  });

  it('is no more edited in any tab when that is cancelled in one, and has its text when it is edited again', async () => {
    await write('To be edited in two tabs.');
    const other = await writing.context().newPage();
    await other.goto(demo.frameUrl());
    const field = (page: Page) => page.getByRole('textbox', { name: 'Your comment, edited' });
    for (const page of [writing, other]) {
      await button(page, 'To be edited in two tabs.', 'Edit').click();
      await field(page).waitFor();
    }
    // As a browser says it of every tab but one.
    await writing.evaluate(() => Object.assign(document, { hasFocus: () => false }));
    await other.getByRole('form', { name: 'Your comment, edited' }).getByRole('button', { name: 'Cancel' }).click();
    await field(writing).waitFor({ state: 'detached' });
    await button(writing, 'To be edited in two tabs.', 'Edit').click();
    expect(await field(writing).inputValue()).toBe('To be edited in two tabs.');
  });

  it('is withdrawn, and goes in other windows too; where it was answered, its place stays', async () => {
    await write('Better unsaid.');
    await write('Better unsaid, but answered.');
    const answered = comment(looking, 'Better unsaid, but answered.');
    const id = ((await answered.getAttribute('id')) ?? '').replace('comment-', '');
    const other = await new BrowserLike(demo.serviceUrl).join();
    await other.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text: 'The answer.', parentId: id });
    await comment(looking, 'but answered').getByRole('button', { name: 'Show 1 new reply' }).click();
    const refused: string[] = [];
    writing.on('response', (answer) => answer.status() >= 400 && refused.push(answer.url()));
    for (const text of ['Better unsaid, but answered.', 'Better unsaid.']) {
      await button(writing, text, 'Withdraw').click();
      await writing
        .getByRole('group', { name: /^Withdraw this comment/ })
        .getByRole('button', { name: 'Withdraw', exact: true })
        .click();
      await comment(looking, text).waitFor({ state: 'detached' });
      await comment(writing, text).waitFor({ state: 'detached' });
    }
    expect(await looking.locator(`#comment-${id}`).innerText()).toContain('This comment was withdrawn or removed.');
    await comment(looking, 'The answer.').waitFor();
    expect(refused).toEqual([]);
  });

  it('waits to be shown where its author only reads on, in another tab', async () => {
    const other = await writing.context().newPage();
    await other.goto(demo.frameUrl());
    await other.getByText('Active Reader').first().waitFor();
    await other.locator('.reading', { hasText: /\d/ }).waitFor();
    await write('Written in one tab.');
    await other.getByRole('button', { name: 'Show 1 new comment' }).click();
    await comment(other, 'Written in one tab.').waitFor();
  });

  it('is collapsed to its head, which says how many replies went with it', async () => {
    await looking.goto(demo.frameUrl());
    const { body: whole } = await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${threadId}/comments`);
    const withReplies = (count: number): Locator => {
      const { id } = whole.comments.find((each: VisibleComment) => each.state === 'published' && each.replyCount === count);
      return looking.locator(`#comment-${id}`);
    };
    const [answered, lonely] = [withReplies(1), withReplies(0)];
    for (const article of [answered, lonely]) {
      await article.getByRole('button', { name: 'Hide this branch' }).click();
      await article.getByRole('button', { name: 'Show this branch' }).waitFor();
      // And the name.
      expect(await article.getByRole('button').count()).toBe(2);
    }
    expect(await answered.innerText()).toContain('1 reply hidden');
    expect(await lonely.innerText()).not.toContain('hidden');
    await answered.getByRole('button', { name: 'Show this branch' }).click();
    await answered.getByRole('button', { name: 'Share' }).waitFor();
  });

  it.each([
    ['Oldest', 'oldest'],
    ['Best', 'best'],
    ['Most discussed', 'discussed'],
    ['Newest', 'newest'],
  ])('stands where the order "%s" puts it', async (name, order) => {
    const { body: expected } = await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${threadId}/comments?order=${order}`);
    await looking.goto(demo.frameUrl());
    const orders = looking.getByRole('group', { name: 'Order of the comments' });
    if (order === 'newest') await orders.getByRole('button', { name: 'Oldest' }).click();
    await orders.getByRole('button', { name, exact: true }).click();
    await orders.getByRole('button', { name, exact: true, pressed: true }).waitFor();
    const shown = await looking.locator('.comments > li > article').evaluateAll((articles) => articles.map(({ id }) => id));
    const tops = expected.comments.filter(({ parentId }: VisibleComment) => parentId === null);
    expect(shown).toEqual(tops.map(({ id }: VisibleComment) => `comment-${id}`));
  });
});
