import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';

const { demo, browser } = demoInBrowser();
let administrator: BrowserLike;
let author: BrowserLike;
let threadId: string;
let page: Page;

beforeAll(async () => {
  administrator = await demo.administrator();
  author = await new BrowserLike(demo.serviceUrl).join('Rude Author');
  threadId = (await author.get('/api/v1/sites/demo/threads/night-train')).body.id;
}, 90_000);
afterEach(() => page.context().close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const panel = (name: string) => page.getByRole('region', { name });
const notices = async (id: string): Promise<any[]> => {
  const { comments } = (await administrator.get('/api/v1/sites/demo/reported')).body;
  return comments.find((comment: { id: string }) => comment.id === id).notices;
};

/** The article with a comment, for nobody in particular. The id of the comment. */
async function open(text: string): Promise<string> {
  const { body } = await author.post(`/api/v1/threads/${threadId}/comments`, { clientId: randomUUID(), text });
  page = await (await browser.newContext()).newPage();
  await page.goto(demo.frameUrl());
  await openForm(text);
  return body.own.id;
}

async function openForm(text: string): Promise<void> {
  const article = page.getByRole('article').filter({ hasText: text }).first();
  await article.getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByRole('radio').first().waitFor();
}

async function openNotice(): Promise<Locator> {
  await button('Report illegal content (no account needed)').click();
  const notice = panel('Notice of illegal content');
  await notice.waitFor();
  return notice;
}

describe('a notice of illegal content', () => {
  it('needs no account; what is missing in it is told, and it gets a reference', async () => {
    const id = await open('Against the law.');
    const notice = await openNotice();
    expect(await notice.evaluate((element) => element === document.activeElement)).toBe(true);
    await button('Send the notice').click();
    await notice.getByRole('alert').first().waitFor();
    expect(await notice.getByRole('alert').getByText('This is needed.').count()).toBe(4);
    await notice.getByLabel('Your e-mail').fill('nora');
    await button('Send the notice').click();
    await notice.getByRole('alert').getByText('This is not an e-mail address.').waitFor();
    expect(await notice.getByLabel('Why is it illegal?').evaluate((element) => element === document.activeElement)).toBe(true);
    await notice.getByLabel('Why is it illegal?').fill('It tells where I live.');
    await notice.getByLabel('Your name (moderators see it)').fill('Nora Notifier');
    await notice.getByLabel('Your e-mail (no moderator sees it)').fill('nora@example.org');
    await notice.getByLabel('To the best of my knowledge').check();
    await button('Send the notice').click();
    const [reference = ''] = /N-\w{4}-\w{4}/.exec((await notice.getByRole('status').first().textContent()) ?? '') ?? [];
    expect(await notices(id)).toEqual([
      expect.objectContaining({ reference, name: 'Nora Notifier', explanation: 'It tells where I live.', law: null, isAboutMinors: false }),
    ]);
    expect((await author.get(`/api/v1/notices/${reference}`)).body.status).toBe('open');
  });

  it('need not say whose it is where it is about minors', async () => {
    const id = await open('About a child.');
    const notice = await openNotice();
    await notice.getByLabel('Why is it illegal?').fill('A child is shown.');
    await notice.getByLabel('It is about a sexual offence').check();
    await notice.getByLabel('To the best of my knowledge').check();
    await button('Send the notice').click();
    await notice.getByText('Your notice was received').waitFor();
    expect(await notices(id)).toMatchObject([{ name: null, isAboutMinors: true }]);
  });

  it('is there as it was when it was left or the page came anew, and no more once it is sent', async () => {
    await open('Half a notice.');
    const notice = await openNotice();
    const fields = [
      'Why is it illegal?',
      'Which law does it break? (optional)',
      'Your name (moderators see it)',
      'Your e-mail (no moderator',
    ];
    const texts = ['It tells where I live.', 'Article 8', 'Nora Notifier', 'nora@example.org'];
    for (const [index, label] of fields.entries()) await notice.getByLabel(label).fill(texts[index] ?? '');
    await notice.getByLabel('To the best of my knowledge').check();
    const holds = async () => {
      const boxes = [notice.getByLabel('It is about a sexual offence'), notice.getByLabel('To the best of my knowledge')];
      const values = await Promise.all(fields.map((label) => notice.getByLabel(label).inputValue()));
      return [...values, ...(await Promise.all(boxes.map((box) => box.isChecked())))];
    };
    await page.keyboard.press('Escape');
    await notice.waitFor({ state: 'detached' });
    await openForm('Half a notice.');
    await openNotice();
    expect(await holds()).toEqual([...texts, false, true]);
    await page.reload();
    await openForm('Half a notice.');
    await openNotice();
    expect(await holds()).toEqual([...texts, false, true]);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('nora@example.org');
    await button('Send the notice').click();
    await notice.getByText('Your notice was received').waitFor();
    await button('Close').click();
    await openForm('Half a notice.');
    await openNotice();
    expect(await holds()).toEqual(['', '', '', '', false, false]);
  });

  it('has a reference to copy, with which anybody asks what became of it; all by keyboard', async () => {
    const id = await open('To be asked about.');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const notice = await openNotice();
    await notice.getByLabel('Why is it illegal?').fill('It tells where I live.');
    await notice.getByLabel('It is about a sexual offence').check();
    await notice.getByLabel('To the best of my knowledge').check();
    await button('Send the notice').click();
    await notice.getByText('Your notice was received').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await notice.getByText('Copied').waitFor();
    const reference = await page.evaluate(() => navigator.clipboard.readText());
    expect(reference).toMatch(/^N-\w{4}-\w{4}$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const question = panel('What became of a notice?');
    await question.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await question.getByRole('status').getByText('Nobody has decided yet. Reported: just now').waitFor();
    expect(await question.getByRole('textbox').inputValue()).toBe(reference);
    await page.keyboard.press('Escape');
    await administrator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'keep', revision: 1 });
    await openForm('To be asked about.');
    await button('What became of a notice?').click();
    await question.getByRole('textbox').fill(` ${reference.toLowerCase()} `);
    await page.keyboard.press('Enter');
    await question.getByRole('status').getByText('A moderator has looked at it and left the comment as it was.').waitFor();
  });

  it('that is not known is said to be so, and when nothing was asked, and when nobody answers', async () => {
    await open('Nothing known.');
    await button('What became of a notice?').click();
    const question = panel('What became of a notice?');
    await button('Ask').click();
    await question.getByRole('alert').getByText('This is needed.').waitFor();
    await question.getByRole('textbox').fill('N-0000-0000');
    await button('Ask').click();
    await question.getByRole('alert').getByText('There is no notice with this reference.').waitFor();
    await page.route('**/notices/**', (route) => route.abort());
    await button('Ask').click();
    await question.getByRole('alert').getByText('There is no connection right now.').waitFor();
    expect(await question.getByRole('textbox').inputValue()).toBe('N-0000-0000');
  });
});
