import type { Page, Request, Route } from 'playwright-core';
import { axeViolations } from '../support/axe';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';
import { until } from '../support/live-reader';

const posts = (url: URL) => /\/comments(\/[\w-]+)?$/.test(url.pathname);
const isWrite = (request: Request) => ['POST', 'PATCH'].includes(request.method());
const longAddress = `https://example.org/${'herons/'.repeat(30)}`;

describe.each(['light', 'dark'])('a text that a moderator may have to read first, %s,', (theme) => {
  const { demo, browser } = demoInBrowser();
  const name = `Screened ${theme} Reader`;
  let session: Session;
  let page: Page;
  let sent: Record<string, unknown>[];

  beforeAll(async () => {
    session = await aSession(browser, demo, name);
  }, 90_000);
  beforeEach(async () => {
    page = await (await browser.newContext({ bypassCSP: true, storageState: session })).newPage();
    sent = [];
    await page.route(posts, screen);
    await open();
  }, 60_000);
  afterEach(() => page.context().close());

  /** As the service will: it warns of a heron, refuses a goose, and takes what is sent anyway. */
  async function screen(route: Route): Promise<void> {
    if (!isWrite(route.request())) return route.fallback();
    const request = route.request().postDataJSON();
    sent.push(request);
    const { sendAnyway, ...rest } = request;
    const isRefused = request.text.includes('goose');
    if (!isRefused && (sendAnyway || !request.text.includes('heron'))) return route.continue({ postData: rest });
    const findings = isRefused
      ? [{ rule: 'blocked_words', outcome: 'refuse', excerpts: ['goose'] }]
      : [
          { rule: 'watched_words', outcome: 'hold', excerpts: ['heron'] },
          { rule: 'links', outcome: 'hold', excerpts: [longAddress] },
        ];
    const code = isRefused ? 'comment_refused' : 'comment_may_be_held';
    await route.fulfill({ status: 422, contentType: 'application/problem+json', json: { status: 422, code, detail: '', findings } });
  }

  async function open(given: Record<string, string> = {}): Promise<void> {
    await page.goto(demo.frameUrl({ theme, ...given }));
    await page.getByText(name).first().waitFor();
  }

  const composer = () => page.getByRole('textbox', { name: 'Your comment', exact: true });
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  const posted = (text: string) => page.getByRole('article').filter({ hasText: text, has: button('Share') });
  const warning = () => page.getByRole('alert').filter({ hasText: 'A moderator may need to look at: “⁨heron⁩”.' });

  async function post(text: string): Promise<void> {
    await composer().fill(text);
    await button('Post').click();
  }

  it('is back in its field with the reason, and is sent anyway as the same comment', async () => {
    await post('A heron by the lake.');
    await warning().waitFor();
    expect(await composer().inputValue()).toBe('A heron by the lake.');
    await until('the focus is in it', () => composer().evaluate((field) => field === document.activeElement));
    const described = await composer().getAttribute('aria-describedby');
    expect(await warning().getAttribute('id')).toBe(described);
    await button('Send anyway').click();
    await posted('A heron by the lake.').first().waitFor();
    expect(sent).toEqual([sent[0], { ...sent[0], sendAnyway: true }]);
    expect(await warning().count()).toBe(0);
    await until('who wrote it reads on from it', () =>
      posted('A heron by the lake.')
        .first()
        .evaluate((own) => own === document.activeElement),
    );
  });

  it('can be sent anyway by keyboard, which comes to it after the reason and before posting it once more', async () => {
    await post('A heron at dusk.');
    await warning().waitFor();
    await until('the focus is in it', () => composer().evaluate((field) => field === document.activeElement));
    await page.keyboard.press('Tab');
    expect(await button('Send anyway').evaluate((offer) => offer === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await posted('A heron at dusk.').first().waitFor();
  });

  it('is no longer offered to be sent anyway once it is changed, until it is posted again', async () => {
    await post('A heron.');
    await button('Send anyway').waitFor();
    await composer().fill('Another heron.');
    await button('Send anyway').waitFor({ state: 'detached' });
    await button('Post').click();
    await button('Send anyway').waitFor();
    await composer().fill('A goose.');
    await button('Post').click();
    await page.getByRole('alert').filter({ hasText: 'Not allowed here: “⁨goose⁩”.' }).waitFor();
    expect([await button('Send anyway').count(), await composer().inputValue()]).toEqual([0, 'A goose.']);
  });

  it('is a reply or an edit just as well', async () => {
    await post(`A swan, ${theme}.`);
    const own = posted(`A swan, ${theme}.`).first();
    await own.getByRole('button', { name: 'Reply', exact: true }).click();
    const reply = page.getByRole('form', { name: /Your reply/ });
    await reply.getByRole('textbox').fill('A heron in reply.');
    await reply.getByRole('button', { name: 'Reply', exact: true }).click();
    await reply.getByRole('button', { name: 'Send anyway' }).click();
    await posted('A heron in reply.').first().waitFor();
    await own.getByRole('button', { name: 'Edit', exact: true }).click();
    const edit = page.getByRole('form', { name: 'Your comment, edited' });
    await edit.getByRole('textbox').fill(`A swan and a heron, ${theme}.`);
    await edit.getByRole('button', { name: 'Save' }).click();
    await edit.getByRole('button', { name: 'Send anyway' }).click();
    await posted(`A swan and a heron, ${theme}.`).first().waitFor();
    expect(sent.map(({ sendAnyway = false }) => sendAnyway)).toEqual([false, false, true, false, true]);
  });

  it.each([
    ['wide', { width: 900, height: 900 }, 'en'],
    ['narrow', { width: 320, height: 900 }, 'en'],
    ['narrow and from right to left', { width: 320, height: 900 }, 'ar'],
  ])('is told to everybody, %s', async (_, size, lang) => {
    await page.setViewportSize(size);
    await open({ lang });
    await page.getByRole('textbox').first().fill('A heron.');
    await page.locator('.primary').click();
    await page.locator('.is-offer').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const isWhole = ({ left, right }: DOMRect): boolean => left >= 0 && right <= size.width;
    for (const part of ['.is-warning', '.is-offer'])
      expect(isWhole(await page.locator(part).evaluate((element) => element.getBoundingClientRect().toJSON()))).toBe(true);
  });
});
