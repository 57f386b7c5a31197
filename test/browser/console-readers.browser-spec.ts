import { randomUUID } from 'node:crypto';
import type { Frame, Page } from 'playwright-core';
import type { ReaderHistory } from '../../contract/sanctions';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { conversationFrame, openTab } from '../support/chromium';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser, colleague } = demoWithColleague();
const site = '/api/v1/sites/demo';
let held: HeldInDemo;
let grace: BrowserLike;
/** As many as may join in an hour from one address. */
let ruth: Author;
let saul: Author;
let tess: Author;
let vera: Author;
let walt: Author;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  grace = await colleague();
  await grace.post('/api/v1/console/session', { email: grace.email, password: held.credentials.password });
  [ruth, saul, tess, vera, walt] = await Promise.all([
    anAuthor('Ruth Winter'),
    anAuthor('Saul Winter'),
    anAuthor('Tess Winter'),
    anAuthor('Vera Winter'),
    anAuthor('Walt Winter'),
  ]);
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  await held.decideAll();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const at = (name: string) => page.getByRole('main', { name }).waitFor();
const card = () => page.getByRole('region', { name: 'The reader' });
const choices = () => page.locator('[role=dialog] .choice:focus').waitFor();
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);

/** By Tab alone, to what is called that. */
async function tabTo(name: RegExp): Promise<void> {
  const isThere = () =>
    page
      .evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
      .then((is) => name.test(is));
  for (let tab = 0; tab < 60; tab += 1) {
    if (await isThere()) return;
    await press('Tab');
  }
  throw new Error(`no way to ${name}`);
}

interface Author {
  name: string;
  id: string;
  by: BrowserLike;
}

async function anAuthor(name: string): Promise<Author> {
  const by = await new BrowserLike(demo.serviceUrl).join(name);
  return { name, by, id: (await by.get('/api/v1/me')).body.reader.id };
}

/** Two comments that are published, whose ids these are, and one that waits; all can be found. */
async function write({ name, by, id }: Author): Promise<string[]> {
  const ids = [await held.hold(`${name} one.`, by), await held.hold(`${name} two.`, by)];
  for (const one of ids) await held.decide(one, 'publish');
  await held.hold(`${name} waits.`, by);
  await until('they can be found', async () => {
    const { body } = await held.administrator.get(`${site}/comments?reader=${id}`);
    return body.comments.length >= 3;
  });
  return ids;
}

async function history({ id }: Author): Promise<ReaderHistory> {
  return (await held.administrator.get(`${site}/readers/${id}`)).body;
}

async function atHeld(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await at('Held');
}

async function atTheReader({ id, name }: Author, options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  await atHeld(options);
  await page.goto(`${demo.serviceUrl}/console/sites/demo/readers/${id}`);
  await at(name);
  await card().locator('.counts').waitFor();
  await page.locator('[role=listbox]:focus').waitFor();
}

