import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';
import { until } from '../support/live-reader';

const article = 'whom-we-mean';

/** Whoever types the beginning of a name is offered the rest of it. */
describe('a name after an @', () => {
  const { demo, browser } = demoInBrowser();
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await aSession(browser, demo, 'Zoe Writing');
    page = await open();
    const threadId = await page.evaluate(() => JSON.parse(document.getElementById('parley-state')?.textContent ?? '').thread.id);
    await page.context().close();
    const authors = [];
    for (const name of ['Zoë Berg', 'Zoran Petrović', 'زينب علي']) authors.push(await new BrowserLike(demo.serviceUrl).join(name));
    for (const author of authors) await post(author, threadId, 'A calm thought.');
    const followed = await new BrowserLike(demo.serviceUrl).join('Zofia Followed');
    await post(followed, (await followed.get('/api/v1/sites/demo/threads/night-train')).body.id, 'Elsewhere.');
    const { reader } = (await followed.get('/api/v1/me')).body;
    page = await open();
    const status = await page.evaluate(
      async (id) => (await fetch(`/api/v1/sites/demo/follows/reader/${id}`, { method: 'PUT' })).status,
      reader.id,
    );
    expect(status).toBe(204);
    session = await page.context().storageState();
    await page.context().close();
  }, 90_000);
  afterEach(() => page.context().close());

  async function post(by: BrowserLike, threadId: string, text: string): Promise<void> {
    const { status } = await by.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text });
    expect(status).toBe(201);
  }

  async function open(given: Record<string, string> = {}, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ bypassCSP: true, storageState: session, viewport: { width: 900, height: 900 }, ...options });
    page = await openTab(context);
    await page.goto(demo.frameUrl({ article, ...given }));
    await page.locator('.reader-name').getByText('Zoe Writing').waitFor();
    return page;
  }

  const composer = () => page.locator('.composer textarea').first();
  const list = () => page.getByRole('listbox');
  const names = () => page.getByRole('option').locator('.mention-name').allTextContents();
  const chosen = () => page.getByRole('option', { selected: true }).textContent();
  const isClosed = () => list().waitFor({ state: 'detached' });

  async function type(text: string): Promise<void> {
    await composer().focus();
    await page.locator('.composer .mark').first().waitFor();
    await page.keyboard.type(text);
  }

  /** What is not offered says something only when names could be. */
  const isReady = () => page.locator('.composer textarea[aria-autocomplete=list]').first().waitFor();

  function offers(...expected: string[]): Promise<void> {
    return until(`offers ${expected}`, async () => JSON.stringify(await names()) === JSON.stringify(expected));
  }

  it('is completed by keys alone, first from the page and then from whom one follows', async () => {
    await open();
    await type('Yes, @ZO');
    await offers('Zoran Petrović', 'Zoë Berg', 'Zofia Followed');
    expect(await list().getAttribute('aria-label')).toBe('Readers to mention');
    expect(await composer().getAttribute('aria-controls')).toBe(await list().getAttribute('id'));
    await page.getByRole('status').getByText('3 readers.').waitFor({ state: 'attached' });
    for (const [key, name] of [
      ['ArrowDown', 'Zoë Berg'],
      ['ArrowDown', 'Zofia Followed'],
      ['ArrowDown', 'Zoran Petrović'],
      ['ArrowUp', 'Zofia Followed'],
      ['ArrowUp', 'Zoë Berg'],
    ] as const) {
      await page.keyboard.press(key);
      await until(`${name} is chosen`, async () => (await chosen())?.endsWith(name) ?? false);
      const active = await composer().getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).textContent()).toContain(name);
    }
    await page.keyboard.press('Enter');
    await isClosed();
    expect(await composer().getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.type('and');
    await page.keyboard.press('Enter');
    await page.keyboard.type('@zof');
    await offers('Zofia Followed');
    await page.keyboard.press('Tab');
    await page.keyboard.type('too.');
    const text = 'Yes, @Zoë Berg and\n@Zofia Followed too.';
    expect(await composer().inputValue()).toBe(text);
    await page.reload();
    await until('the draft is there', async () => (await composer().inputValue()) === text);
    await composer().focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').filter({ hasText: '@Zofia Followed too.' }).first().waitFor();
  });

  it('is taken back by the undo of the browser', async () => {
    await open();
    await type('@zor');
    await offers('Zoran Petrović');
    await page.keyboard.press('Enter');
    expect(await composer().inputValue()).toBe('@Zoran Petrović ');
    await page.keyboard.press('Control+z');
    expect(await composer().inputValue()).toBe('@zor');
  });

  it('is offered from the page where the service does not answer, and without a question before', async () => {
    await open();
    let asked = 0;
    await page.route(/mentionable/, (route) => {
      asked += 1;
      return route.abort();
    });
    await type('@z');
    await offers('Zoran Petrović', 'Zoë Berg');
    await page.keyboard.type('o');
    await until('it was asked', async () => asked > 0);
    await page.keyboard.type('r');
    await offers('Zoran Petrović');
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
  });

  it('is not that of somebody whom the reader muted', async () => {
    await open();
    const mute = (method: string) =>
      page.evaluate(async (by) => {
        const { comments } = JSON.parse(document.getElementById('parley-state')?.textContent ?? '').page;
        const { author } = comments.find(({ author: { name } }: { author: { name: string } }) => name === 'Zoran Petrović');
        const headers = { 'content-type': 'application/json' };
        const body = by === 'PUT' ? JSON.stringify({ kind: 'mute' }) : undefined;
        return (await fetch(`/api/v1/me/mutes/${author.id}`, { method: by, headers: body ? headers : {}, body })).status;
      }, method);
    expect(await mute('PUT')).toBe(204);
    await page.reload();
    await page.getByRole('article').filter({ hasText: 'Zoran Petrović' }).waitFor({ state: 'detached' });
    await type('@zo');
    await offers('Zoë Berg', 'Zofia Followed');
    expect(await mute('DELETE')).toBe(204);
  });

  it('is the reader’s own business after Escape, which closes nothing else, and after the caret has gone', async () => {
    await open();
    const parent = page.getByRole('article').filter({ hasText: 'Zoë Berg' }).last();
    await parent.getByRole('button', { name: 'Reply', exact: true }).click();
    const reply = page.getByRole('textbox', { name: 'Your reply to Zoë Berg' });
    await page.locator('.composer .mark').first().waitFor();
    await page.keyboard.type('@zor');
    await offers('Zoran Petrović');
    await page.keyboard.press('Escape');
    await isClosed();
    await page.keyboard.type('a');
    await page.keyboard.press('Enter');
    expect(await reply.inputValue()).toBe('@zora\n');
    await page.keyboard.type('@zor');
    await offers('Zoran Petrović');
    await page.keyboard.press('ArrowLeft');
    await isClosed();
    await page.keyboard.press('Escape');
    await reply.waitFor({ state: 'detached' });
  });

  it('is taken by a click, and the focus stays in the text', async () => {
    await open();
    await type('@zo, and more');
    for (let letters = ', and more'.length; letters > 0; letters -= 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('ë');
    await offers('Zoë Berg');
    await page.getByRole('option', { name: 'Zoë Berg' }).click();
    await page.keyboard.type('!');
    expect(await composer().inputValue()).toBe('@Zoë Berg!, and more');
  });

  it('is not offered in an address, in code or in a quote, nor to who types on', async () => {
    await open();
    await composer().focus();
    await isReady();
    for (const text of ['me@zor', '`@zor', '> @zor', '@zoran was here']) {
      await type(text);
      // Those whom the page knows would be there at once.
      expect([text, await list().count()]).toEqual([text, 0]);
      await composer().fill('');
    }
    await type('`code` @zor');
    await offers('Zoran Petrović');
  });

  it('waits until a word of an input method ends, but on a telephone, where every word is one', async () => {
    await open();
    const compose = async (text: string) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    };
    await type('@');
    await isReady();
    await compose('zor');
    await until('it is there', async () => (await composer().inputValue()) === '@zor');
    expect(await list().count()).toBe(0);
    await page.keyboard.insertText('zor');
    await offers('Zoran Petrović');
    await composer().fill('');
    await page.context().close();
    await open({}, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } });
    await type('@');
    await compose('zor');
    await offers('Zoran Petrović');
    await page.getByRole('option').tap();
    await until('it is complete', async () => (await composer().inputValue()) === '@Zoran Petrović ');
    await page.keyboard.insertText('ok');
    expect(await composer().inputValue()).toBe('@Zoran Petrović ok');
  });

  /** Keeps the part for names away until it may come. */
  async function withhold(): Promise<{ isAskedFor(): Promise<void>; letCome(): void }> {
    const held: (() => void)[] = [];
    await page.route(/mention-list/, async (route) => {
      await new Promise<void>((go) => held.push(go));
      await route.continue();
    });
    const isAskedFor = () => until('the part is asked for', async () => held.length > 0);
    return { isAskedFor, letCome: () => held.forEach((go) => void go()) };
  }

  it('is offered for what was typed before the part for names had come', async () => {
    await open();
    const part = await withhold();
    await type('Yes, @zor');
    await part.isAskedFor();
    expect(await list().count()).toBe(0);
    part.letCome();
    await offers('Zoran Petrović');
  });

  it('waits for the end of a word that an input method began before the part for names had come', async () => {
    await open();
    const part = await withhold();
    await type('@');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'zor', selectionStart: 3, selectionEnd: 3 });
    await part.isAskedFor();
    part.letCome();
    await isReady();
    // What it offers at once is painted by then.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    expect([await composer().inputValue(), await list().count()]).toEqual(['@zor', 0]);
    await page.keyboard.insertText('zor');
    await offers('Zoran Petrović');
  });

  it('is offered for what is pasted, and for a draft that ends in its beginning', async () => {
    await open();
    await composer().focus();
    await isReady();
    await page.evaluate(() => document.execCommand('insertText', false, 'Yes, @zor'));
    await offers('Zoran Petrović');
    await page.reload();
    await until('the draft is there', async () => (await composer().inputValue()) === 'Yes, @zor');
    await composer().evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(field.value.length, field.value.length));
    await composer().focus();
    await offers('Zoran Petrović');
    await page.keyboard.press('Enter');
    expect(await composer().inputValue()).toBe('Yes, @Zoran Petrović ');
  });

  it.each([
    ['light', 'en', 900],
    ['dark', 'en', 320],
    ['light', 'ar', 320],
    ['dark', 'ar', 900],
    ['light', 'de', 320],
    ['light', 'es', 320],
    ['light', 'fr', 320],
  ])('is for everybody, %s, in %s, %i pixels wide, and moves nothing', async (theme, lang, width) => {
    await open({ theme, lang }, { viewport: { width, height: 900 } });
    await type(lang === 'ar' ? 'نعم ' : 'Yes ');
    const tops = () => page.locator('article, .composer-footer').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    const [before, shifts] = [await tops(), await layoutShifts(page.mainFrame())];
    await page.keyboard.type(lang === 'ar' ? '@زي' : '@zo');
    await list().waitFor();
    expect(await tops()).toEqual(before);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const [of, field] = [await list().boundingBox(), await page.locator('.composer .field').first().boundingBox()];
    if (of === null || field === null) throw new Error('both are there');
    expect(of.x).toBeGreaterThanOrEqual(field.x);
    expect(of.x + of.width).toBeLessThanOrEqual(field.x + field.width + 1);
    expect(of.y).toBeGreaterThan(field.y);
    await page.keyboard.press('Escape');
    await isClosed();
    expect(await layoutShifts(page.mainFrame())).toEqual(shifts);
  });

  it('is offered above the line where it would not be seen below', async () => {
    await open({}, { viewport: { width: 400, height: 420 } });
    const last = page.getByRole('article').filter({ hasText: 'A calm thought.' }).last();
    await last.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.locator('.composer .mark').first().waitFor();
    const field = page.locator('.under textarea, .comment textarea').last();
    await field.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - innerHeight + 60));
    await page.keyboard.type('@zo');
    await list().waitFor();
    await until('it is seen', async () => {
      const [of, at] = [await list().boundingBox(), await field.boundingBox()];
      return of !== null && at !== null && of.y + of.height <= at.y + 20 && of.y >= 0;
    });
  });
});
