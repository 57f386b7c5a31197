import type { Page } from 'playwright-core';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
}, 90_000);
beforeEach(() => held.decideAll());
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
});

/** The console with these comments in it, the first in focus. */
async function work(...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) ids.push(await held.hold(text));
  page = await openConsole(browser, demo);
  const areReasonsKnown = page.waitForResponse(/\/reasons$/);
  await signIn(page, held.credentials);
  await page.getByText(/\d waiting/).waitFor();
  await areReasonsKnown;
  // Before that a key would be pressed for nobody.
  if (texts.length > 0) await page.locator('[role=listbox]:focus').waitFor();
  return ids;
}

/** The channel tells at once of what others do; until a look is answered, which the returned function allows, the console cannot know. */
async function delayLooks(): Promise<() => void> {
  let mayAnswer = (): void => undefined;
  const allowed = new Promise<void>((resolve) => {
    mayAnswer = resolve;
  });
  await page.route(/\/held/, (route) => allowed.then(() => route.continue()));
  return () => mayAnswer();
}

const shows = (text: string) => shownText(page).getByText(text, { exact: true }).waitFor();
const news = () => page.locator('.news p').textContent();
const newsSays = (text: RegExp) => page.locator('.news p').getByText(text).waitFor();
const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const stillWaiting = async () => (await held.waiting()).map(({ text }) => text);
const waits = (...texts: string[]) => until(texts.join(), async () => JSON.stringify(await stillWaiting()) === JSON.stringify(texts));

describe('the door of the console', () => {
  it('says that a password is wrong, and opens with the right one', async () => {
    page = await openConsole(browser, demo);
    await signIn(page, { ...held.credentials, password: 'wrong horse' });
    await page
      .getByRole('alert')
      .getByText(/do not belong together/)
      .waitFor();
    await page.getByLabel('Password', { exact: true }).fill(held.credentials.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Held' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/sites/demo/held');
  });

  it('says that an account has no rights here', async () => {
    const reader = await new BrowserLike(demo.serviceUrl).join('Nobody of note');
    page = await openConsole(browser, demo);
    await signIn(page, { ...held.credentials, email: reader.email });
    await page
      .getByRole('alert')
      .getByText(/no rights in the console/)
      .waitFor();
  });

  it('says when there were too many tries, and when to come back', async () => {
    page = await openConsole(browser, demo);
    await signIn(page, { email: 'guess@example.org', password: 'guess' });
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await page.locator('button[type=submit][aria-busy=false]').waitFor();
      await page.keyboard.press('Enter');
    }
    await page
      .getByRole('alert')
      .getByText(/again in 15 minutes/)
      .waitFor();
  });

  it('closes behind whoever signs out', async () => {
    await work();
    await press('Control+k');
    await page.keyboard.type('sign out');
    await press('Enter');
    await page.getByLabel('E-mail').waitFor();
    await page.reload();
    await page.getByLabel('E-mail').waitFor();
  });
});