describe('the page of a reader', () => {
  it('has all that there is to do about them, by keyboard: from what is held to a note, a suspension with what they posted, and back', async () => {
    const ids = await write(ruth);
    const article = await openTab(await browser.newContext());
    await article.goto(demo.articleUrl);
    const frame: Frame = await conversationFrame(article);
    const isPublic = (text: string) => frame.getByText(text, { exact: true });
    await isPublic('Ruth Winter one.').waitFor();
    await atHeld();
    await page.getByRole('region', { name: 'The author' }).locator('.counts').waitFor();

    await press('i');
    await at('Ruth Winter');
    await card().locator('.counts').getByText('2 published').waitFor();
    await until('all is listed', async () => (await listedTexts(page)).join() === 'Ruth Winter waits.,Ruth Winter two.,Ruth Winter one.');

    await press('n');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('Writes as two; s or i.');
    await press('Control+Enter');
    await card().getByText('Writes as two; s or i.').waitFor();
    await page.locator('[role=listbox]:focus').waitFor();
    await tabTo(/^Delete: Writes as two/);
    await press('Enter');
    await newsSays(/Deleted/);
    await card().getByText('No notes.').waitFor();
    await until('it is deleted', async () => (await history(ruth)).notes.length === 0);

    await press('s');
    await choices();
    await press('3');
    await choices();
    await press('3');
    await choices();
    await press('6');
    await page.locator('.will-happen').waitFor();
    expect(await page.locator('.will-happen').textContent()).not.toContain('removed');
    await press('3');
    await page
      .locator('.will-happen')
      .getByText(/in the last 24 hours is removed, or rejected where it waits/)
      .waitFor();
    await press('Enter');
    await newsSays(/Suspended: .*being removed/);
    await isPublic('Ruth Winter one.').waitFor({ state: 'detached' });
    await isPublic('Ruth Winter two.').waitFor({ state: 'detached' });
    await card().getByText('3 comments were removed or rejected with it').waitFor();
    await until(
      'its list follows',
      async () => (await page.locator('.row-status').allTextContents()).join() === 'rejected,removed,removed',
    );
    expect((await held.post(ruth.by, 'Once more.')).body.code).toBe('reader_suspended');

    await press('l');
    await choices();
    await press('1');
    await newsSays(/Lifted/);
    await card().getByRole('list', { name: 'Earlier' }).waitFor();
    await tabTo(/^Bring back$/);
    await press('Enter');
    await newsSays(/being brought back/);
    await card().getByText('3 were brought back').waitFor();
    await until('they are public', async () => (await Promise.all(ids.map((id) => held.seenByAll(id)))).join() === 'published,published');

    await press('i');
    await at('Held');
    await shownText(page).getByText('Ruth Winter waits.').waitFor();
    await article.context().close();
  }, 120_000);

  it('takes a sanction back with all that went with it, by one key', async () => {
    await write(saul);
    await atTheReader(saul);
    await press('s');
    await choices();
    await press('4');
    await choices();
    await press('1', '4', 'Enter');
    await newsSays(/Banned: .*being removed/);
    await press('u');
    await newsSays(/being brought back/);
    await until('all is as it was', async () => {
      const { comments, sanctions } = await history(saul);
      return comments.published === 2 && comments.held === 1 && sanctions.every(({ isInForce }) => !isInForce);
    });
  });

  it('narrows what they wrote by status, and has the decisions on it', async () => {
    await write(tess);
    await atTheReader(tess);
    await page.getByLabel('published').focus();
    await press('Space');
    await until('two', async () => (await listedTexts(page)).join() === 'Tess Winter two.,Tess Winter one.');
    await page.getByRole('listbox').focus();
    await press('r');
    await choices();
    await press('1');
    await newsSays(/Removed/);
    await until('it is removed', async () => (await history(tess)).comments.removed === 1);
    await press('u');
    await newsSays(/Taken back/);
    await until('it is published', async () => (await history(tess)).comments.published === 2);
    await page.getByLabel('published').uncheck();
    await page.getByLabel('withdrawn').check();
    await page.getByText('No comment of this kind.').waitFor();
    await isFine();
  });

  it('is found by a part of the name, and says so where there is nobody', async () => {
    await write(saul);
    await atHeld();
    await press('g', 'e');
    await at('Readers');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Nobody of that name');
    await page.getByText('Nobody of that name has commented here.').waitFor();
    await page.locator('input:focus').fill('saul w');
    await page.getByRole('button', { name: 'Saul Winter' }).waitFor();
    await press('Enter');
    await at('Saul Winter');
    await card().locator('.counts').waitFor();
    await page.reload();
    await at('Saul Winter');
  });

  it('of nobody who has written here says that nothing could be loaded', async () => {
    await atHeld();
    await page.goto(`${demo.serviceUrl}/console/sites/demo/readers/${randomUUID()}`);
    await page.getByText('What is known of the author could not be loaded.').waitFor();
    await page.getByText('No comment of this kind.').waitFor();
    await isFine();
  });
});

