import type { Page, Route } from 'playwright-core';
import type { BulkView } from '../../contract/bulk';
import type { SanctionView } from '../../contract/sanctions';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser, colleague } = demoWithColleague();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  await held.decideAll();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const undoButton = () => page.locator('.news').getByRole('button', { name: /Undo/ });
const bar = () => page.getByRole('toolbar', { name: 'Decide on many at once' });
const lists = (...texts: string[]) => until(texts.join(), async () => (await listedTexts(page)).join() === texts.join());
const jobs = async (): Promise<BulkView[]> => (await held.administrator.get('/api/v1/sites/demo/bulk')).body;
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);

async function atHeld(...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) ids.push(await held.hold(text));
  page = await openConsole(browser, demo);
  await signIn(page, held.credentials);
  await bar().getByRole('button', { name: 'Select', exact: true }).waitFor();
  await lists(...texts);
  return ids;
}

async function atSearch(words: string, ...texts: string[]): Promise<string[]> {
  const ids = await atHeld(...texts);
  await until('they can be found', async () => {
    const { body } = await held.administrator.get('/api/v1/sites/demo/comments/count?status=held&text=animal');
    return body.count === texts.length;
  });
  await page.goto(`${demo.serviceUrl}/console/sites/demo/search?text=${words}`);
  await page.locator('.found-status').waitFor();
  return ids;
}

/** What is asked for is answered so once what is returned is called. */
async function later(url: string, answer: (route: Route) => Promise<void>): Promise<() => void> {
  let goOn = (): void => undefined;
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(url, async (route) => {
    await waiting;
    await answer(route);
  });
  return () => goOn();
}

async function shoot(name: string): Promise<void> {
  if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}

