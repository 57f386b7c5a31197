import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';

/** By keyboard, by ear, in the colours of the system, on paper. */
describe('the framed document, however it is read', () => {
  const { demo, browser } = demoInBrowser();

  async function openFrame(given: Record<string, string> = {}, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(demo.frameUrl(given));
    return page;
  }

  const joinForm = (page: Page) => page.getByRole('form', { name: 'Join the conversation' });

  async function openJoinForm(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await joinForm(page).getByLabel('Name', { exact: true }).fill('Half a name');
    await joinForm(page).getByLabel('Password', { exact: true }).fill('half a password');
  }

  it('closes the form to join when the focus moves on to what it covers, and keeps what was typed', async () => {
    const page = await openFrame();
    await openJoinForm(page);
    await joinForm(page).getByRole('button', { name: 'I already have an account' }).focus();
    await page.keyboard.press('Tab');
    await joinForm(page).waitFor({ state: 'detached' });
    expect(
      await page.getByRole('textbox', { name: 'Your comment', exact: true }).evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    expect(await joinForm(page).getByLabel('Name', { exact: true }).inputValue()).toBe('Half a name');
    expect(await joinForm(page).getByLabel('Password', { exact: true }).inputValue()).toBe('half a password');
    await page.context().close();
  });

  it('closes the form to join with the escape key, wherever the focus is', async () => {
    const page = await openFrame();
    await openJoinForm(page);
    await page.getByRole('button', { name: 'Log in', exact: true }).first().focus();
    await page.keyboard.press('Escape');
    await joinForm(page).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('shows where the writing goes, in the colours of the system', async () => {
    const page = await openFrame({}, { forcedColors: 'active' });
    await page.getByRole('textbox', { name: 'Your comment', exact: true }).focus();
    // Transparent, where the page chooses the colours; these browsers paint any outline in theirs.
    expect(await page.locator('.field').evaluate((field) => getComputedStyle(field).outline)).toMatch(/solid 2px$/);
    await page.context().close();
  });

  it('prints the comments, dark on white, and nothing to press', async () => {
    const page = await openFrame({ theme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    // What is hidden until somebody presses stays hidden; names are read as well as pressed.
    expect(await page.locator('button:visible:not(.spoiler-button, .by), textarea:visible').allTextContents()).toEqual([]);
    expect(await page.locator('article .text:visible').count()).toBeGreaterThan(5);
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(28, 27, 25)');
    await page.context().close();
  });

  it('mirrors what shows the beginning of a line where lines begin on the right', async () => {
    const page = await openFrame({ lang: 'ar' });
    await page.getByRole('textbox').first().click();
    const turned = (mark: string): Promise<string> => page.locator(`.icon-${mark}`).evaluate((icon) => getComputedStyle(icon).transform);
    await page.locator('.icon-list').waitFor();
    expect(await Promise.all(['list', 'quote', 'bold'].map(turned))).toEqual([
      'matrix(-1, 0, 0, 1, 0, 0)',
      'matrix(-1, 0, 0, 1, 0, 0)',
      'none',
    ]);
    expect(await page.locator('h2').evaluate((title) => getComputedStyle(title).letterSpacing)).toBe('normal');
    await page.context().close();
  });

  it('says whom a reply answers where it does not stand in from it', async () => {
    const anna = await new BrowserLike(demo.serviceUrl).join('Anna Answers');
    const bert = await new BrowserLike(demo.serviceUrl).join('Bert Answers');
    const wide = await openFrame({ article: 'chain', url: `${demo.publisherUrl}/chain` });
    const { body: thread } = await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/chain');
    let parentId: string | undefined;
    for (const reader of [anna, bert, anna, bert, bert, anna]) {
      const { body } = await reader.post(`/api/v1/threads/${thread.id}/comments`, { clientId: randomUUID(), text: 'An answer.', parentId });
      parentId = body.own.id;
    }
    const narrow = await openFrame({ article: 'chain', url: `${demo.publisherUrl}/chain` }, { viewport: { width: 320, height: 800 } });
    await wide.reload();
    const names = async (page: Page): Promise<string[]> => {
      await page.getByRole('button', { name: 'Show 1 more reply' }).click();
      await page.getByRole('article').nth(4).waitFor();
      return page.getByRole('article').evaluateAll((articles) => articles.map((each) => each.querySelector('h3')?.innerText ?? ''));
    };
    expect(await names(wide)).toEqual(['Anna Answers', 'Bert Answers', 'Anna Answers', 'Bert Answers', 'Bert Answers']);
    const answering = (name: string): string => ` to \u2068${name}\u2069`;
    expect(await names(narrow)).toEqual([
      'Anna Answers',
      'Bert Answers',
      'Anna Answers',
      `Bert Answers${answering('Anna Answers')}`,
      `Bert Answers${answering('Bert Answers')}`,
    ]);
    for (const page of [wide, narrow]) await page.context().close();
  });

  it('keeps the badge of staff in one piece', async () => {
    const page = await openFrame({ lang: 'ar' }, { viewport: { width: 320, height: 800 } });
    const pieces = await page.locator('.badge').evaluateAll((badges) => badges.map((badge) => badge.getClientRects().length));
    expect(new Set(pieces)).toEqual(new Set([1]));
    await page.context().close();
  });

  it('shows a comment that has the focus by a ring that leaves room, and one that a link names by its colour alone', async () => {
    const page = await openFrame();
    const article = page.getByRole('article').first();
    const comment = ((await article.getAttribute('id')) ?? '').replace('comment-', '');
    const look = async (): Promise<string[]> => {
      await page.keyboard.press('Tab');
      return article.evaluate((element) => {
        element.focus();
        const { outlineStyle, paddingInlineStart } = getComputedStyle(element);
        return [outlineStyle, paddingInlineStart];
      });
    };
    expect(await look()).toEqual(['solid', '8px']);
    await page.goto(demo.frameUrl({ comment }));
    expect(await look()).toEqual(['none', '16px']);
    await page.context().close();
  });

  it('says only now and then how many new comments wait, and how much room is left', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.clock.install();
    await page.goto(demo.frameUrl());
    const reader = await new BrowserLike(demo.serviceUrl).join();
    const { body: thread } = await reader.get('/api/v1/sites/demo/threads/night-train');
    const heading = page.getByRole('heading', { level: 2 });
    const before = Number.parseInt(await heading.innerText(), 10);
    const post = async (count: number): Promise<void> => {
      await reader.post(`/api/v1/threads/${thread.id}/comments`, { clientId: randomUUID(), text: `Comment ${count}` });
      await heading.getByText(`${before + count} comments`).waitFor();
    };
    await post(1);
    await page.getByRole('button', { name: 'Show 1 new comment' }).waitFor();
    await page.clock.pauseAt(Date.now() + 1_000);
    await post(2);
    expect(await page.locator('.pill').allTextContents()).toEqual(['Show 1 new comment']);
    await page.clock.runFor(6_000);
    await page.getByRole('button', { name: 'Show 2 new comments' }).waitFor();
    const composer = page.getByRole('textbox', { name: 'Your comment', exact: true });
    await composer.fill('x'.repeat(4_600));
    await page.locator('.counter').getByText('400 characters left').waitFor();
    await page.keyboard.type('abc');
    await page.locator('.counter').getByText('397 characters left').waitFor();
    const aloud = page.locator('.composer-footer').getByRole('status').last();
    expect(await aloud.textContent()).toBe('');
    await page.clock.runFor(6_000);
    await aloud.getByText('397 characters left').waitFor();
    await page.context().close();
  });
});