describe('who is in focus on another page', () => {
  /** Reported, found, and objecting to what a colleague decided. */
  beforeAll(async () => {
    const [reported, removed] = await write(vera);
    const report = { reasonId: held.reasonId('insult') };
    expect((await tess.by.post(`/api/v1/comments/${reported}/reports`, report)).status).toBe(201);
    const decision = { verdict: 'remove', revision: 1, reasonId: held.reasonId('insult') };
    expect((await grace.post(`/api/v1/comments/${removed}/decisions`, decision)).status).toBe(201);
    const [statement] = (await vera.by.get('/api/v1/me/statements')).body.statements;
    expect((await vera.by.post(`/api/v1/me/statements/${statement.id}/appeal`, { text: 'It was a joke.' })).status).toBe(201);
  });

  it.each([
    ['p', 'Reported'],
    ['s', 'Search'],
    ['o', 'Objections'],
  ])('reached by g %s is noted, sanctioned and taken back there, and their page is one key away', async (key, name) => {
    await atHeld();
    await press('g', key);
    await at(name);
    const theirs = page.getByRole('region', { name: 'The author' });
    if (name === 'Search') {
      await page.goto(`${demo.serviceUrl}/console/sites/demo/search?reader=${vera.id}&name=Vera`);
      await at(name);
    }
    await theirs.locator('.counts').waitFor();
    await press('n');
    await page.getByRole('dialog', { name: /A note on .*Vera Winter/ }).waitFor();
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type(`Seen on ${name}.`);
    await press('Control+Enter');
    await newsSays(/Noted: what you know of .*Vera Winter/);
    await theirs.getByText(`Seen on ${name}.`).waitFor();
    await press('s');
    await choices();
    await press('2');
    await choices();
    await press('1', 'Enter');
    await newsSays(/everything by .*Vera Winter.* is held/);
    await theirs.getByRole('list', { name: 'In force' }).waitFor();
    await press('u');
    await newsSays(/Lifted/);
    await until('it is lifted', async () => (await history(vera)).sanctions.every(({ isInForce }) => !isInForce));
    await press('s');
    await choices();
    await press('2');
    await choices();
    await press('1', 'Enter');
    await theirs.getByRole('list', { name: 'In force' }).waitFor();
    await press('l');
    await choices();
    await press('1');
    await newsSays(/Lifted/);
    await press('i');
    await at('Vera Winter');
    await press('i');
    await at(name);
  });
});

describe('the page of a reader is for everybody', () => {
  beforeAll(async () => {
    await write(walt);
    const sanction = { id: randomUUID(), readerId: walt.id, kind: 'hold', reasonId: held.reasonId('hate'), removeCommentsOfHours: 1 };
    expect((await held.administrator.post(`${site}/sanctions`, sanction)).status).toBe(201);
    await held.administrator.post(`${site}/readers/${walt.id}/notes`, { text: `Writes_as_two_${'x'.repeat(80)}\nand more.` });
  });

  it.each(['light', 'dark'] as const)(
    'in %s, with what is known, what is done about it, and on the way to it',
    async (colorScheme) => {
      await atTheReader(walt, { colorScheme });
      await card().getByText('3 comments were removed or rejected with it').waitFor();
      for (const width of [400, 820, 1280, 1680]) {
        await page.setViewportSize({ width, height: 800 });
        await isFine();
        const wider = await page.evaluate(() =>
          [...document.querySelectorAll('html, .list, .pane, .pane-scroll, .reader-head, .reader-person, .card')]
            .filter((element) => element.scrollWidth > element.clientWidth)
            .map(({ className }) => className),
        );
        expect([width, wider]).toEqual([width, []]);
        const height = await page.locator('.reader-person').evaluate(({ clientHeight }) => clientHeight);
        expect([width, height > 150]).toEqual([width, true]);
      }
      await press('s');
      await choices();
      await press('1');
      await choices();
      await press('1');
      await page.getByRole('radio', { name: 'in the last 24 hours' }).check();
      await isFine();
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await press('g', 'e');
      await at('Readers');
      await isFine();
    },
    90_000,
  );
});