describe('a moderator', () => {
  it('decides several comments by keyboard alone, each gone at once and told to everybody', async () => {
    const [first = '', second = '', third = ''] = await work('First.', 'Second.', 'Third.', 'Fourth.');
    await press('a');
    await shows('Second.');
    await press('r', '2');
    await shows('Third.');
    await press('j');
    await shows('Fourth.');
    await press('k', 'r');
    await page.getByRole('dialog').locator('button:focus').waitFor();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await shows('Fourth.');
    await press('a');
    await page.getByRole('heading', { name: 'Nothing waits for you.' }).waitFor();
    await waits();
    expect(await Promise.all([first, second, third].map((id) => held.seenByAll(id)))).toEqual(['published', 'unknown', 'unknown']);
    const again = await held.administrator.post(`/api/v1/comments/${third}/decisions`, { verdict: 'remove', revision: 1 });
    expect(again.body.lastDecision.reason.key).toBe('threat');
  });

  it('takes decisions back, the last first, and everybody sees what was', async () => {
    const [first = ''] = await work('One.', 'Two.', 'Three.');
    await press('a', 'r', '1');
    await waits('Three.');
    await press('u');
    await shows('Two.');
    await press('u');
    await shows('One.');
    await waits('One.', 'Two.', 'Three.');
    expect(await listedTexts(page)).toEqual(['One.', 'Two.', 'Three.']);
    expect(await held.seenByAll(first)).toBe('unknown');
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  it('does the same by pointing', async () => {
    await work('One.', 'Two.', 'Three.');
    await page.getByRole('option', { name: /Two/ }).click();
    await shows('Two.');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('button', { name: 'Advertises' }).click();
    await shows('Three.');
    await page.getByRole('button', { name: 'Approve' }).click();
    await shows('One.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await shows('Three.');
    await waits('One.', 'Three.');
  });

  it('learns who has decided meanwhile, without losing what is being read', async () => {
    const [first = ''] = await work('Contested.', 'Next.');
    const mayAnswer = await delayLooks();
    await held.decide(first, 'reject', 'advertising');
    await press('a');
    mayAnswer();
    await shows('Next.');
    await newsSays(/came back/);
    expect((await news())?.replace(/[\u2068\u2069]/g, '')).toMatch(
      /^The comment by \w+ Others came back\. Ada Ministrator has decided already: rejected\. Reason: Advertises$/,
    );
    await shows('Next.');
    await press('b');
    await shows('Contested.');
    expect(await page.locator('.trouble').textContent()).toContain('rejected');
    expect(await page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
    await press('j');
    expect(await listedTexts(page)).toEqual(['Next.']);
  });

  it('reads an edited comment as it is before deciding again', async () => {
    const id = await held.hold('Before.');
    page = await openConsole(browser, demo);
    await signIn(page, held.credentials);
    await shows('Before.');
    const mayAnswer = await delayLooks();
    await held.edit(id, 'After.');
    await press('a');
    mayAnswer();
    await page
      .getByText(/Its author has edited it/)
      .first()
      .waitFor();
    await shows('After.');
    await press('a');
    await until('published', async () => (await held.seenByAll(id)) === 'published');
  });

  it('gets a comment back that the service gave no answer to', async () => {
    await work('Lost.', 'Other.');
    await page.route('**/decisions', (route) => route.abort());
    await press('a');
    await newsSays(/did not answer/);
    expect(await listedTexts(page)).toEqual(['Lost.', 'Other.']);
    await shows('Other.');
    await page.unroute('**/decisions');
    await press('b', 'a');
    await waits('Other.');
  });

  it('whose session has ended signs in where they were, and what they decided is sent then', async () => {
    const [first = ''] = await work('Late.', 'Later.');
    // The channel tells that the session has ended; until anything is answered, the console cannot know.
    let mayAnswer = (): void => undefined;
    const pressed = new Promise<void>((resolve) => {
      mayAnswer = resolve;
    });
    await page.route(/\/api\/v1\/(?!console\/session)/, (route) => pressed.then(() => route.continue()));
    await page.evaluate(() => fetch('/api/v1/console/session', { method: 'DELETE' }));
    await press('a');
    mayAnswer();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    expect(await held.seenByAll(first)).toBe('unknown');
    await page.locator('input[name=password]:focus').waitFor();
    await page.keyboard.type(held.credentials.password);
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[role=listbox]:focus').waitFor({ timeout: 5_000 });
    await until('published', async () => (await held.seenByAll(first)) === 'published');
    await shows('Later.');
    await press('a');
    await waits();
  });

  it('sees what is new by itself, and nothing that is being read moves', async () => {
    page = await openConsole(browser, demo);
    await page.clock.install();
    await page.reload();
    await held.hold('Here first.');
    await signIn(page, held.credentials);
    await shows('Here first.');
    const place = await shownText(page).boundingBox();
    await held.hold('New here.');
    await page.clock.runFor(10_000);
    await page.getByRole('option', { name: /New here/ }).waitFor();
    expect(await shownText(page).boundingBox()).toEqual(place);
    await shows('Here first.');
  });

  it('finds the buttons where they were, whatever happens', async () => {
    await work('Short.', `${'Long. '.repeat(600)}`.trim(), 'Last.');
    const places = async () => Promise.all(['Approve', 'Reject', 'Next'].map((name) => page.getByRole('button', { name }).boundingBox()));
    const before = await places();
    await press('a');
    expect(await places()).toEqual(before);
    await press('a', 'u');
    await newsSays(/waits again/);
    expect(await places()).toEqual(before);
    await page.route('**/decisions', (route) => route.abort());
    await press('a');
    await newsSays(/did not answer/);
    expect(await places()).toEqual(before);
  });

  it('goes on reading in the same place when a colleague decides on what is being read', async () => {
    page = await openConsole(browser, demo);
    await page.clock.install();
    await page.reload();
    const id = await held.hold('Being read.');
    await held.hold('The next.');
    await signIn(page, held.credentials);
    await shows('Being read.');
    const place = await shownText(page).boundingBox();
    await held.decide(id, 'reject', 'advertising');
    await page.clock.runFor(10_000);
    await page.getByText(/It does not wait any more/).waitFor();
    expect(await shownText(page).boundingBox()).toEqual(place);
    await press('j');
    await shows('The next.');
    expect(await listedTexts(page)).toEqual(['The next.']);
  });

  it('chooses language and colours, which are kept', async () => {
    await work('Something.');
    for (const command of ['deutsch', 'dunkle']) {
      await press('Control+k');
      await page.keyboard.type(command);
      await press('Enter');
      await page.getByRole('heading', { name: 'Zurückgehalten' }).waitFor();
    }
    await page.reload();
    await page.getByRole('heading', { name: 'Zurückgehalten' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await press('?');
    await page.getByRole('dialog', { name: 'Tasten' }).getByText('Rückgängig').waitFor();
  });

  it('approves nothing by letters that were meant as text', async () => {
    await work('Stays.', 'Stays too.');
    await press('r');
    await page.getByRole('dialog').locator('button:focus').waitFor();
    await press('m');
    await page.keyboard.type('ajkum1');
    expect(await page.getByLabel('Message to the author').inputValue()).toBe('ajkum1');
    await press('Escape', 'Control+k');
    await page.keyboard.type('aa');
    await press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await press('a', 'Escape');
    await page.getByLabel('Language').waitFor({ state: 'detached' });
    expect(await listedTexts(page)).toEqual(['Stays.', 'Stays too.']);
    await waits('Stays.', 'Stays too.');
  });
});
