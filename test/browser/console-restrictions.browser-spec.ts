import type { Page } from 'playwright-core';
import { limits } from '../../contract/limits';
import type { OwnStatement, SanctionView } from '../../contract/sanctions';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
const site = '/api/v1/sites/demo';
let held: HeldInDemo;
/** Each takes their turn, for nobody may post all the time. */
let readers: BrowserLike[];
let anna: BrowserLike;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  const macro = { name: 'House rules', text: 'Please read our house rules.' };
  expect((await held.administrator.post(`${site}/macros`, macro)).status).toBe(201);
  readers = await Promise.all(Array.from({ length: 5 }, () => new BrowserLike(demo.serviceUrl).join()));
  [anna = new BrowserLike('')] = readers;
}, 90_000);
beforeEach(async () => {
  await held.decideAll();
  anna = nextTo(anna);
});
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  for (const { id } of await sanctions()) await held.administrator.send('DELETE', `${site}/sanctions/${id}`);
});

function nextTo(reader: BrowserLike): BrowserLike {
  return readers[(readers.indexOf(reader) + 1) % readers.length] as BrowserLike;
}

/** The console with comments by Anna in it, the first in focus, and who she is known. */
async function work(...texts: string[]): Promise<void> {
  for (const text of texts) await held.hold(text, anna);
  page = await openConsole(browser, demo);
  const areReasonsKnown = page.waitForResponse(/\/reasons$/);
  await signIn(page, held.credentials);
  await areReasonsKnown;
  await page.locator('[role=listbox]:focus').waitFor();
  await card().locator('.counts').waitFor();
}

const card = () => page.getByRole('region', { name: 'The author' });
const dialog = (name: string) => page.getByRole('dialog', { name });
const shows = (text: string) => shownText(page).getByText(text, { exact: true }).waitFor();
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const statements = async (): Promise<OwnStatement[]> => (await anna.get('/api/v1/me/statements')).body.statements;
const post = async () => (await held.post(anna, 'Once more.')).body.code ?? 'taken';

async function sanctions(): Promise<SanctionView[]> {
  const { body: me } = await anna.get('/api/v1/me');
  const { body: history } = await held.administrator.get(`${site}/readers/${me.reader.id}`);
  return history.sanctions?.filter(({ isInForce }: SanctionView) => isInForce) ?? [];
}

