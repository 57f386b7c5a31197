import type { Page } from 'playwright-core';
import { aPost } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';

/** Readers a comment each, as the limits allow; more top-level comments than a page has. */
const writers = 3;
const commentsEach = 9;

describe('the fragment, without JavaScript', () => {
  const { demo, browser } = demoInBrowser();
  let page: Page;

  beforeAll(async () => {
    const { body: thread } = await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train');
    for (let number = 0; number < writers; number += 1) {
      const writer = await new BrowserLike(demo.serviceUrl).join();
      for (let comment = 0; comment < commentsEach; comment += 1) {
        const answer = await writer.post(`/api/v1/threads/${thread.id}/comments`, aPost({ text: `Thought ${number}-${comment}.` }));
        expect(answer.status).toBe(201);
      }
    }
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  }, 90_000);

  it('reads from the article’s link and the first page to the last, every comment once', async () => {
    await page.goto(demo.articleUrl);
    await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Read the comments' }).click()]);
    const seen: string[] = [];
    for (;;) {
      seen.push(...(await page.innerText('body')).match(/Thought \d-\d\./g)!);
      const next = page.locator('a[rel=next]');
      if ((await next.count()) === 0) break;
      await Promise.all([page.waitForNavigation(), next.click()]);
    }
    expect(seen).toHaveLength(writers * commentsEach);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('shows replies further in than what they answer', async () => {
    await page.goto(`${demo.serviceUrl}/sites/demo/threads/night-train/comments.html?order=oldest`);
    const left = async (selector: string): Promise<number> => (await page.locator(selector).first().boundingBox())?.x ?? 0;
    expect(await left('article article')).toBeGreaterThan(await left('article'));
  });

  it('leads to one comment and what it answers', async () => {
    await page.goto(`${demo.serviceUrl}/sites/demo/threads/night-train/comments.html?order=oldest`);
    const first = page.getByRole('article').first();
    const words = (await first.textContent()) ?? '';
    const link = first
      .getByRole('link')
      .filter({ has: page.locator('time') })
      .first();
    await Promise.all([page.waitForNavigation(), link.click()]);
    expect(words).toContain(((await page.getByRole('article').first().textContent()) ?? '').slice(0, 40));
  });
});
