import { randomUUID } from 'node:crypto';
import type { Frame, Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { conversationFrame, layoutShifts, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';

/** What a reader reported stands folded: without a gap where nobody saw its text, and without moving what somebody reads. */
describe('a comment that was reported before', () => {
  const { demo, browser } = demoInBrowser();
  // Of few letters: they are not taken for copies of one another.
  const long = (text: string) => [text, ...Array.from({ length: 12 }, (_, line) => `${line}`)].join('\n\n');
  let author: BrowserLike;
  let threadId: string;
  let page: Page;

  beforeAll(async () => {
    author = await new BrowserLike(demo.serviceUrl).join('Long Author');
    threadId = (await author.get('/api/v1/sites/demo/threads/night-train')).body.id;
    // The oldest of them is far down.
    for (const text of ['Far down.', 'Between.', 'In between.', 'On the screen.']) {
      const { status } = await author.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text: long(text) });
      if (status !== 201) throw new Error('not posted');
    }
  }, 90_000);
  afterEach(() => page.context().close());

  const comment = (frame: Frame, text: string) => frame.getByRole('article').filter({ hasText: text }).first();
  const heightOf = async (frame: Frame, id: string) => (await frame.locator(`#comment-${id}`).boundingBox())?.height ?? 0;
  const topOf = async (frame: Frame, id: string) => (await frame.locator(`#comment-${id}`).boundingBox())?.y ?? 0;
  const idOf = async (frame: Frame, text: string) => (await comment(frame, text).getAttribute('id'))?.replace('comment-', '') ?? '';
  const isFlat = (frame: Frame, id: string) => until(`${id} is flat`, async () => (await heightOf(frame, id)) < 140);

  /** Joins in the frame under a name, and reports these. */
  async function joinAndReport(frame: Frame, name: string, ids: string[]): Promise<void> {
    await frame.evaluate(
      async ([thread, email, reader, ...comments]) => {
        const send = async (path: string, body: object) => {
          const answer = await fetch(`/api/v1/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
          if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
        };
        await send('readers', { email, password: 'correct horse battery', name: reader });
        const reasons = await (await fetch(`/api/v1/threads/${thread}/report-reasons`)).json();
        for (const id of comments) await send(`comments/${id}/reports`, { reasonId: reasons[0].id });
      },
      [threadId, `${randomUUID()}@example.org`, name, ...ids],
    );
  }

  it('leaves no gap below the screen; on the screen its place stays as it was, until it is below it', async () => {
    page = await openTab(await browser.newContext({ viewport: { width: 390, height: 700 } }));
    await page.goto(demo.frameUrl());
    const frame = page.mainFrame();
    const [here, far] = [await idOf(frame, 'On the screen.'), await idOf(frame, 'Far down.')];
    const before = await heightOf(frame, here);
    await joinAndReport(frame, 'Freda Folds', [here, far]);
    await page.reload();
    await isFlat(frame, far);
    expect(await frame.getByText('You reported this comment.').count()).toBe(2);
    expect(await heightOf(frame, here)).toBe(before);
    expect(await layoutShifts(frame)).toEqual([]);
    // What is above the screen does not move what is on it either.
    const between = await idOf(frame, 'Between.');
    await frame.locator(`#comment-${between}`).evaluate((element) => element.scrollIntoView());
    const top = await topOf(frame, between);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await topOf(frame, between)).toBe(top);
    expect(await heightOf(frame, here)).toBe(before);
    await page.evaluate(() => scrollTo(0, 0));
    await page.setViewportSize({ width: 390, height: 150 });
    await isFlat(frame, here);
    await comment(frame, 'You reported this comment.').getByRole('button', { name: 'Show it' }).click();
    await frame.getByText('On the screen.').waitFor();
  });

  it('leaves none under an article, whose page knows more of the screen than the frame; nor where it is unfolded anew', async () => {
    page = await openTab(await browser.newContext({ viewport: { width: 800, height: 700 } }));
    await page.goto(demo.articleUrl);
    const visited = await conversationFrame(page);
    const far = await idOf(visited, 'Far down.');
    await joinAndReport(visited, 'Under Articles', [far]);
    await page.reload();
    const frame = await conversationFrame(page);
    await frame.locator('.is-folded').first().waitFor({ state: 'attached' });
    await isFlat(frame, far);
    // The frame is as high as all that is in it: for the browser its end moved, and the end of the article page. For who reads, nothing did.
    expect(await topOf(frame, far)).toBeGreaterThan(700);
    const topInFrame = await frame.locator(`#comment-${far}`).evaluate((element) => element.getBoundingClientRect().top);
    const moved = (await layoutShifts(frame)).flatMap((shift) =>
      [...shift.matchAll(/ from [\d.]+,([\d.]+)/g)].map(([, top]) => Number(top)),
    );
    expect(moved.filter((top) => top < topInFrame)).toEqual([]);
    expect(await layoutShifts(page.mainFrame())).toEqual([]);
    const here = await idOf(frame, 'On the screen.');
    await frame.locator(`#comment-${here}`).scrollIntoViewIfNeeded();
    const before = await heightOf(frame, here);
    await comment(frame, 'On the screen.').getByRole('button', { name: 'Report', exact: true }).click();
    await frame.getByRole('radio').first().check();
    await frame.getByRole('button', { name: 'Send the report' }).click();
    await frame.getByText('Thank you.').waitFor();
    await frame.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await heightOf(frame, here)).toBe(before);
    await frame.locator(`#comment-${here} .collapse`).click();
    await frame.locator(`#comment-${here} .collapse`).click();
    await isFlat(frame, here);
  });
});