describe('what a moderator means', () => {
  it('is the comment that a reason was asked for, also where another was found meanwhile', async () => {
    const [meant = '', other = ''] = await atSearch('possum', 'The possum is an animal.', 'The wallaby is an animal.');
    const goOn = await later('**/comments?*', (route) => route.continue());
    await press('/');
    await page.locator('[data-search]:focus').fill('wallaby');
    await press('Enter');
    await page.locator('[role=listbox]').focus();
    await press('r');
    await page.getByRole('dialog', { name: 'Why is it rejected?' }).locator('.choice:focus').waitFor();
    goOn();
    await lists('The wallaby is an animal.');
    await press('1');
    await newsSays(/^Rejected/);
    await until('it is decided', async () => (await held.waiting()).length === 1);
    expect((await held.waiting()).map(({ id }) => id)).toEqual([other]);
    await press('u');
    await until('it is taken back', async () => (await held.waiting()).some(({ id }) => id === meant));
  });

  it('is told where it was not done and something else is looked at', async () => {
    await atSearch('animal', 'The possum is an animal.', 'The wallaby is an animal.');
    const fail = await later('**/decisions', (route) => route.abort());
    await press('a', 'j');
    await shownText(page).getByText('possum').waitFor();
    fail();
    await newsSays(/is as it was\. The service did not answer/);
    await isFine();
  });

  it('is told where it was not done, wherever one has gone meanwhile', async () => {
    await atSearch('animal', 'The possum is an animal.');
    const fail = await later('**/decisions', (route) => route.abort());
    await press('a', 'g', 'v');
    await page.getByRole('main', { name: 'Overview' }).waitFor();
    fail();
    const stray = page.locator('.stray-news');
    await stray.getByText(/is as it was\. The service did not answer/).waitFor();
    await isFine();
    await shoot('stray-news');
    await stray.getByRole('button', { name: 'Hide this' }).click();
    await stray.waitFor({ state: 'detached' });
  });

  it('is back as it was with its reports, where it was reported and is taken back', async () => {
    const [id = ''] = await atHeld('One.');
    await held.decide(id, 'publish');
    const reporter = await new BrowserLike(demo.serviceUrl).join();
    await reporter.post(`/api/v1/comments/${id}/reports`, { reasonId: held.reasonId('insult'), text: 'Look at it.' });
    const reports = async () => (await reporter.get('/api/v1/me/reports')).body;
    const before = JSON.stringify(await reports());
    await press('g', 'p');
    await lists('One.');
    for (const decide of [() => press('h'), () => press('r', '1')]) {
      await decide();
      await until('it is not published', async () => (await held.seenByAll(id)) !== 'published');
      await press('u');
      await newsSays(/^Taken back/);
      await until('it is published again', async () => (await held.seenByAll(id)) === 'published');
      await lists('One.');
      expect(JSON.stringify(await reports())).toBe(before);
    }
  });

  it('is no decision on what a pointer has left, by the key that uncovers', async () => {
    await atHeld('One.', 'Two.', 'Three.');
    await press('z');
    await page
      .getByRole('button', { name: /^Approve/ })
      .first()
      .click();
    await shownText(page).getByText('Two.').waitFor();
    await press('Space');
    await page.locator('.pane-scroll[data-shown]').waitFor();
    await shownText(page).getByText('Two.').waitFor();
    await until('one was decided on', async () => (await held.waiting()).length === 2);
  });

  it('is a message where one clicks into its field, whatever is typed', async () => {
    await atHeld('One.', 'Two.');
    await press('r');
    await page.locator('.choice:focus').waitFor();
    await page.locator('.reasons textarea').click();
    await page.keyboard.type('No 1 reason, a or r.');
    expect(await page.locator('.reasons textarea').inputValue()).toBe('No 1 reason, a or r.');
    expect((await held.waiting()).length).toBe(2);
  });

  it('is not taken back by the key that uncovers, after one was taken back by pointer', async () => {
    const [first = ''] = await atHeld('One.', 'Two.', 'Three.');
    await press('z', 'a', 'a');
    await undoButton().click();
    await lists('Two.', 'Three.');
    await press('Space');
    await page.locator('.pane-scroll[data-shown]').waitFor();
    expect([await listedTexts(page), await held.seenByAll(first)]).toEqual([['Two.', 'Three.'], 'published']);
  });

  it('is the sanction whose number was read, whatever others are put meanwhile', async () => {
    const [id = ''] = await atHeld('One.', 'Two.');
    const author = (await held.waiting()).find((comment) => comment.id === id)?.author.id;
    const sanction = (kind: string) =>
      held.administrator.post('/api/v1/sites/demo/sanctions', {
        id: crypto.randomUUID(),
        readerId: author,
        kind,
        reasonId: held.reasonId('insult'),
      });
    const inForce = async (): Promise<SanctionView[]> => {
      const { sanctions } = (await held.administrator.get(`/api/v1/sites/demo/readers/${author}`)).body;
      return sanctions.filter(({ isInForce }: SanctionView) => isInForce);
    };
    expect((await sanction('hold')).status).toBe(201);
    await page.reload();
    await lists('One.', 'Two.');
    await page.locator('.card').getByText(/held/).first().waitFor();
    await press('l');
    const sheet = page.getByRole('dialog');
    await sheet.locator('.choice:focus').waitFor();
    expect((await sanction('ban')).status).toBe(201);
    await page.clock.install();
    await page.clock.fastForward(20_000);
    await Promise.all([page.waitForResponse(new RegExp(`/readers/${author}`)), held.hold('Three.')]);
    expect(await sheet.locator('.choice').count()).toBe(1);
    await press('1');
    await until('it is lifted', async () => `${(await inForce()).map(({ kind }) => kind)}` === 'ban');
    for (const one of await inForce()) await held.administrator.send('DELETE', `/api/v1/sites/demo/sanctions/${one.id}`);
  });

  it('is no decision where its job was not begun, and is selected still', async () => {
    await atSearch('animal', 'The possum is an animal.', 'The wallaby is an animal.');
    await page.route('**/bulk', (route) => route.abort());
    await page.route('**/comments?*', (route) => route.abort());
    await press('x', 'Shift+J', 'Shift+A');
    await page.getByText(/As far as is known it was not begun/).waitFor();
    await page.locator('.found-status').getByText('It is held now.').waitFor();
    expect(await page.locator('[role=option][aria-checked=true]').count()).toBe(2);
    await bar().getByRole('button', { name: 'Approve 2' }).waitFor();
  });

  it('is not taken back in the place of a note that was written after it', async () => {
    const [first = ''] = await atHeld('One.', 'Two.');
    await press('a');
    await newsSays(/^Approved/);
    await undoButton().waitFor();
    await press('n');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('Knows trains.');
    await press('Control+Enter');
    await newsSays(/[Nn]ote/);
    expect(await undoButton().count()).toBe(0);
    await press('u');
    await shownText(page).getByText('Two.').waitFor();
    expect(await held.seenByAll(first)).toBe('published');
  });

  it('is asked for by a key pressed, not by one held down', async () => {
    const [, edited = ''] = await atHeld('One.', 'Two.');
    const before = (await jobs()).length;
    await press('Shift+E');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Which: all that is held.').waitFor();
    await sheet.getByText('2 comments that are held').first().waitFor();
    await page.locator('.choice:focus').waitFor();
    await page.keyboard.down('Enter');
    await page.getByRole('button', { name: 'Approve all' }).and(page.locator(':focus')).waitFor();
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.getByRole('button', { name: 'Approve all' }).waitFor();
    expect((await jobs()).length).toBe(before);
    const late = await held.hold('Three.');
    await held.edit(edited, 'Two, edited.');
    await press('Enter');
    await page.locator('.job-words').getByText('1 approved').waitFor();
    expect((await held.waiting()).map(({ id }) => id)).toEqual([edited, late]);
  });

  it('is nothing where all that was selected is decided on meanwhile', async () => {
    await atHeld('One.', 'Two.');
    await press('x', 'Shift+J', 'Shift+R');
    await page.getByRole('dialog', { name: 'Why are 2 comments rejected?' }).locator('.choice:focus').waitFor();
    await held.decideAll();
    await page.getByRole('dialog', { name: 'Nothing is left to decide on.' }).waitFor();
    await isFine();
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('is a job where the keyboard is, and it is asked whether one is taken back', async () => {
    // The first is looked at.
    const [, second = ''] = await atHeld('One.', 'Two.');
    const by = await colleague();
    await by.post('/api/v1/console/session', { email: by.email, password: held.credentials.password });
    const body = { id: crypto.randomUUID(), verdict: 'publish', comments: [{ id: second, revision: 1 }] };
    expect((await by.post('/api/v1/sites/demo/bulk', body)).status).toBe(201);
    await until('it is done', async () => (await jobs())[0]?.phase === 'done');
    await press('g', 'b');
    const row = page.locator('[data-job]').first();
    await row.waitFor();
    await press('u', 'p');
    await press('j');
    expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await press('u');
    const sheet = page.getByRole('dialog', { name: 'Take back the whole job?' });
    await sheet.getByText(/Begun by/).waitFor();
    await isFine();
    expect((await jobs())[0]?.phase).toBe('done');
    await sheet.getByRole('button', { name: 'Take it back' }).and(page.locator(':focus')).waitFor();
    await press('Enter');
    await row.getByText('Taken back: 1').first().waitFor();
  });
});
