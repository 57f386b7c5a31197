import type { Page } from 'playwright-core';
import type { OwnStatement } from '../../contract/sanctions';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser, sql, colleague } = demoWithColleague();
const soon = { timeout: 5_000 };
let held: HeldInDemo;
let grace: BrowserLike;
/** Each takes their turn, for nobody may post all the time. */
let readers: BrowserLike[];
let anna: BrowserLike;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  grace = await colleague();
  readers = await Promise.all(Array.from({ length: 3 }, () => new BrowserLike(demo.serviceUrl).join()));
}, 90_000);
beforeEach(async () => {
  await sql('delete from appeal');
  anna = readers.shift() as BrowserLike;
  readers.push(anna);
});
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

const statements = async (): Promise<OwnStatement[]> => (await anna.get('/api/v1/me/statements')).body.statements;
const main = () => page.getByRole('main', { name: 'Objections' });
const pane = () => page.getByRole('region', { name: 'Objection' });
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** A comment by Anna that the administrator has rejected, and her objection; the id of the comment. */
async function anObjection(text: string, objection: string): Promise<string> {
  const id = await held.hold(text, anna);
  await held.decide(id, 'reject', 'insult');
  const [statement] = await statements();
  const { status } = await anna.post(`/api/v1/me/statements/${statement?.id}/appeal`, { text: objection });
  if (status !== 201) throw new Error(`no objection: ${status}`);
  return id;
}

async function work(who: 'grace' | 'ada', options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, who === 'ada' ? held.credentials : { email: grace.email, password: 'correct horse battery' });
  await page.getByRole('heading', { name: 'Held' }).waitFor();
  await press('g', 'o');
  await main().waitFor();
}

