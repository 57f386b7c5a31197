import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { aSession, fromPage } from '../support/frame-reader';
import { until } from '../support/live-reader';
import { ModeratedDemo } from '../support/moderated-demo';

const { demo, browser, colleague } = demoWithColleague();
let moderated: ModeratedDemo;
let author: BrowserLike;
let threadId: string;
let page: Page;

beforeAll(async () => {
  moderated = await ModeratedDemo.begin(demo, await colleague());
  author = await new BrowserLike(demo.serviceUrl).join('Rude Author');
  threadId = (await author.get('/api/v1/sites/demo/threads/night-train')).body.id;
}, 90_000);
afterEach(() => page.context().close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const panel = () => page.getByRole('region', { name: 'My comments and decisions' });
const reports = () => panel().getByRole('article');
const headings = () => reports().getByRole('heading').allTextContents();
const about = (text: string) => reports().filter({ hasText: text });
const notDecided = 'Nobody has decided yet.';
const removed = 'A moderator has taken the comment from the public.';
const kept = 'A moderator has looked at it and left the comment as it was.';

async function post(text: string, writer = author): Promise<string> {
  return (await writer.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text })).body.own.id;
}

async function open(name: string): Promise<void> {
  page = await (await browser.newContext({ storageState: await aSession(browser, demo, name) })).newPage();
  await page.goto(demo.frameUrl());
  await page.getByText(name).first().waitFor();
  await page.locator('.reading', { hasText: /\p{N}|^$/u }).waitFor({ state: 'attached' });
}

async function report(id: string, text?: string): Promise<void> {
  const reasons = await (await page.request.get(`${demo.serviceUrl}/api/v1/threads/${threadId}/report-reasons`)).json();
  await fromPage(page, `/api/v1/comments/${id}/reports`, { reasonId: reasons[0].id, text });
}

async function openReports(name: string): Promise<void> {
  await button(`${name}: my comments and decisions`).click();
  await panel().getByRole('tab', { name: 'My reports' }).click();
}

describe('what a reader reported', () => {
  it('is told with the reason and what came of it, without anybody’s name, and leads to the comment; all by keyboard', async () => {
    await open('Rita Reports');
    const ids = [];
    for (const text of ['It stays open.', 'It is removed.', 'It is kept.', 'It is taken back.']) ids.push(await post(text));
    const [isOpen = '', isRemoved = '', isKept = '', isTakenBack = ''] = ids;
    for (const id of ids) await report(id, id === isOpen ? 'He means me.' : undefined);
    await moderated.decide(isRemoved, 'remove');
    await moderated.keep(isKept);
    await author.send('DELETE', `/api/v1/comments/${isTakenBack}`);
    await button('Rita Reports: my comments and decisions').focus();
    await page.keyboard.press('Enter');
    await panel().getByText('You have not written a comment yet.').waitFor();
    // Over the way to whom they follow.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await about('It stays open.').waitFor();
    expect(await panel().getByRole('tab', { name: 'My reports' }).getAttribute('aria-selected')).toBe('true');
    const takenBack = 'Its author took the comment back before anybody decided.';
    expect(await headings()).toEqual([takenBack, kept, removed, notDecided]);
    const said = await about('It stays open.').innerText();
    expect(said).toMatch(/Reported: just now.*The 22:47.*Reason\s+Insults somebody\s+You wrote\s+He means me\./s);
    expect(said).not.toContain('Settled');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await about('It is kept.').innerText()).toContain('Reported: just now · Settled: just now');
    expect(await panel().innerText()).not.toMatch(/Rude Author|Ada|It is removed|It is taken back/);
    await page.keyboard.press('Tab');
    await about('It stays open.').getByRole('link').focus();
    await page.keyboard.press('Enter');
    await panel().waitFor({ state: 'detached' });
    await page.waitForFunction((element) => document.activeElement?.id === element, `comment-${isOpen}`);
    await page.getByText('You are looking at one part of the conversation.').waitFor();
  });

  it('comes page by page, tells at once when a comment goes, and anything else when it is looked at again', async () => {
    await open('Peter Pages');
    const mine = await post('Reported first.');
    await report(mine);
    const others = [];
    for (const name of ['Much Writing', 'More Writing']) {
      const writer = await new BrowserLike(demo.serviceUrl).join(name);
      for (let count = 1; count <= 10; count += 1) others.push(await post(`${name} ${count}.`, writer));
    }
    for (const id of others) await report(id);
    await openReports('Peter Pages');
    await until('the first page is there', async () => (await reports().count()) === 20);
    expect(await about('Reported first.').count()).toBe(0);
    await button('Show more').click();
    await about('Reported first.').waitFor();
    expect(await reports().count()).toBe(21);
    expect(await button('Show more').count()).toBe(0);
    await moderated.decide(others.at(-1) ?? '', 'remove');
    await reports().first().getByText(removed).waitFor();
    expect(await reports().count()).toBe(21);
    await moderated.keep(others.at(-2) ?? '');
    await panel().getByRole('tab', { name: 'My comments' }).click();
    await panel().getByRole('tab', { name: 'My reports' }).click();
    await reports().nth(1).getByText(kept).waitFor();
  });

  it('in another article leads there, in a tab of its own; what could not be read is asked for again', async () => {
    await open('Olga Others');
    await report(await post('Far away.'));
    await page.goto(demo.frameUrl({ article: 'harbour-bath' }));
    await button('Olga Others: my comments and decisions').waitFor();
    await page.route('**/me/reports', (route) => route.abort());
    await openReports('Olga Others');
    await panel().getByRole('alert').getByText('This could not be loaded.').waitFor();
    await page.unroute('**/me/reports');
    await button('Try again').click();
    const link = about('Far away.').getByRole('link');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('href')).toMatch(/\/night-train#parley-comment-[\w-]{36}$/);
  });

  it('is nothing yet for who reported nothing', async () => {
    await open('Nils Nothing');
    await openReports('Nils Nothing');
    await panel().getByText('You have not reported a comment.').waitFor();
  });
});
