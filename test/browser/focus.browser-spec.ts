import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, type Session } from '../support/frame-reader';
import { until } from '../support/live-reader';

/** Who reads by keyboard or by ear goes on where they were, or near it. */
describe('the focus', () => {
  const { demo, browser } = demoInBrowser();
  let administrator: BrowserLike;
  let session: Session;

  beforeAll(async () => {
    administrator = await demo.administrator();
    session = await aSession(browser, demo, 'Keyboard Reader');
  }, 90_000);

  async function open(article: string, storageState?: Session): Promise<Page> {
    const page = await (await browser.newContext({ storageState })).newPage();
    await page.goto(demo.frameUrl({ article }));
    return page;
  }

  async function setMode(article: string, mode: 'open' | 'closed'): Promise<void> {
    const body = { url: `${demo.publisherUrl}/${article}`, title: 'A story', mode };
    const { status } = await administrator.send('PUT', `/api/v1/sites/demo/threads/${article}`, { body });
    if (status !== 200) throw new Error(`${mode}: ${status}`);
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
  const composer = (page: Page) => page.getByRole('textbox', { name: 'Your comment', exact: true });
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).first();

  /** Without the help of a mouse. */
  async function press(page: Page, name: string): Promise<void> {
    await button(page, name).focus();
    await page.keyboard.press('Enter');
  }

  function isAt(page: Page, what: string, selector: string): Promise<void> {
    return until(what, () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector));
  }

  async function post(page: Page, text: string): Promise<void> {
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    await comment(page, text).getByRole('button', { name: 'Withdraw' }).waitFor();
  }

  async function withdraw(page: Page, text: string): Promise<void> {
    await comment(page, text).getByRole('button', { name: 'Withdraw' }).focus();
    await page.keyboard.press('Enter');
    await button(page, 'Keep it').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await comment(page, text).waitFor({ state: 'detached' });
  }

  it('is at the title after logging in and after logging out, and both are told', async () => {
    const reader = await new BrowserLike(demo.serviceUrl).join('Coming and Going');
    const page = await open('night-train');
    await press(page, 'Log in');
    await page.getByLabel('E-mail', { exact: true }).waitFor();
    await page.keyboard.type(reader.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type('correct horse battery');
    await page.keyboard.press('Enter');
    const told = page.locator('.session').getByRole('status');
    await told.getByText('Logged in as Coming and Going').waitFor();
    await isAt(page, 'the title has the focus', 'h2');
    await press(page, 'Log out');
    await told.getByText('Logged out').waitFor();
    await isAt(page, 'the title has the focus again', 'h2');
    await page.context().close();
  });

  it('stays in the text when the conversation closes and opens, and is at the title when the text is discarded', async () => {
    await setMode('opened-and-closed', 'open');
    const page = await open('opened-and-closed', session);
    await composer(page).focus();
    await page.keyboard.type('Nearly finished');
    await setMode('opened-and-closed', 'closed');
    await isAt(page, 'the kept text has the focus', '.kept-text');
    await setMode('opened-and-closed', 'open');
    await isAt(page, 'the composer has the focus', '.composer textarea');
    await page.keyboard.type('.');
    expect(await composer(page).inputValue()).toContain('Nearly finished');
    await setMode('opened-and-closed', 'closed');
    await press(page, 'Discard');
    await isAt(page, 'the title has the focus', 'h2');
    await page.context().close();
  });

  it('is at the next comment when one was withdrawn, at the one before, or at the one it answers', async () => {
    await setMode('withdrawn', 'open');
    const page = await open('withdrawn', session);
    for (const text of ['The first one.', 'The second one.', 'The third one.']) {
      await composer(page).focus();
      await post(page, text);
    }
    await comment(page, 'The first one.').getByRole('button', { name: 'Reply' }).press('Enter');
    await page.getByRole('textbox', { name: /Your reply/ }).waitFor();
    await post(page, 'The answer.');
    const isAtComment = (text: string): Promise<void> =>
      until(`the focus is at: ${text}`, () => comment(page, text).evaluate((article) => article === document.activeElement));
    await withdraw(page, 'The third one.');
    await isAtComment('The second one.');
    await withdraw(page, 'The answer.');
    await isAtComment('The first one.');
    await withdraw(page, 'The first one.');
    await isAtComment('The second one.');
    await withdraw(page, 'The second one.');
    await isAt(page, 'the title has the focus', 'h2');
    await page.context().close();
  });
});
