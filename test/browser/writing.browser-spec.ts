import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { conversationFrame, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';

const password = 'correct horse battery';
const posts = (url: URL) => url.pathname.endsWith('/comments');
const paragraph = (value: string) => [{ type: 'paragraph', children: [{ type: 'text', value }] }];

/** Whatever happens meanwhile: what a reader has written is before their eyes, and goes out in their name only. */
describe('what a reader writes', () => {
  const { demo, browser } = demoInBrowser();
  let context: BrowserContext;
  let page: Page;
  let frame: Frame;
  /** They take turns: one alone would post too often. */
  let readers: BrowserLike[];
  let reader: BrowserLike;

  beforeAll(async () => {
    readers = await Promise.all(['Writing Reader', 'Writing Too'].map((name) => new BrowserLike(demo.serviceUrl).join(name)));
  }, 90_000);
  beforeEach(async () => {
    reader = readers.shift() as BrowserLike;
    readers.push(reader);
    context = await browser.newContext();
    page = await openTab(context);
    await open(demo.articleUrl);
    await button('Log in').click();
    await logIn();
    await button('Log out').waitFor();
  }, 60_000);
  afterEach(() => context.close());

  const composer = () => frame.getByRole('textbox', { name: 'Your comment', exact: true });
  const comment = (text: string) => frame.getByRole('article').filter({ hasText: text }).first();
  const posted = (text: string) => comment(text).filter({ has: frame.getByRole('button', { name: 'Share' }) });
  const button = (name: string) => frame.getByRole('button', { name, exact: true });

  async function open(url: string): Promise<void> {
    await page.goto(url);
    frame = await conversationFrame(page);
    await frame.getByRole('article').first().waitFor();
  }

  /** The conversation once more, in another tab of the same browser. */
  async function openAnotherTab(): Promise<Frame> {
    const other = await openTab(context);
    await other.goto(demo.articleUrl);
    return conversationFrame(other);
  }

  async function logIn(): Promise<void> {
    const form = frame.getByRole('form', { name: 'Log in' });
    await form.getByLabel('E-mail', { exact: true }).fill(reader.email);
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Log in', exact: true }).click();
  }

  async function write(text: string): Promise<void> {
    await composer().fill(text);
    await button('Post').click();
  }

  /** A comment of somebody else's, in a thread that is open in the page. */
  async function aForeignComment(text: string, name = 'Foreign Author'): Promise<{ author: BrowserLike; id: string }> {
    const author = await new BrowserLike(demo.serviceUrl).join(name);
    const { body: thread } = await author.get('/api/v1/sites/demo/threads/night-train');
    const answer = await author.post(`/api/v1/threads/${thread.id}/comments`, { clientId: crypto.randomUUID(), text });
    await frame.getByRole('button', { name: /new comment/ }).click();
    await comment(text).waitFor();
    return { author, id: answer.body.own.id };
  }

  it('stays when the comment it answers goes away', async () => {
    const { author, id } = await aForeignComment('Here for a moment only.');
    await comment('Here for a moment only.').getByRole('button', { name: 'Reply', exact: true }).click();
    await frame.getByRole('textbox', { name: /Your reply/ }).fill('An answer that took an hour.');
    await author.send('DELETE', `/api/v1/comments/${id}`);
    const kept = frame.getByRole('textbox', { name: /is gone/ });
    await kept.waitFor();
    expect(await kept.inputValue()).toBe('An answer that took an hour.');
    await until('whoever was writing finds it', () => kept.evaluate((field) => field === document.activeElement));
    await button('Discard').click();
    await kept.waitFor({ state: 'detached' });
  });

  it('goes on with what was typed before the scripts came', async () => {
    await composer().fill('Of yesterday.');
    let release = (): void => undefined;
    const mayCome = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/assets\/client-/, async (route) => {
      await mayCome;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await page.locator('[data-parley-thread]').scrollIntoViewIfNeeded();
    const element = await page.locator('[data-parley-thread] iframe').elementHandle();
    frame = (await element?.contentFrame()) as Frame;
    await composer().fill('Typed early.');
    release();
    await until('both are there', async () => (await composer().inputValue()) === 'Typed early.\n\nOf yesterday.');
  });

  it('is still there after Escape in an edit, which is closed by it unless it ends a word of an input method', async () => {
    await write('To be edited.');
    await posted('To be edited.').waitFor();
    const edit = posted('To be edited.').getByRole('button', { name: 'Edit', exact: true });
    await edit.click();
    const field = frame.getByRole('textbox', { name: 'Your comment, edited' });
    await field.fill('Edited at length.');
    await field.evaluate((element) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true })),
    );
    await field.press('Escape');
    await field.waitFor({ state: 'detached' });
    await edit.click();
    expect(await field.inputValue()).toBe('Edited at length.');
    await frame.getByRole('form', { name: 'Your comment, edited' }).getByRole('button', { name: 'Cancel' }).click();
    await edit.click();
    expect(await field.inputValue()).toBe('To be edited.');
  });

  it('is not covered, nor left by the focus, when the article page asks to log in', async () => {
    await button('Log out').click();
    await composer().fill('A thought');
    await frame.evaluate(() => {
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      Object.assign(globalThis, { heard: heard.then(() => new Promise((resolve) => requestAnimationFrame(resolve))) });
    });
    await page.evaluate(() => (globalThis as any).Parley.login());
    await frame.evaluate(() => (globalThis as any).heard);
    await page.keyboard.type(' to be finished');
    expect(await composer().inputValue()).toBe('A thought to be finished');
    expect(await frame.getByRole('form', { name: 'Log in' }).count()).toBe(0);
    await composer().blur();
    await page.evaluate(() => (globalThis as any).Parley.login());
    const email = frame.getByRole('form', { name: 'Log in' }).getByLabel('E-mail', { exact: true });
    await until('the form has the focus', () => email.evaluate((field) => field === document.activeElement));
  });

  it('can be undone step by step, marks of the toolbar and all', async () => {
    const kept = () => frame.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith(':new'))?.[1]);
    const becomes = (text: string) => until(text, async () => (await composer().inputValue()) === text && (await kept()) === text);
    await composer().pressSequentially('One two');
    await page.keyboard.press('Shift+Control+ArrowLeft');
    await button('Bold').click();
    await becomes('One **two**');
    await button('Quote').click();
    await becomes('> One **two**');
    await button('Quote').click();
    await becomes('One **two**');
    for (const before of ['> One **two**', 'One **two**', 'One two']) {
      await page.keyboard.press('Control+z');
      await becomes(before);
    }
    await page.keyboard.type('three');
    await becomes('One three');
  });

  it('takes marks where a browser types nothing for a script', async () => {
    await frame.evaluate(() => Object.assign(document, { execCommand: () => false }));
    await composer().pressSequentially('One');
    await page.keyboard.press('Control+a');
    await button('Bold').click();
    await page.keyboard.type('Two');
    expect(await composer().inputValue()).toBe('**Two**');
    await button('Post').click();
    await posted('Two').locator('strong').waitFor();
  });

  it('is not sent by a key that ends a word of an input method', async () => {
    const press = (isComposing: boolean) =>
      composer().evaluate((field, composing) => {
        const pressed = { key: 'Enter', ctrlKey: true, isComposing: composing, bubbles: true, cancelable: true };
        return field.dispatchEvent(new KeyboardEvent('keydown', pressed));
      }, isComposing);
    await composer().fill('にほんg');
    expect([await press(true), await composer().inputValue()]).toEqual([true, 'にほんg']);
    expect(await press(false)).toBe(false);
    await posted('にほんg').waitFor();
  });

  it('does not come back in a tab that had half of it when the other tab has sent all', async () => {
    const otherFrame = await openAnotherTab();
    const otherField = otherFrame.getByRole('textbox', { name: 'Your comment', exact: true });
    await otherFrame.getByRole('button', { name: 'Log out' }).waitFor();
    await otherField.fill('Half of it');
    await until('the half is here', async () => (await composer().inputValue()) === 'Half of it');
    await write('Half of it, and the rest.');
    await posted('Half of it, and the rest.').waitFor();
    await until('it is gone there', async () => (await otherField.inputValue()) === '');
    expect(await composer().inputValue()).toBe('');
  });

  it.each(['its button', 'the keyboard'])(
    'leaves a closed field behind when it is posted with %s, and opens it again at the next word',
    async (way) => {
      await composer().fill(`Posted with ${way}.`);
      if (way === 'its button') await button('Post').click();
      else await composer().press('Control+Enter');
      await posted(`Posted with ${way}.`).waitFor();
      await button('Post').waitFor({ state: 'detached' });
      await until('who wrote it reads on from it', () => posted(`Posted with ${way}.`).evaluate((own) => own === document.activeElement));
      await composer().pressSequentially('And');
      await button('Post').waitFor();
    },
  );

  it('stands with the newest first while it is not published', async () => {
    const held = (minutes: number, text: string) => {
      const postedAt = new Date(Date.now() - minutes * 60_000).toISOString();
      const own = { id: crypto.randomUUID(), parentId: null, status: 'held', revision: 1, editableUntil: postedAt };
      return { ...own, postedAt, text, body: paragraph(text) };
    };
    const unpublished = [held(1, 'Held later.'), held(2, 'Held.')];
    await page.route('**/mine', (route) => route.fulfill({ json: { unpublished, reactions: {} } }));
    await page.reload();
    frame = await conversationFrame(page);
    await button('Not public: show your comment').click();
    await until('who asked reads on from the newest', () => comment('Held later.').evaluate((own) => own === document.activeElement));
    await page.route(posts, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    for (const text of ['To be sent.', 'To be sent too.']) {
      await write(text);
      await comment(text).getByText('Not sent yet.').waitFor();
    }
    const texts = await frame.locator('.is-own .text').allInnerTexts();
    expect(texts).toEqual(['To be sent too.', 'To be sent.', 'Held later.', 'Held.']);
  });

  it('is shown where it was on its way when another tab sends it', async () => {
    await page.route(posts, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await write('Sent by another tab.');
    await comment('Sent by another tab.').getByText('Not sent yet.').waitFor();
    await openAnotherTab();
    await posted('Sent by another tab.').waitFor();
    expect(await frame.getByText('Sent by another tab.').count()).toBe(1);
  });

  it('is shown once while its answer is on its way, and not offered to its author as something new', async () => {
    let answer = (): void => undefined;
    const mayCome = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const isThere = new Promise<void>((resolve) => {
      void page.route(posts, async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        const response = await route.fetch();
        resolve();
        await mayCome;
        await route.fulfill({ response });
      });
    });
    await write('Answered slowly.');
    await isThere;
    await aForeignComment('Posted after it.', 'Faster Author');
    expect(await frame.getByText('Answered slowly.').count()).toBe(1);
    answer();
    await posted('Answered slowly.').waitFor();
    expect(await frame.getByText('Answered slowly.').count()).toBe(1);
  });

  it('is offered to its author after a reload, wherever it is not sent yet', async () => {
    await page.route(posts, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await write('Left for later.');
    await comment('Left for later.').getByText('Not sent yet.').waitFor();
    const answered = frame.locator('article:has(.reaction)').first();
    await answered.getByRole('button', { name: 'Reply', exact: true }).click();
    await frame.getByRole('textbox', { name: /Your reply/ }).fill('An answer for later.');
    await frame
      .getByRole('form', { name: /Your reply/ })
      .getByRole('button', { name: 'Reply', exact: true })
      .click();
    await comment('An answer for later.').getByText('Not sent yet.').waitFor();
    await page.reload();
    frame = await conversationFrame(page);
    await button('Not sent yet: show your text').click();
    for (const text of ['Left for later.', 'An answer for later.']) await comment(text).getByText('Not sent yet.').waitFor();
    await button('Not sent yet: show your text').waitFor({ state: 'detached' });
  });

  it('is not published by another tab when it was taken back in this one', async () => {
    const refuse = (route: Route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 429, headers: { 'retry-after': '50' }, json: { code: 'too_many_requests', detail: '' } })
        : route.continue();
    await context.route(posts, refuse);
    await write('Better not said.');
    await comment('Better not said.').getByText('That was a lot at once. This one will be sent by itself in a moment.').waitFor();
    const otherFrame = await openAnotherTab();
    const there = otherFrame.getByRole('article').filter({ hasText: 'Better not said.' });
    await otherFrame.getByRole('button', { name: 'Not sent yet: show your text' }).click();
    await there.getByRole('button', { name: 'Edit' }).waitFor();
    await comment('Better not said.').getByRole('button', { name: 'Edit' }).click();
    await there.waitFor({ state: 'detached' });
    expect(await composer().inputValue()).toBe('Better not said.');
    await button('Post').waitFor();
    expect(await composer().evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('is nobody else’s in a tab whose caret was left in it', async () => {
    const otherFrame = await openAnotherTab();
    const otherField = otherFrame.getByRole('textbox', { name: 'Your comment', exact: true });
    await otherFrame.getByRole('button', { name: 'Log out' }).waitFor();
    await otherField.fill('Between us.');
    // As a browser says it of every tab but one.
    await otherFrame.evaluate(() => Object.assign(document, { hasFocus: () => false }));
    await until('it is here', async () => (await composer().inputValue()) === 'Between us.');
    await composer().press('End');
    await composer().pressSequentially(' And more.');
    await until('it goes on there', async () => (await otherField.inputValue()) === 'Between us. And more.');
    await button('Log out').click();
    await otherFrame.getByRole('button', { name: 'Log out' }).waitFor({ state: 'detached' });
    expect(await otherField.inputValue()).toBe('');
    await open(demo.articleUrl);
    await button('Log in').waitFor();
    expect(await composer().inputValue()).toBe('');
    expect(await frame.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('::')))).toEqual([]);
  });

  it('is written on without losing the focus to a comment that is acknowledged late', async () => {
    const held: Route[] = [];
    await page.route(posts, (route) => (route.request().method() === 'POST' ? void held.push(route) : route.continue()));
    await write('Acknowledged late.');
    await until('it is on its way', () => held.length === 1);
    await composer().pressSequentially('The next th');
    for (const route of held) await route.continue();
    await posted('Acknowledged late.').waitFor();
    await page.keyboard.type('ought');
    expect(await composer().inputValue()).toBe('The next thought');
  });

  it('is posted when its author, logged out meanwhile, logs in again', async () => {
    await context.clearCookies();
    await write('Written by nobody, for a moment.');
    await frame.getByRole('form', { name: 'Log in' }).waitFor();
    expect(await composer().inputValue()).toBe('Written by nobody, for a moment.');
    await logIn();
    await posted('Written by nobody, for a moment.').waitFor();
    expect(await frame.getByRole('form', { name: 'Log in' }).count()).toBe(0);
  });

  it('stays a draft when its author, who was logged out, posts another text and takes that away before logging in', async () => {
    await composer().fill('Half a thought of last week.');
    await context.clearCookies();
    await page.goto('about:blank');
    await open(demo.articleUrl);
    await write('Not to be posted after all.');
    await button('I already have an account').click();
    await composer().fill('');
    await logIn();
    await button('Log out').waitFor();
    await until('it is there', async () => (await composer().inputValue()) === 'Half a thought of last week.');
    expect(await comment('Half a thought of last week.').count()).toBe(0);
  });

  it('is not sent under the name of somebody who logs in beside the page, and says so where it stands', async () => {
    const { email } = await new BrowserLike(demo.serviceUrl).join('Beside The Page');
    // The page cannot know it yet: it is told together with the refusal.
    const refused = page.waitForResponse((answer) => posts(new URL(answer.url())) && answer.status() === 409);
    await page.route('**/api/v1/me', async (route) => {
      await refused;
      await route.continue();
    });
    await frame.evaluate(
      (body) => fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      JSON.stringify({ email, password }),
    );
    await write('Under which name?');
    await frame
      .getByRole('alert')
      .filter({ hasText: /logged in as .?Beside The Page/ })
      .waitFor();
    expect(await composer().inputValue()).toBe('Under which name?');
    expect(await comment('Under which name?').count()).toBe(0);
    await frame.locator('.reader-name').getByText('Beside The Page').waitFor();
    await button('Post').click();
    await posted('Under which name?').getByRole('heading', { name: 'Beside The Page' }).waitFor();
  });

  it('is shown in the whole conversation when it was written below one part of it', async () => {
    await write('To be linked.');
    await posted('To be linked.').waitFor();
    const id = (await posted('To be linked.').getAttribute('id'))?.replace('comment-', '');
    await page.goto('about:blank');
    await open(`${demo.articleUrl}#parley-comment-${id}`);
    await button('See the whole conversation').waitFor();
    await button('Log out').waitFor();
    await write('Written below one part.');
    await posted('Written below one part.').waitFor();
    expect(await button('See the whole conversation').count()).toBe(0);
  });

  it('is counted anew in an emptied field, and at once where somebody goes on with a long draft', async () => {
    const long = 'word '.repeat(960).trim();
    await composer().fill(long);
    await frame.locator('.counter').getByText('201 characters left').waitFor();
    await page.reload();
    frame = await conversationFrame(page);
    await until('it is here', async () => (await composer().inputValue()) === long);
    await composer().focus();
    await frame.locator('.counter').getByText('201 characters left').waitFor();
    await button('Post').click();
    await composer().focus();
    expect(await frame.getByText(/characters left/).count()).toBe(0);
  });

  it('says when the browser keeps no cookie, or somebody cannot be logged out', async () => {
    await page.route('**/api/v1/session', (route) => route.abort());
    await button('Log out').click();
    await frame.getByRole('alert').filter({ hasText: 'no connection' }).waitFor();
    await page.unroute('**/api/v1/session');
    await button('Log out').click();
    await button('Log in').click();
    // Whoever sits down next is somebody else.
    expect(await frame.getByLabel('E-mail', { exact: true }).inputValue()).toBe('');
    await page.route('**/api/v1/me', (route) => route.fulfill({ json: { reader: null } }));
    await logIn();
    await frame.getByRole('alert').filter({ hasText: 'refused the cookie' }).waitFor();
  });

  it('is not withdrawn at one touch, and its author is told why others see it no more', async () => {
    const { body: thread } = await reader.get('/api/v1/sites/demo/threads/night-train');
    const { body: all } = await reader.get(`/api/v1/threads/${thread.id}/comments?order=newest`);
    const { id, parentId } = all.comments.find(({ state }: { state: string }) => state === 'tombstone');
    const own = { revision: 1, postedAt: new Date().toISOString(), editableUntil: new Date().toISOString() };
    const unpublished = [
      { ...own, id, parentId, status: 'removed', text: 'Removed.', body: paragraph('Removed.') },
      { ...own, id: crypto.randomUUID(), parentId: null, status: 'held', text: 'Held.', body: paragraph('Held.') },
    ];
    await page.route('**/mine', (route) => route.fulfill({ json: { unpublished, reactions: {} } }));
    await page.reload();
    frame = await conversationFrame(page);
    await button('Not public: show your comment').click();
    await comment('A moderator removed this comment.').waitFor();
    await comment('Held.').getByRole('button', { name: 'Withdraw', exact: true }).click();
    const question = frame.getByRole('group', { name: /Withdraw this comment/ });
    await question.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await question.getByRole('alert').filter({ hasText: 'not here any more' }).waitFor();
  });
});
