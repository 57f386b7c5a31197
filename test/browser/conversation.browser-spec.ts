import type { BrowserContext, Frame, Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { conversationFrame, layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';

const password = 'correct horse battery';
let made = 0;

interface Window {
  page: Page;
  frame: Frame;
}

/** As its readers use it: publisher and service on different sites, cookies of other sites blocked. */
describe('a conversation under an article', () => {
  const { demo, browser } = demoInBrowser();

  async function openArticle(context: BrowserContext): Promise<Window> {
    const page = await openTab(context);
    await page.goto(demo.articleUrl);
    const frame = await conversationFrame(page);
    await frame.getByRole('article').first().waitFor();
    return { page, frame };
  }

  const composer = (frame: Frame) => frame.getByRole('textbox', { name: 'Your comment', exact: true });
  const comment = (frame: Frame, text: string) => frame.getByRole('article').filter({ hasText: text }).first();
  /** Acknowledged: what is only on its way cannot be shared. */
  const posted = (frame: Frame, text: string) => comment(frame, text).filter({ has: frame.getByRole('button', { name: 'Share' }) });

  async function write(frame: Frame, text: string): Promise<void> {
    await composer(frame).fill(text);
    await frame.getByRole('button', { name: 'Post', exact: true }).click();
  }

  async function joinIn(frame: Frame): Promise<void> {
    made += 1;
    await frame.getByLabel('Name', { exact: true }).fill(`Careful ${'abcdefgh'[made]} Reader`);
    await frame.getByLabel('E-mail', { exact: true }).fill(`reader${made}@example.org`);
    await frame.getByLabel('Password', { exact: true }).fill(password);
    await frame.getByRole('form', { name: 'Join the conversation' }).getByRole('button', { name: 'Join', exact: true }).click();
  }

  it('lets a visitor write first, join, and sends what they wrote; another tab is logged in with its draft', async () => {
    const context = await browser.newContext();
    const [one, other] = [await openArticle(context), await openArticle(context)];
    await composer(other.frame).fill('Half a thought');
    await write(one.frame, 'I wrote this before I joined.');
    await joinIn(one.frame);
    await posted(one.frame, 'I wrote this before I joined.').waitFor();
    await other.frame
      .locator('header')
      .getByText(/Careful \w Reader/)
      .first()
      .waitFor();
    expect(await composer(other.frame).inputValue()).toBe('Half a thought');
    await other.page.reload();
    const again = await conversationFrame(other.page);
    await until('the draft is back', async () => (await composer(again).inputValue()) === 'Half a thought');
    await context.close();
  });

  it('shows a reply to who is looking, without moving what they read', async () => {
    const [writing, looking] = [await openArticle(await browser.newContext()), await openArticle(await browser.newContext())];
    await write(writing.frame, 'A comment to be answered.');
    await joinIn(writing.frame);
    await posted(writing.frame, 'A comment to be answered.').waitFor();
    // The form to join goes when the service has answered, which browsers do not count as the reader's own doing if it takes a while.
    const whileJoining = await layoutShifts(writing.frame);
    await looking.frame.getByRole('button', { name: /new comment/ }).click();
    const seen = comment(looking.frame, 'A comment to be answered.');
    await seen.waitFor();
    await comment(writing.frame, 'A comment to be answered.').getByRole('button', { name: 'Reply', exact: true }).click();
    await writing.frame.getByRole('textbox', { name: /Your reply/ }).fill('And here is the answer.');
    await writing.page.keyboard.press('Control+Enter');
    await comment(writing.frame, 'And here is the answer.').waitFor();
    await looking.frame.getByRole('button', { name: /new reply/ }).click();
    await comment(looking.frame, 'And here is the answer.').waitFor();
    expect(await layoutShifts(looking.frame)).toEqual([]);
    expect(await layoutShifts(writing.frame)).toEqual(whileJoining);
    for (const { page } of [writing, looking]) {
      expect(await layoutShifts(page.mainFrame())).toEqual([]);
      await page.context().close();
    }
  });

  it('is used by keyboard alone: writing, joining, posting, liking', async () => {
    const { page, frame } = await openArticle(await browser.newContext());
    await frame.locator('body').evaluate((body) => body.ownerDocument.defaultView?.focus());
    const reach = async (isReached: (name: string) => boolean): Promise<void> => {
      for (let step = 0; step < 80; step += 1) {
        const name = await frame.evaluate(() => {
          const element = document.activeElement as HTMLElement | null;
          return `${element?.tagName} ${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''} ${element?.getAttribute('name') ?? ''}`;
        });
        if (isReached(name)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error('not reached by keyboard');
    };
    await reach((name) => name.startsWith('TEXTAREA'));
    await page.keyboard.type('Typed without a mouse.');
    await page.keyboard.press('Control+Enter');
    await frame.getByLabel('Name', { exact: true }).waitFor();
    made += 1;
    for (const text of ['Keyboard Reader', `reader${made}@example.org`, password]) {
      await page.keyboard.type(text);
      await page.keyboard.press(text === password ? 'Enter' : 'Tab');
    }
    await posted(frame, 'Typed without a mouse.').waitFor();
    await reach((name) => name.startsWith('BUTTON') && /Like/.test(name));
    await page.keyboard.press('Enter');
    await frame.locator('[aria-pressed=true]').first().waitFor();
    await page.context().close();
  });

  it('sends by itself, once, what was written while the service was gone', async () => {
    const [writing, looking] = [await openArticle(await browser.newContext()), await openArticle(await browser.newContext())];
    await write(writing.frame, 'Before the storm.');
    await joinIn(writing.frame);
    await posted(writing.frame, 'Before the storm.').waitFor();
    await demo.kill();
    await writing.frame.getByText('Connection lost').first().waitFor();
    await write(writing.frame, 'Written in the storm.');
    await writing.frame.getByText('Not sent yet').first().waitFor();
    await demo.boot();
    await writing.frame.getByText('Not sent yet').first().waitFor({ state: 'detached', timeout: 40_000 });
    expect(await writing.frame.getByRole('article').filter({ hasText: 'Written in the storm.' }).count()).toBe(1);
    await looking.frame.getByRole('button', { name: /new comment/ }).click({ timeout: 40_000 });
    await comment(looking.frame, 'Written in the storm.').waitFor();
    expect(await comment(looking.frame, 'Before the storm.').count()).toBe(1);
    for (const { page } of [writing, looking]) await page.context().close();
  }, 120_000);

  it('opens at the comment that a link names', async () => {
    const { body: thread } = await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train');
    const { body: whole } = await new BrowserLike(demo.serviceUrl).get(`/api/v1/threads/${thread.id}/comments?order=oldest`);
    const { id } = whole.comments.find(({ state, depth }: { state: string; depth: number }) => state === 'published' && depth === 1);
    const linked = await openTab(await browser.newContext());
    await linked.goto(`${demo.articleUrl}#parley-comment-${id}`);
    const opened = await conversationFrame(linked);
    await opened
      .getByRole('button', { name: 'See the whole conversation' })
      .or(opened.getByRole('link', { name: 'See the whole conversation' }))
      .click();
    await opened.getByRole('article').nth(5).waitFor();
    await linked.context().close();
  });
});