describe('an objection', () => {
  it('is shown with what was decided, why, and who the reader is, to somebody else than who decided', async () => {
    await anObjection('A _bold_ word.', 'It was a joke.\nReally.');
    await work('grace');
    await pane().getByText('It was a joke.').waitFor();
    for (const text of ['A _bold_ word.', 'The comment was rejected', 'Insults somebody', 'The comment is rejected now.'])
      await pane().getByText(text).waitFor();
    await pane()
      .getByText(/by .*Ada Ministrator/)
      .waitFor();
    await pane()
      .locator('.counts')
      .getByText(/rejected/)
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/sites/demo/appeals');
    await page.context().close();
    await work('ada');
    await page.getByText('No objection waits for you.').waitFor();
  });

  it('comes with the evidence of what the checks found, which is marked in the text', async () => {
    const id = await anObjection('A _bold_ word.', 'It was a joke.');
    const evidence = { excerpts: ['bold'], words: [{ word: 'bold', list: 'Manners' }] };
    await sql(
      `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence)
       values ('${id}', 1, 'watched_words', 1, 'hold', '${JSON.stringify(evidence)}')`,
    );
    await work('grace');
    const found = pane().getByRole('list', { name: 'What the checks found in it' });
    await found.getByText(/Words of the list .*Manners.*bold/).waitFor();
    await pane().locator('.quoted mark').getByText('bold').waitFor();
    expect(await axeViolationsOfPage(page)).toEqual([]);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/appeal.png` });
  });

  it('is upheld in one sentence that is read before, with an answer, by keyboard', async () => {
    await anObjection('Fool.', 'It was a joke.');
    await work('grace');
    await pane().getByText('It was a joke.').waitFor();
    await press('e');
    const dialog = page.getByRole('dialog', { name: 'Let it stand' });
    await dialog.locator('button:focus').getByText('Let it stand').waitFor();
    await dialog.getByText(/What was decided stands/).waitFor();
    expect((await statements())[0]?.appeal?.outcome).toBeNull();
    await press('m');
    await page.keyboard.type('We saw no joke, e or t.');
    await press('Control+Enter');
    await newsSays(/It stands/);
    await page.getByText('No objection waits for you.').waitFor();
    const [statement] = await statements();
    expect(statement).toMatchObject({ isInForce: true, appeal: { outcome: 'upheld', answer: 'We saw no joke, e or t.' } });
  });

  it('is granted by two keys: the comment is there again, and the next is in focus', async () => {
    const id = await anObjection('First.', 'The first was a joke.');
    await anObjection('Second.', 'The second too.');
    await work('grace');
    await pane().getByText('The first was a joke.').waitFor();
    expect(await listedTexts(page)).toEqual(['The first was a joke.', 'The second too.']);
    await press('t');
    await page.getByRole('dialog').locator('button:focus').getByText('Take it back').waitFor();
    await press('Enter');
    await newsSays(/Taken back/);
    await pane().getByText('The second too.').waitFor();
    await until('published', async () => (await held.seenByAll(id)) === 'published');
    await page.locator('[role=listbox]:focus').waitFor();
  });

  it('that a colleague has decided on meanwhile says so, and leaves what is read in its place', async () => {
    await anObjection('Fool.', 'It was a joke.');
    const [statement] = await statements();
    await work('grace');
    await pane().getByText('It was a joke.').waitFor();
    await page.route('**/decision', (route) => route.fulfill({ status: 409, json: { code: 'appeal_decided', detail: '' } }));
    await page.route('**/appeals', (route) => route.fulfill({ json: { appeals: [], nextCursor: null } }));
    await press('t');
    await page.getByRole('dialog').locator('button:focus').getByText('Take it back').waitFor();
    await press('Enter');
    await page.getByRole('dialog').getByText('Somebody has decided on this objection already.').waitFor();
    await press('Escape');
    await page
      .locator('.trouble')
      .getByText(/has decided on this objection/)
      .waitFor();
    await pane().getByText('It was a joke.').waitFor();
    expect(await page.getByRole('button', { name: 'Take it back' }).isDisabled()).toBe(true);
    expect(statement?.appeal?.outcome).toBeNull();
  });

  it('to one’s own decision is refused in words', async () => {
    await anObjection('Fool.', 'It was a joke.');
    await work('grace');
    await pane().getByText('It was a joke.').waitFor();
    await page.route('**/decision', (route) => route.fulfill({ status: 403, json: { code: 'appeal_of_own_decision', detail: '' } }));
    await press('e');
    await page.getByRole('dialog').locator('button:focus').getByText('Let it stand').waitFor();
    await press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/This was your decision/)
      .waitFor();
  });

  it('comes by itself to who has the page open', async () => {
    await work('grace');
    await page.getByText('No objection waits for you.').waitFor();
    await anObjection('Fool.', 'It was a joke.');
    await pane().getByText('It was a joke.').waitFor(soon);
  });

  it('can be looked for again when the objections could not be loaded', async () => {
    await anObjection('Fool.', 'It was a joke.');
    page = await openConsole(browser, demo);
    await page.route('**/appeals', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
    await signIn(page, { email: grace.email, password: 'correct horse battery' });
    await page.getByRole('heading', { name: 'Held' }).waitFor();
    await press('g', 'o');
    await page.getByText('The objections could not be loaded.').waitFor();
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await page.unroute('**/appeals');
    await page.getByRole('button', { name: 'Try again' }).click();
    await pane().getByText('It was a joke.').waitFor();
  });
});

describe.each(['light', 'dark'] as const)('the objections, %s, are for everybody', (colorScheme) => {
  const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);

  it('with one in focus, and its last step', async () => {
    await anObjection('Fool.', 'It was a joke.');
    await work('grace', { colorScheme });
    await pane().locator('.counts').waitFor();
    await isFine();
    await press('t');
    await page.getByRole('dialog').locator('button:focus').waitFor();
    await isFine();
  });

  it.each([400, 768])('with none, at %d pixels', async (width) => {
    await work('grace', { colorScheme, viewport: { width, height: 800 } });
    await page.getByText('No objection waits for you.').waitFor();
    await isFine();
    await anObjection('A_long_word_'.repeat(20), 'It_was_a_joke_'.repeat(20));
    await pane().locator('.counts').waitFor(soon);
    await isFine();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, .top, .list, .held-list, .pane-scroll, .decisions, .news')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
  });
});
