import { randomUUID } from 'node:crypto';
import type { Page, WebSocketRoute } from 'playwright-core';
import type { ThreadMode } from '../../contract/conversation';
import { axeViolations } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession, fromPage, type Session } from '../support/frame-reader';

const { demo, browser } = demoInBrowser();

beforeAll(async () => {
  const administrator = await demo.administrator();
  for (const mode of ['closed', 'read_only', 'premoderated'] satisfies ThreadMode[]) {
    const body = { url: `${demo.publisherUrl}/${mode}`, title: 'A story', mode };
    const { status } = await administrator.send('PUT', `/api/v1/sites/demo/threads/${mode}`, { body });
    if (status !== 200) throw new Error(`${mode}: ${status}`);
  }
}, 90_000);

/** What the frame looks like only after somebody did something. */
describe.each(['light', 'dark'])('the framed document, %s, is for everybody', (theme) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await aSession(browser, demo, `Mild ${theme} Reader`);
  });
  beforeEach(async () => {
    page = await (await browser.newContext({ bypassCSP: true, storageState: session })).newPage();
  });
  afterEach(() => page.context().close());

  async function open(given: Record<string, string> = {}): Promise<void> {
    await page.goto(demo.frameUrl({ theme, ...given }));
    await page.getByText(`Mild ${theme} Reader`).first().waitFor();
  }

  async function threadOf(article: string): Promise<string> {
    return (await new BrowserLike(demo.serviceUrl).get(`/api/v1/sites/demo/threads/${article}`)).body.id;
  }

  async function post(text: string, article = 'night-train'): Promise<string> {
    const address = `/api/v1/threads/${await threadOf(article)}/comments`;
    return (await fromPage(page, address, { clientId: randomUUID(), text })).own.id;
  }

  /** The loading of the page again shows the own comment first. */
  async function openWithOwnComment(): Promise<void> {
    await open();
    await post('My own comment.');
    await page.reload();
    await page.getByRole('button', { name: 'Edit', exact: true }).first().waitFor();
  }

  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const isFine = async (): Promise<void> => expect(await axeViolations(page)).toEqual([]);

  it('with somebody logged in, and a comment of their own', async () => {
    await openWithOwnComment();
    await isFine();
  });

  it.each([
    ['Share', 'Copy this link'],
    ['Edit', 'Your comment, edited'],
    ['Reply', `Your reply to Mild ${theme} Reader`],
  ])('with what the button "%s" opens', async (button, field) => {
    await openWithOwnComment();
    await press(button);
    await page.getByRole('textbox', { name: field, exact: true }).waitFor();
    await isFine();
  });

  it('while it asks whether to withdraw, and with a branch that is collapsed', async () => {
    await openWithOwnComment();
    await press('Withdraw');
    await page.getByRole('button', { name: 'Keep it' }).waitFor();
    await page.getByRole('button', { name: 'Hide this branch' }).last().click();
    await page.getByRole('button', { name: 'Show this branch' }).waitFor();
    await isFine();
  });

  it('with one part of the conversation', async () => {
    const { body: whole } = await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${await threadOf('night-train')}/comments`);
    const reply = whole.comments.find(({ parentId }: { parentId: string | null }) => parentId !== null);
    await open({ comment: reply.id });
    await page.getByRole('button', { name: 'See the whole conversation' }).waitFor();
    await isFine();
  });

  it('with new comments and replies that wait, and with the connection lost', async () => {
    const connections: WebSocketRoute[] = [];
    let isDown = false;
    await page.routeWebSocket(/\/live\//, (socket) => {
      if (isDown) void socket.close();
      else connections.push(socket, socket.connectToServer());
    });
    await open();
    const other = await new BrowserLike(demo.serviceUrl).join();
    const thread = await threadOf('night-train');
    const parentId = ((await page.locator('article:has(.reaction)').first().getAttribute('id')) ?? '').replace('comment-', '');
    for (const place of [{}, { parentId }])
      await other.post(`/api/v1/threads/${thread}/comments`, { clientId: randomUUID(), text: 'Something new.', ...place });
    await page.getByRole('button', { name: 'Show 1 new comment' }).waitFor();
    await page.getByRole('button', { name: 'Show 1 new reply' }).waitFor();
    await isFine();
    isDown = true;
    await page.route('**/live/**', (route) => route.abort());
    for (const connection of connections) await connection.close();
    await page.getByText('Connection lost').first().waitFor();
    await isFine();
  });

  it('with a comment that waits for a moderator', async () => {
    await open({ article: 'premoderated' });
    await post('Is this all right?', 'premoderated');
    await page.reload();
    await page.getByRole('button', { name: 'Not public: show your comment' }).waitFor();
    await isFine();
    await page.getByRole('button', { name: 'Not public: show your comment' }).click();
    await page.getByText('Waiting for a moderator').waitFor();
    await isFine();
  });

  it.each([
    ['closed', 'This conversation is closed.'],
    ['read_only', 'This conversation takes no new comments.'],
  ])('where the publisher has made it %s', async (article, notice) => {
    await open({ article });
    await page.getByText(notice).first().waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await isFine();
  });
});
