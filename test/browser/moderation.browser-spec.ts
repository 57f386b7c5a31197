import type { Frame, Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { conversationFrame, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { openConsole, shownText, signIn } from '../support/moderator-in-browser';

const password = 'correct horse battery';

/** From the reader's field to the moderator's key and back, on the service as it starts. */
describe('a comment on its way through moderation', () => {
  const { demo, browser } = demoInBrowser();
  let administrator: BrowserLike;
  let article: Page;
  let frame: Frame;

  beforeAll(async () => {
    administrator = await demo.administrator();
    await aList('refuse', ['frumious']);
    await aList('hold', ['mimsy']);
    const reader = await new BrowserLike(demo.serviceUrl).join('Alice Reader');
    article = await openTab(await browser.newContext());
    await article.goto(demo.articleUrl);
    frame = await conversationFrame(article);
    await frame.getByRole('button', { name: 'Log in', exact: true }).click();
    const form = frame.getByRole('form', { name: 'Log in' });
    await form.getByLabel('E-mail', { exact: true }).fill(reader.email);
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Log in', exact: true }).click();
    await frame.getByRole('button', { name: 'Log out' }).waitFor();
  }, 90_000);
  afterAll(() => article.context().close());

  async function aList(outcome: 'hold' | 'refuse', add: string[]): Promise<void> {
    const { body } = await administrator.post('/api/v1/sites/demo/word-lists', { name: outcome, language: 'en', outcome });
    const { status } = await administrator.send('PATCH', `/api/v1/sites/demo/word-lists/${body.id}`, { body: { add, isOn: true } });
    if (status !== 200) throw new Error(`no list: ${status}`);
  }

  const composer = () => frame.getByRole('textbox', { name: 'Your comment', exact: true });
  const visitorSees = async (text: string) => {
    const { body: thread } = await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train');
    const { body } = await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${thread.id}/comments?order=newest`);
    return JSON.stringify(body).includes(text);
  };
  async function post(text: string): Promise<void> {
    await composer().fill(text);
    await frame.getByRole('button', { name: 'Post', exact: true }).click();
  }

  it('is refused for a blocked word in disguise, and its author reads which, with the text still there', async () => {
    await post('Such a frum\u0456ous animal.');
    await frame.getByRole('alert').filter({ hasText: 'frum\u0456ous' }).waitFor();
    expect(await composer().inputValue()).toBe('Such a frum\u0456ous animal.');
    expect(await frame.getByRole('button', { name: 'Send anyway' }).count()).toBe(0);
    await composer().fill('');
  });

  it('is held for a watched one once its author sends it anyway, comes to an open queue, is approved by one key and taken back by another', async () => {
    const desk = await openConsole(browser, demo);
    await signIn(desk, { email: administrator.email, password });
    await desk.getByRole('heading', { name: 'Held' }).waitFor();
    const another = await openTab(await browser.newContext());
    await another.goto(demo.articleUrl);
    const others = await conversationFrame(another);
    await post('All mimsy were the borogoves.');
    await frame.getByRole('alert').filter({ hasText: 'mimsy' }).waitFor();
    await frame.getByRole('button', { name: 'Send anyway' }).click();
    await frame.getByText('Waiting for a moderator.').waitFor();
    expect(await visitorSees('borogoves')).toBe(false);
    await shownText(desk).getByText('All mimsy were the borogoves.').waitFor();
    await desk.keyboard.press('a');
    await others.getByRole('button', { name: 'Show 1 new comment' }).click();
    await others.getByText('All mimsy were the borogoves.').waitFor();
    await frame.getByText('Published.').waitFor();
    await desk.keyboard.press('u');
    await others.getByText('All mimsy were the borogoves.').waitFor({ state: 'detached' });
    await frame.getByText('Waiting for a moderator.').waitFor();
    expect(await visitorSees('borogoves')).toBe(false);
    await desk.context().close();
    await another.context().close();
  });

  it('is found by its words, on the service as it starts', async () => {
    const found = async () => (await administrator.get('/api/v1/sites/demo/comments?text=choir')).body;
    await until('it is prepared', async () => (await found()).comments.length > 0, 30_000);
    expect((await found()).gaps).toEqual([]);
  });
});