describe('a rejection', () => {
  it('has a reason and a message, written by keyboard, which its author reads', async () => {
    await work('Fool.', 'Next.');
    await press('r');
    await page.locator('.choice:focus').waitFor();
    await press('m');
    await page.keyboard.type('Please speak of trains, 2.');
    await press('Control+Enter');
    await page.locator('.choice:focus').waitFor();
    await press('2');
    await shows('Next.');
    await until('there is a statement', async () => (await statements())[0]?.comment?.text === 'Fool.');
    const [statement] = await statements();
    expect(statement).toMatchObject({
      restriction: 'rejected',
      reason: { key: 'hate' },
      message: 'Please speak of trains, 2.',
      comment: { text: 'Fool.' },
    });
  });

  it('is reached by Tab with a text of the site in its message, which is kept while the sheet is closed', async () => {
    await work('Fool.');
    await press('r');
    await page.locator('.choice:focus').waitFor();
    await press('Tab', 'Tab');
    await page.getByLabel('Put in a text').selectOption('House rules');
    await page.locator('textarea:focus').waitFor();
    await press('Escape', 'r');
    await page.locator('.choice:focus').waitFor();
    expect(await page.getByLabel('Message to the author').inputValue()).toBe('Please read our house rules.');
    await press('7');
    await until('there is a statement', async () => (await statements())[0]?.message === 'Please read our house rules.');
  });

  it('can be for a reason of the site’s own, and for none that is off', async () => {
    const own = await held.administrator.post(`${site}/reasons`, { title: 'Spoils the film', ground: 'rules', rule: 'House rules, 7' });
    expect(own.status).toBe(201);
    const off = (id: string, isOn: boolean) => held.administrator.send('PATCH', `${site}/reasons/${id}`, { body: { isOn } });
    await off(held.reasonId('insult'), false);
    await work('Fool.');
    await press('r');
    await page.getByRole('button', { name: 'Spoils the film' }).waitFor();
    expect(await page.getByRole('button', { name: 'Insults somebody' }).count()).toBe(0);
    await press('8');
    await until('there is a statement', async () => (await statements())[0]?.reason.title === 'Spoils the film');
    await Promise.all([off(held.reasonId('insult'), true), off(own.body.id, false)]);
  });

  it('says that the reasons could not be loaded, and has them when they can', async () => {
    await held.hold('Fool.', anna);
    page = await openConsole(browser, demo);
    await page.route('**/reasons', (route) => route.abort());
    await signIn(page, held.credentials);
    await shows('Fool.');
    await press('r');
    await page.getByText('The reasons could not be loaded.').waitFor();
    await press('1');
    await page.unroute('**/reasons');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Insults somebody' }).waitFor();
    await press('1');
    await until('there is a statement', async () => (await statements())[0]?.reason.key === 'insult');
  });

  it('comes back when its reason is not used any more, and the new ones are there', async () => {
    await work('Fool.');
    const isOn = (value: boolean) =>
      held.administrator.send('PATCH', `${site}/reasons/${held.reasonId('insult')}`, { body: { isOn: value } });
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/reasons', (route) => asked.then(() => route.continue()));
    await isOn(false);
    await press('r', '1');
    await newsSays(/came back.*reason is not used any more/);
    answer();
    await press('r');
    await page.getByRole('button', { name: 'Insults somebody' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Incites hatred' }).waitFor();
    await isOn(true);
  });
});

describe('who wrote a comment', () => {
  it('is shown beside it, with what was decided before, and nothing that is read moves when it comes', async () => {
    await held.decide(await held.hold('Before.', anna), 'reject', 'advertising');
    await held.hold('Now.', anna);
    page = await openConsole(browser, demo, { viewport: { width: 1440, height: 900 } });
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/readers/*', (route) => asked.then(() => route.continue()));
    await signIn(page, held.credentials);
    await shows('Now.');
    await card().locator('.card-skeleton').waitFor();
    const places = () => Promise.all([shownText(page), card().getByRole('button', { name: 'Sanction' })].map((one) => one.boundingBox()));
    const before = await places();
    answer();
    await card()
      .locator('.counts')
      .getByText(/[1-9] rejected/)
      .waitFor();
    await card().locator('.counts').getByText('1 held').waitFor();
    expect(await places()).toEqual(before);
  });

  it('is known already when one goes on to the next', async () => {
    const bert = nextTo(anna);
    await held.hold('By Anna.', anna);
    const bertsId = (await bert.get('/api/v1/me')).body.reader.id;
    await held.hold('By Bert.', bert);
    page = await openConsole(browser, demo);
    const read = page.waitForResponse((response) => response.url().endsWith(bertsId));
    await signIn(page, held.credentials);
    await shows('By Anna.');
    await read;
    await page.route('**/readers/*', (route) => route.abort());
    await press('j');
    await shows('By Bert.');
    await card().locator('.counts').waitFor();
  });

  it('that could not be read can be asked for again', async () => {
    await held.hold('By Anna.', anna);
    page = await openConsole(browser, demo);
    await page.route('**/readers/*', (route) => route.abort());
    await signIn(page, held.credentials);
    await card().getByText('What is known of the author could not be loaded.').waitFor();
    await page.unroute('**/readers/*');
    await card().getByRole('button', { name: 'Try again' }).click();
    await card().locator('.counts').waitFor();
  });

  it('can be noted by keyboard; what cannot be sent stays, and is sent later', async () => {
    await work('By Anna.');
    await page.route('**/notes', (route) => route.abort());
    await press('n');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('Writes as two.');
    await press('Control+Enter');
    await page
      .getByRole('dialog')
      .getByText(/did not answer/)
      .waitFor();
    await press('Escape');
    await page.unroute('**/notes');
    await press('n');
    await page.locator('textarea:focus').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Writes as two.');
    await press('Control+Enter');
    await newsSays(/Noted/);
    await card().getByRole('list', { name: 'Notes' }).getByText('Writes as two.').waitFor();
    await page.locator('[role=listbox]:focus').waitFor();
    await press('n');
    await page.locator('textarea:focus').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('');
    expect(limits.moderation.noteMaxLength).toBe(Number(await page.locator('textarea').getAttribute('maxlength')));
  });
});

describe('a sanction', () => {
  it('is made by keyboard, says before in one sentence what will happen, and holds for the next post', async () => {
    await work('By Anna.');
    await press('s');
    await page.locator('.choice:focus').waitFor();
    await press('3', '3', '1');
    const sentence = await page.locator('.will-happen').textContent();
    expect(sentence?.replace(/[\u2068\u2069]/g, '')).toMatch(
      /^Reader \w+ can post nothing on The Merrow Courier until .+; the reason that is told is “Insults somebody”\.$/,
    );
    expect(await sanctions()).toEqual([]);
    await press('m');
    await page.keyboard.type('A week off.');
    await press('Control+Enter');
    await newsSays(/Suspended/);
    expect(await post()).toBe('reader_suspended');
    const [statement] = await statements();
    expect(statement).toMatchObject({ restriction: 'suspend', reason: { key: 'insult' }, message: 'A week off.', isInForce: true });
    const days = (Date.parse(statement?.endsAt ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    await card()
      .getByRole('list', { name: 'In force' })
      .getByText(/Suspension, until/)
      .waitFor();
  });

  it.each([
    ['1', 'warn', 'warning_unread'],
    ['2', 'hold', 'taken'],
    ['4', 'ban', 'reader_banned'],
  ])('by the number %s is to %s, and is taken back by undo', async (digit, kind, code) => {
    await work('By Anna.');
    await press('s', digit, '6', 'Enter');
    await newsSays(/Warned|everything by|Banned/);
    expect((await sanctions())[0]).toMatchObject({ kind, reason: { key: 'advertising' }, isInForce: true, isEverywhere: false });
    expect(await post()).toBe(code);
    await press('u');
    await newsSays(/Lifted/);
    expect(await sanctions()).toEqual([]);
    await card()
      .getByText(/lifted by.*Ada Ministrator/)
      .first()
      .waitFor();
    expect(await post()).toBe('taken');
  });

  it('can end on a day, and count on every site where an administrator says so', async () => {
    await work('By Anna.');
    await press('s', '3');
    await page.getByLabel('Or until the end of').fill('2031-05-04');
    await press('Enter', '8');
    await page.getByLabel(/On every site/).check();
    await page
      .locator('.will-happen')
      .getByText(/on every site until May 4, 2031/)
      .waitFor();
    await page.getByRole('button', { name: 'Suspend' }).click();
    await newsSays(/Suspended/);
    const [sanction] = await sanctions();
    expect(sanction).toMatchObject({ kind: 'suspend', isEverywhere: true, reason: { key: 'illegal' } });
    expect(new Date(sanction?.endsAt ?? '').getFullYear()).toBe(2031);
  });

  it('is made once, however often it is sent because no answer came', async () => {
    await work('By Anna.');
    await page.route('**/sanctions', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await press('s', '4', '1', 'Enter');
    await page
      .getByRole('dialog')
      .getByText(/did not answer/)
      .waitFor();
    await page.unroute('**/sanctions');
    await press('Enter');
    await newsSays(/Banned/);
    expect(await sanctions()).toHaveLength(1);
  });

  it('on somebody who works for the site is refused in words', async () => {
    await work('By Anna.');
    await page.route('**/sanctions', (route) => route.fulfill({ status: 409, json: { code: 'reader_is_staff', detail: '' } }));
    await press('s', '4', '1', 'Enter');
    await page
      .getByRole('dialog')
      .getByText(/works for the site/)
      .waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Why?' }).waitFor();
  });

  it('is lifted from the card, by pointing and by keyboard', async () => {
    await work('By Anna.');
    await press('s', '2', '1', 'Enter');
    await newsSays(/everything by/);
    await press('s', '1', '1', 'Enter');
    await newsSays(/Warned/);
    await card().getByRole('button', { name: 'Lift: Warning' }).click();
    await newsSays(/Lifted/);
    await card().getByRole('list', { name: 'Earlier' }).getByText('Warning').first().waitFor();
    await press('l');
    await dialog('Which sanction is lifted?').getByText('Everything is held').waitFor();
    await press('1');
    await until('both are lifted', async () => (await sanctions()).length === 0);
    await page.locator('[role=listbox]:focus').waitFor();
  });

  it('is told in the help sheet, and found in the palette', async () => {
    await work('By Anna.');
    await press('?');
    for (const row of [/Sanction the author.*S/, /Write a note on the author.*N/, /Choose in a sheet/])
      await page.getByRole('row', { name: row }).waitFor();
    // There is none.
    expect(await page.getByRole('row', { name: /Lift a sanction/ }).count()).toBe(0);
    await press('Escape', 'Control+k');
    await page.keyboard.type('sanction the');
    await press('Enter');
    await page.getByRole('heading', { name: 'What shall it be?' }).waitFor();
  });
});
