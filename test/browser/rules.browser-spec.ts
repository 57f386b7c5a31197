import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { brokenPolicies, HeldInDemo, openConsole, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
const site = '/api/v1/sites/demo';
const ended = { status: 401, json: { code: 'not_logged_in', detail: '' } };
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  for (const [text, verdict] of [
    ['All mimsy were the borogoves.', 'publish'],
    ['So mimsy, so poor.', 'reject'],
    ['Nothing of that kind.', 'publish'],
    ['See https://a.example and https://b.example', 'publish'],
  ] as const)
    await held.decide(await held.hold(text), verdict, verdict === 'reject' ? 'insult' : undefined);
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

async function goToRules(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Word lists' }).waitFor();
}

async function aList(terms: string[], given: object = {}): Promise<string> {
  const name = `List ${randomUUID().slice(0, 8)}`;
  const { body } = await held.administrator.post(`${site}/word-lists`, { name, language: 'en', outcome: 'hold' });
  await held.administrator.send('PATCH', `${site}/word-lists/${body.id}`, { body: { add: terms, ...given } });
  return name;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const trial = () => page.getByRole('region', { name: 'Tried on the last 30 days' });
const tell = async (locator: Locator) => (await locator.innerText()).replace(/[\u2068\u2069]/g, '');
const cells = async (table: Locator) =>
  Promise.all((await table.getByRole('row').all()).map(async (row) => (await row.locator('th, td').allInnerTexts()).join(' | ')));
const rulesNow = async () => (await held.administrator.get(`${site}/screening`)).body;
const textFromReader = async (text: string) => {
  const thread = { url: `${demo.publisherUrl}/open-talk`, title: 'Open talk', mode: 'open' };
  const { body } = await held.administrator.send('PUT', `${site}/threads/open-talk`, { body: thread });
  const reader = await new BrowserLike(demo.serviceUrl).join(`Reader ${randomUUID().slice(0, 6)}`);
  return (await reader.post(`/api/v1/threads/${body.id}/comments`, { clientId: randomUUID(), text })).body.code;
};

/** With the keyboard alone: from where the focus is to the next that has this name. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let turn = 0; turn < 200; turn += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by the keyboard');
}

describe('the rules of a site', () => {
  it('are changed by the keyboard alone: a list is made, filled, tried, looked at and switched on', async () => {
    await goToRules();
    await tabTo(page.getByLabel('Name'));
    await page.keyboard.type('Nonsense');
    await tabTo(button('Make the list, switched off'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /The list .*Nonsense/ }).waitFor();
    await tabTo(page.getByLabel('Words to add, one a line'));
    await page.keyboard.type('mimsy\nfrumious');
    await tabTo(button('Try on the last 30 days'));
    await page.keyboard.press('Enter');
    await trial()
      .getByText(/comments were looked at/)
      .waitFor();
    expect(await tell(trial().getByText(/The list/))).toBe('The list Nonsense: on');
    const decided = await cells(trial().getByRole('table', { name: 'What people decided on comments that are judged otherwise' }));
    expect(decided).toEqual([
      'Judged | More strictly | More mildly',
      'Published | 1 | 0',
      'Rejected | 1 | 0',
      'Removed | 0 | 0',
      'Left as they were | 0 | 0',
    ]);
    const examples = await cells(trial().getByRole('table', { name: 'Examples: More strictly' }));
    expect(examples.map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'Comment | Change | People | By the check',
      expect.stringMatching(/^So mimsy, so poor\. .* \| Published → Held \| rejected \| watched words$/),
      expect.stringMatching(/^All mimsy were the borogoves\. .* \| Published → Held \| published \| watched words$/),
    ]);
    expect(await textFromReader('How mimsy!')).toBeUndefined();
    await tabTo(button('Switch on'));
    await page.keyboard.press('Enter');
    await trial().getByText('Switched on.').waitFor();
    expect(await textFromReader('How mimsy!')).toBe('comment_may_be_held');
    await button('All rules').click();
    expect(await tell(page.getByText(/A comment with a word of these lists is held/))).toContain('Nonsense');
  });

  it('are tried with other settings, and switched on as they were tried', async () => {
    await goToRules();
    await page.getByLabel('Links that are published').fill('1');
    await button('Try on the last 30 days').click();
    await trial()
      .getByText(/comments were looked at/)
      .waitFor();
    await trial().getByText('https://a.example', { exact: false }).waitFor();
    await button('Switch on').click();
    await trial().getByText('Switched on.').waitFor();
    await page.getByText('A comment with more than 1 link is held.').waitFor();
    expect((await rulesNow()).settings.maxLinks).toBe(1);
  });

  it('that somebody else has changed since are not switched on unseen', async () => {
    await goToRules();
    await page.getByLabel('Links that are published').fill('0');
    await button('Try on the last 30 days').click();
    await button('Switch on').waitFor();
    await held.administrator.send('PATCH', `${site}/screening`, { body: { rejections: 5 } });
    await button('Switch on').click();
    await trial()
      .getByText(/Somebody has changed the rules meanwhile/)
      .waitFor();
    await trial()
      .getByText(/Try it again before it is switched on/)
      .waitFor();
    expect((await rulesNow()).settings.maxLinks).not.toBe(0);
    expect(await page.getByLabel('Links that are published').inputValue()).toBe('0');
  });

  it('keep what was typed when the session ends, when the service does not answer, and on another page', async () => {
    const name = await aList(['slithy']);
    await goToRules();
    await page.getByRole('button', { name }).click();
    const words = page.getByLabel('Words to add, one a line');
    await words.fill('tove\nborogove');
    await page.route('**/word-lists/*', (route) => route.abort());
    await button('Save').click();
    await page.getByText(/The service did not answer/).waitFor();
    expect(await words.inputValue()).toBe('tove\nborogove');
    await page.unrouteAll();
    await page.route('**/word-lists/*', (route) => route.fulfill(ended), { times: 1 });
    await button('Save').click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill(held.credentials.password);
    await page.keyboard.press('Enter');
    await page.getByText('3 words').waitFor();
    expect(await words.inputValue()).toBe('');
    await words.fill('outgrabe');
    await page.getByRole('link', { name: 'Held' }).click();
    await page.getByRole('main', { name: 'Held' }).waitFor();
    await page.goBack();
    await words.waitFor();
    expect(await words.inputValue()).toBe('outgrabe');
  });

  it('are searched within a list, whose words are taken out by marking them', async () => {
    const name = await aList(['brillig', 'slithy', 'wabe'], { isOn: true });
    await goToRules();
    await page.getByRole('button', { name }).click();
    await page.getByLabel('Search in the list').fill('ril');
    await page.getByText('1 word', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'brillig' }).check();
    await button('Switch on without trying').click();
    await page.getByText('0 words').waitFor();
    await page.getByLabel('Search in the list').fill('');
    await page.getByText('2 words').waitFor();
  });

  it('have an outside service that scores texts, whose address and secret are kept until they are forgotten', async () => {
    await goToRules();
    const form = page.getByRole('form', { name: 'An outside service' });
    await form.getByLabel('Address').fill('https://scorer.example/score');
    await form.getByLabel('Secret').fill('hush');
    await form.getByLabel('Held from this score on').fill('7');
    await form.getByRole('button', { name: 'Save the service' }).click();
    expect(await form.getByLabel('Held from this score on').evaluate((field: HTMLInputElement) => field.validity.rangeOverflow)).toBe(true);
    await form.getByLabel('Held from this score on').fill('0.7');
    await form.getByLabel('What it does not score in time').selectOption('Held');
    await form.getByRole('button', { name: 'Save the service' }).click();
    await page.getByText('A service at scorer.example scores each text from 0 to 1. What it gives 0.7 or more is held.').waitFor();
    expect(await form.getByLabel('Secret (empty: the one that is there)').inputValue()).toBe('');
    expect((await held.administrator.get(`${site}/screening/scorer`)).body.scorer).toMatchObject({
      hasSecret: true,
      whenUnreachable: 'hold',
    });
    await form.getByRole('button', { name: 'Forget the service' }).click();
    await page.getByText('No outside service is asked about texts.').waitFor();
  });

  it('are shown to a moderator, who changes nothing', async () => {
    await aList(['slithy'], { isOn: true });
    await goToRules();
    await page.route('**/api/v1/console/me', async (route) => {
      const me = await (await route.fetch()).json();
      const roles = me.sites.map(({ id }: { id: string }) => ({ role: 'moderator', siteId: id }));
      await route.fulfill({ json: { ...me, roles } });
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Word lists' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Try|Switch|Save|Make/ }).count()).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('the rules, %s, are for everybody', (colorScheme) => {
  it.each([400, 768, 1280])('at %d pixels, with all that they show', async (width) => {
    const name = await aList(['mimsy', 'slithy']);
    await goToRules({ colorScheme, viewport: { width, height: 800 } });
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await page.getByRole('button', { name }).click();
    await button('Try on the last 30 days').click();
    await trial()
      .getByText(/comments were looked at/)
      .waitFor();
    expect(await axeViolationsOfPage(page)).toEqual([]);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, .page, .rules > section')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
  });
});
