import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';

const password = 'correct horse battery';
const posts = /\/comments$/;
const mine = /\/mine$/;

/** What somebody wrote is on screen, or waits to be asked for; it is never gone, and never there twice. */
describe('what a reader wrote', () => {
  const { demo, browser } = demoInBrowser();
  let context: BrowserContext;
  let page: Page;
  let reader: BrowserLike;
  beforeAll(async () => {
    reader = await new BrowserLike(demo.serviceUrl).join('Own Words');
  }, 90_000);
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 390, height: 4_000 } });
    page = await openTab(context);
    await page.goto(demo.frameUrl());
    await button('Log in').waitFor();
  }, 60_000);
  afterEach(() => context.close());

  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true });
  const composer = () => page.getByRole('textbox', { name: 'Your comment', exact: true });
  const published = (text: string) => page.locator('article:has(.reaction)', { hasText: text });

  async function logIn(on = page): Promise<void> {
    await button('Log in', on).first().click();
    await fillLogIn(on);
    await button('Log out', on).waitFor();
  }

  async function fillLogIn(on = page): Promise<void> {
    const form = on.getByRole('form', { name: 'Log in' });
    await form.getByLabel('E-mail', { exact: true }).fill(reader.email);
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Log in', exact: true }).click();
  }

  /** Keeps requests back until they may go on. */
  async function keepBack(path: RegExp, method: string): Promise<{ kept: Route[]; letGo(): Promise<void> }> {
    const kept: Route[] = [];
    await page.route(path, (route) => (route.request().method() === method ? void kept.push(route) : route.continue()));
    return {
      kept,
      letGo: async () => {
        for (const route of kept) await route.continue();
      },
    };
  }

  const isLocked = (field: Locator) => field.evaluate((element) => (element as HTMLTextAreaElement).readOnly);

  it('is posted after a log-in, whatever they type meanwhile', async () => {
    await composer().fill('Written before the log-in.');
    await button('Post').click();
    await button('I already have an account').click();
    const { kept, letGo } = await keepBack(/\/session$/, 'POST');
    await fillLogIn();
    await until('the log-in is on its way', () => kept.length === 1);
    expect(await isLocked(composer())).toBe(true);
    await composer().click();
    await page.keyboard.type('x');
    await letGo();
    await published('Written before the log-in.').waitFor();
    await until('the field can be used', async () => !(await isLocked(composer())));
  });

  it('is not typed into an edit that is being saved', async () => {
    await logIn();
    await composer().fill('To be edited here.');
    await button('Post').click();
    await published('To be edited here.').getByRole('button', { name: 'Edit', exact: true }).click();
    const field = page.getByRole('textbox', { name: 'Your comment, edited' });
    await field.fill('Edited here.');
    const { kept, letGo } = await keepBack(/\/api\/v1\/comments\/[^/]+$/, 'PATCH');
    await button('Save').click();
    await until('it is being saved', () => kept.length === 1);
    expect(await isLocked(field)).toBe(true);
    await letGo();
    await published('Edited here.').waitFor();
  });

  it('is posted once when it was taken back because no answer came, and sent again', async () => {
    await logIn();
    let isFirst = true;
    await page.route(posts, async (route) => {
      if (route.request().method() !== 'POST' || !isFirst) return route.continue();
      isFirst = false;
      await route.fetch();
      return route.abort();
    });
    await composer().fill('Said once only.');
    await button('Post').click();
    await page.locator('.is-own', { hasText: 'Said once only.' }).getByRole('button', { name: 'Edit', exact: true }).click();
    await until('it is a draft', async () => (await composer().inputValue()) === 'Said once only.');
    await button('Post').click();
    await published('Said once only.').waitFor();
    const { body } = await reader.get('/api/v1/sites/demo/threads/night-train');
    const { body: all } = await reader.get(`/api/v1/threads/${body.id}/comments?order=newest`);
    expect(JSON.stringify(all).split('"Said once only."').length - 1).toBe(1);
  });

  it('is told to be posted already when it was taken back and changed; what it became is posted when they ask again', async () => {
    await logIn();
    let isFirst = true;
    await page.route(posts, async (route) => {
      if (route.request().method() !== 'POST' || !isFirst) return route.continue();
      isFirst = false;
      await route.fetch();
      return route.abort();
    });
    await composer().fill('As it was.');
    await button('Post').click();
    await page.locator('.is-own', { hasText: 'As it was.' }).getByRole('button', { name: 'Edit', exact: true }).click();
    await composer().fill('As it became.');
    await button('Post').click();
    await page.getByRole('alert').filter({ hasText: 'was posted after all' }).waitFor();
    expect(await composer().inputValue()).toBe('As it became.');
    await button('Post').click();
    await published('As it became.').waitFor();
  });

  describe('under a comment whose branch is folded in', () => {
    let parent: string;
    beforeEach(async () => {
      await logIn();
      parent = (await page.locator('article:has(.reaction)').first().getAttribute('id')) ?? '';
    });

    it('is shown when they ask for what is held', async () => {
      const at = new Date().toISOString();
      const body = [{ type: 'paragraph', children: [{ type: 'text', value: 'A held answer.' }] }];
      const own = {
        id: crypto.randomUUID(),
        parentId: parent.replace('comment-', ''),
        status: 'held',
        revision: 1,
        postedAt: at,
        editableUntil: at,
      };
      await page.route(mine, (route) =>
        route.fulfill({ json: { unpublished: [{ ...own, text: 'A held answer.', body }], reactions: {} } }),
      );
      await page.reload();
      await button('Not public: show your comment').waitFor();
      await page.locator(`#${parent} .collapse`).click();
      await button('Not public: show your comment').click();
      await page.getByText('A held answer.').waitFor();
      await until('they read on from what it answers', () =>
        page.locator(`#${parent}`).evaluate((item) => item === document.activeElement),
      );
    });

    it('is shown when they ask for what is not sent yet', async () => {
      await page.route(posts, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
      await page.locator(`#${parent}`).getByRole('button', { name: 'Reply', exact: true }).click();
      await page.getByRole('textbox', { name: /Your reply/ }).fill('An answer on its way.');
      await page.getByRole('textbox', { name: /Your reply/ }).press('Control+Enter');
      await page.getByText('Not sent yet.').waitFor();
      await page.reload();
      await button('Not sent yet: show your text').waitFor();
      await page.locator(`#${parent} .collapse`).click();
      await button('Not sent yet: show your text').click();
      await page.getByText('An answer on its way.').waitFor();
    });
  });

  it('moves nothing when it is approved while they see it, and is told to be held when it is held again', async () => {
    const administrator = await demo.administrator();
    const setMode = (mode: string) =>
      administrator.send('PUT', '/api/v1/sites/demo/threads/night-train', {
        body: { url: `${demo.publisherUrl}/night-train`, title: 'A story', mode },
      });
    const { body: thread } = await reader.get('/api/v1/sites/demo/threads/night-train');
    await setMode('premoderated');
    const { body } = await reader.post(`/api/v1/threads/${thread.id}/comments`, { clientId: crypto.randomUUID(), text: 'Held for real.' });
    await setMode('open');
    await page.reload();
    await logIn();
    await button('Not public: show your comment').click();
    await page.getByText('Held for real.').waitFor();
    const before = await layoutShifts(page.mainFrame());
    const decide = (verdict: string) => administrator.post(`/api/v1/comments/${body.own.id}/decisions`, { verdict, revision: 1 });
    await decide('publish');
    await published('Held for real.').getByText('Published.').waitFor();
    await published('Held for real.').getByRole('button', { name: 'Edit', exact: true }).waitFor();
    expect(await layoutShifts(page.mainFrame())).toEqual(before);
    await decide('hold');
    await page.locator('.is-own', { hasText: 'Held for real.' }).getByText('Waiting for a moderator.').waitFor();
    expect(await layoutShifts(page.mainFrame())).toEqual(before);
  });

  it('is not offered where it has no place, or is seen by all by now', async () => {
    const shown = ((await page.locator('article:has(.reaction)').first().getAttribute('id')) ?? '').replace('comment-', '');
    const at = new Date().toISOString();
    const own = { status: 'held', revision: 1, postedAt: at, editableUntil: at, text: 'Held.', body: [] };
    const unpublished = [
      { ...own, id: crypto.randomUUID(), parentId: crypto.randomUUID() },
      { ...own, id: shown, parentId: null },
    ];
    await page.route(mine, (route) => route.fulfill({ json: { unpublished, reactions: {} } }));
    // It is known together with who is reading.
    await logIn();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.locator('.news-row .pill').count()).toBe(0);
  });

  it('that others do not see waits again after a log-out and a log-in in another tab', async () => {
    const at = new Date().toISOString();
    const body = [{ type: 'paragraph', children: [{ type: 'text', value: 'Held on top.' }] }];
    const own = {
      id: crypto.randomUUID(),
      parentId: null,
      status: 'held',
      revision: 1,
      postedAt: at,
      editableUntil: at,
      text: 'Held on top.',
      body,
    };
    await context.route(mine, (route) => route.fulfill({ json: { unpublished: [own], reactions: {} } }));
    await logIn();
    await button('Not public: show your comment').click();
    await page.getByText('Held on top.').waitFor();
    const other = await openTab(context);
    await other.goto(demo.frameUrl());
    await button('Log out', other).click();
    await page.getByText('Held on top.').waitFor({ state: 'detached' });
    await logIn(other);
    await button('Not public: show your comment').waitFor();
    expect(await page.getByText('Held on top.').count()).toBe(0);
  });
});
