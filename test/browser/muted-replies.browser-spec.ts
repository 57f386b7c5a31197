import { randomUUID } from 'node:crypto';
import { BrowserLike } from '../support/browser-like';
import { openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { aSession } from '../support/frame-reader';

const { demo, browser } = demoInBrowser();

it('shows more replies without a number to who mutes somebody, and goes on from the first they want to see', async () => {
  const loud = await new BrowserLike(demo.serviceUrl).join('Loud Larry');
  const calm = await new BrowserLike(demo.serviceUrl).join('Calm Clara');
  const threadId = (await loud.get('/api/v1/sites/demo/threads/night-train')).body.id;
  const post = async (by: BrowserLike, text: string, parentId?: string): Promise<string> => {
    const { body } = await by.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text, parentId });
    return body.own.id;
  };
  const asked = await post(calm, 'Who was late?');
  for (const number of [1, 2, 3, 4, 5, 6]) await post(loud, `Late ${number} of Larry.`, asked);
  const last = await post(calm, 'Clara was late.', asked);
  const loudId = (await loud.get('/api/v1/me')).body.reader.id;
  const page = await openTab(await browser.newContext({ storageState: await aSession(browser, demo, 'Mia Mutes') }));
  page.setDefaultTimeout(10_000);
  await page.goto(demo.frameUrl());
  await page.locator('.reader-name').waitFor();
  await page.evaluate(async (id) => {
    const body = JSON.stringify({ kind: 'mute' });
    await fetch(`/api/v1/me/mutes/${id}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
  }, loudId);
  await page.reload();
  await page.getByRole('button', { name: 'Show more replies' }).first().waitFor();
  const branch = page.locator('.branch', { has: page.locator(`#comment-${asked}`) });
  await branch.getByRole('button', { name: 'Show more replies' }).click();
  await page.locator(`#comment-${last}`).getByText('Clara was late.').waitFor();
  await page.waitForFunction((id) => document.activeElement?.id === `comment-${id}`, last);
  expect(await page.getByText('of Larry.').count()).toBe(0);
  await page.context().close();
}, 60_000);
