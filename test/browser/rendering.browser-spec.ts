import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';

interface Counting {
  numbersWritten: number;
}

/** Every comment writes the numbers of its likes when it renders. */
function countNumbers(): void {
  const counting = globalThis as unknown as Counting;
  counting.numbersWritten = 0;
  const written = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format');
  Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
    get() {
      counting.numbersWritten += 1;
      return written?.get?.call(this);
    },
  });
}

describe('the view of a conversation', () => {
  const { demo, browser } = demoInBrowser();

  async function openFrame(): Promise<Page> {
    const page = await browser.newPage();
    await page.addInitScript(countNumbers);
    await page.goto(demo.frameUrl());
    return page;
  }

  it('renders the comment that somebody likes, and no other', async () => {
    const page = await openFrame();
    const articles = page.locator('article:has(.reaction)');
    const id = ((await articles.first().getAttribute('id')) ?? '').replace('comment-', '');
    const likes = articles.first().getByRole('button', { name: /^Like, / });
    const before = Number((await likes.getAttribute('aria-label'))?.replace(/\D/g, ''));
    const like = async (count: number): Promise<void> => {
      const reader = await new BrowserLike(demo.serviceUrl).join();
      await reader.send('PUT', `/api/v1/comments/${id}/reaction`, { body: { kind: 'like' } });
      await page
        .getByRole('button', { name: `Like, ${count}`, exact: true })
        .first()
        .waitFor();
    };
    // The first one says that the connection is up and all has been taken over.
    await like(before + 1);
    await page.evaluate(() => Object.assign(globalThis, { numbersWritten: 0 }));
    await like(before + 2);
    const written = await page.evaluate(() => (globalThis as unknown as Counting).numbersWritten);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(await articles.count());
  });
});
