import type { BrowserContext, Page } from 'playwright-core';
import { anArticlePage, loaderTag } from '../support/article-pages';
import { conversationFrame, layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';

const placeholder = '<div data-parley-thread="night-train"></div>';
const included = `<div data-parley-thread="night-train"><section id="included">${'<p>A comment that was included.</p>'.repeat(60)}</section></div>`;

describe('the loader', () => {
  const { demo, browser } = demoInBrowser();
  let context: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    page = await openTab(context);
  });
  afterEach(() => context.close());

  async function open(body: string, head = ''): Promise<void> {
    await page.goto(await anArticlePage(page, demo, { head, body }));
  }

  function bottomOf(selector: string): Promise<number> {
    return page.locator(selector).evaluate((element) => element.getBoundingClientRect().bottom);
  }

  /** The frame has told how high it is, which is not what was kept free for it. */
  function heightTold(): Promise<unknown> {
    return page.waitForFunction(() => {
      const height = Number.parseFloat(document.querySelector('iframe')?.style.height ?? '');
      return height > 0 && height !== innerHeight;
    });
  }

  it('opens what a part of the page brings that came later, with a script of its own', async () => {
    await open(`${placeholder}${loaderTag(demo)}`);
    await conversationFrame(page);
    await page.evaluate((address) => {
      document.body.innerHTML = '<div data-parley-thread="harbour-bath"></div>';
      document.body.append(Object.assign(document.createElement('script'), { src: address }));
    }, `${demo.serviceUrl}/embed.js`);
    const frame = await conversationFrame(page);
    expect(new URL(frame.url()).searchParams.get('article')).toBe('harbour-bath');
  });

  it('has one frame where a page that was put away comes back with a copy of it', async () => {
    await open(`${placeholder}${loaderTag(demo)}`);
    await conversationFrame(page);
    await page.evaluate((address) => {
      document.body.replaceWith(document.body.cloneNode(true));
      document.body.append(Object.assign(document.createElement('script'), { src: address }));
    }, `${demo.serviceUrl}/embed.js`);
    await heightTold();
    expect(await page.locator('iframe').count()).toBe(1);
  });

  it('is not stopped by an element of its name', async () => {
    await open(`<h1 id="Parley">Parley</h1>${placeholder}${loaderTag(demo)}`);
    await conversationFrame(page);
    expect(await page.evaluate(() => typeof (window as any).Parley.login)).toBe('function');
  });

  it('believes the placeholder before the head of the page', async () => {
    const told = `data-parley-url="${demo.publisherUrl}/second" data-parley-title="The second article"`;
    await open(
      `<div data-parley-thread="second" ${told}></div>${loaderTag(demo)}`,
      `<link rel="canonical" href="${demo.publisherUrl}/first"><meta property="og:title" content="The first article">`,
    );
    await conversationFrame(page);
    const { url, title } = await (await fetch(`${demo.serviceUrl}/api/v1/sites/demo/threads/second`)).json();
    expect([url, title]).toEqual([`${demo.publisherUrl}/second`, 'The second article']);
  });

  it('leaves no blank screen below a short conversation, and nothing that is seen moves', async () => {
    await open(`<p style="height: 900px"></p><div data-parley-thread="short"></div>${loaderTag(demo)}<footer>The end</footer>`);
    await heightTold();
    expect((await bottomOf('[data-parley-thread]')) - (await bottomOf('iframe'))).toBe(0);
    expect(await layoutShifts(page.mainFrame())).toEqual([]);
  });

  it('keeps the room while what follows would come into sight', async () => {
    await open(`<div data-parley-thread="short"></div>${loaderTag(demo)}<footer>The end</footer><p style="height: 2000px"></p>`);
    await heightTold();
    const kept = await bottomOf('footer');
    expect(kept).toBeGreaterThan(700);
    await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('p'), { style: 'height: 900px' })));
    await page.mouse.wheel(0, 10);
    await page.waitForFunction(
      () => document.querySelector('[data-parley-thread]')?.clientHeight === document.querySelector('iframe')?.clientHeight,
    );
  });

  it('forgets which comment the address named once the whole conversation is seen', async () => {
    const { id } = await (await fetch(`${demo.serviceUrl}/api/v1/sites/demo/threads/night-train`)).json();
    const { comments } = await (await fetch(`${demo.serviceUrl}/api/v1/threads/${id}/comments`)).json();
    await page.goto(`${demo.articleUrl}?page=1#parley-comment-${comments[0].id}`);
    const frame = await conversationFrame(page);
    const seeWhole = frame.getByRole('button', { name: 'See the whole conversation' });
    await seeWhole.click();
    await page.waitForURL(`${demo.articleUrl}?page=1`);
    await page.reload();
    const again = await conversationFrame(page);
    await again.getByRole('article').nth(5).waitFor();
    expect(await again.getByText('You are looking at one part').count()).toBe(0);
  });

  it.each([
    ['whose base is elsewhere', 'based', '<base href="https://elsewhere.example/">'],
    ['whose path looks like a host', '/hosted', ''],
  ])('forgets it on a page %s', async (_, path, head) => {
    const { id } = await (await fetch(`${demo.serviceUrl}/api/v1/sites/demo/threads/night-train`)).json();
    const { comments } = await (await fetch(`${demo.serviceUrl}/api/v1/threads/${id}/comments`)).json();
    const address = await anArticlePage(page, demo, { path, head });
    await page.goto(`${address}#parley-comment-${comments[0].id}`);
    const frame = await conversationFrame(page);
    await frame.getByRole('button', { name: 'See the whole conversation' }).click();
    await page.waitForURL((url) => url.href === address);
  });

  it('shows what the publisher included until the conversation is there', async () => {
    await page.route(`${demo.serviceUrl}/embed/assets/**`, (route) => route.abort());
    await open(`${included}${loaderTag(demo)}`);
    await page.frameLocator('iframe').locator('h2').waitFor({ state: 'attached' });
    expect(await page.locator('#included').isVisible()).toBe(true);
    await page.unroute(`${demo.serviceUrl}/embed/assets/**`);
    await page.reload();
    await heightTold();
    expect(await page.locator('#included').isVisible()).toBe(false);
    expect((await page.locator('iframe').boundingBox())?.y).toBe((await page.locator('[data-parley-thread]').boundingBox())?.y);
  });
});
