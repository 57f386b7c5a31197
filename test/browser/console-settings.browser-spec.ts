import type { Page } from 'playwright-core';
import type { ReasonView } from '../../contract/reasons';
import type { MacroView } from '../../contract/sanctions';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, openConsole, signIn, tabTo } from '../support/moderator-in-browser';

const { demo, browser } = demoInBrowser();
let held: HeldInDemo;
let page: Page;

beforeAll(async () => {
  held = await HeldInDemo.begin(demo);
  await held.hold('A thought to decide on.');
}, 90_000);
afterEach(async () => {
  expect(await brokenPolicies(page)).toEqual([]);
  await page.context().close();
  for (const { id } of await macros()) await held.administrator.send('DELETE', `/api/v1/sites/demo/macros/${id}`);
  for (const { id, key } of await reasons())
    if (key === null) await held.administrator.send('PATCH', `/api/v1/sites/demo/reasons/${id}`, { body: { isOn: false } });
});

const reasons = async (): Promise<ReasonView[]> => (await held.administrator.get('/api/v1/sites/demo/reasons')).body;
const macros = async (): Promise<MacroView[]> => (await held.administrator.get('/api/v1/sites/demo/macros')).body;
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string) => page.keyboard.type(text);
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);
const says = (text: RegExp) => page.locator('.settings-told [role=status]').getByText(text).waitFor();
const alerts = (text: RegExp) => page.getByRole('alert').getByText(text).waitFor();
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
const digitOf = (name: string) => row(name).locator('kbd').textContent();
const hasKeyboard = (name: RegExp) =>
  until('the keyboard is there', async () => name.test((await page.locator(':focus').getAttribute('aria-label')) ?? ''));

async function atTheSettings(options: Parameters<typeof openConsole>[2] = {}, credentials = held.credentials): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
  await press('g', 'i');
  await page.locator('.settings-rows > li').first().waitFor();
}

async function aMacro(name: string): Promise<void> {
  const { status } = await held.administrator.post('/api/v1/sites/demo/macros', { name, text: 'Please speak of the matter.' });
  if (status !== 201) throw new Error(`no text made: ${status}`);
}

async function shot(name: string): Promise<void> {
  if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}

describe('the reasons of a site', () => {
  it('are worked by keyboard alone: one is added with its number, moved, changed, chosen by moderators, and switched off', async () => {
    await atTheSettings();
    await tabTo(page, /^Name$/);
    await type('Spoils the end');
    await press('Tab');
    await type('House rules, 7');
    await press('Enter');
    await says(/Added: .*Spoils the end/);
    expect(await digitOf('Spoils the end')).toBe('9');
    await until('the form is empty', async () => (await page.getByLabel('Name', { exact: true }).inputValue()) === '');
    await tabTo(page, /^Move up: .*Spoils the end/);
    await press('Enter');
    await says(/Moved: .*Spoils the end/);
    await hasKeyboard(/^Move up: .*Spoils the end/);
    expect(await digitOf('Spoils the end')).toBe('8');
    await tabTo(page, /^Change: .*Spoils the end/);
    await press('Enter', 'Tab');
    await type('Tells the end');
    await press('Enter');
    await says(/Changed: .*Tells the end/);
    await hasKeyboard(/^Change: .*Tells the end/);
    await until('it is so', async () => (await reasons())[7]?.title === 'Tells the end');
    await press('g', 'h');
    await page.getByRole('listbox').waitFor();
    await press('r');
    await page.getByRole('dialog').getByText('Tells the end').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('g', 'i');
    await row('Tells the end').waitFor();
    await tabTo(page, /^On: .*Tells the end/);
    await press('Space');
    await says(/Switched off: .*Tells the end/);
    expect(await row('Tells the end').locator('kbd').count()).toBe(0);
    await until('it is off', async () => (await reasons())[7]?.isOn === false);
  });

  it('lose nothing that was typed when a change is refused, and say why at its field', async () => {
    await atTheSettings();
    const name = page.getByLabel('Name', { exact: true });
    await name.focus();
    await press('Enter');
    await page.getByText('Give the reason a name.').waitFor();
    await isFine();
    await type('Too loud');
    await page.route('**/reasons', (route) =>
      route.fulfill({
        status: 400,
        json: { code: 'invalid_request', detail: '', errors: [{ field: 'title', detail: 'must not be loud' }] },
      }),
    );
    await press('Enter');
    await page.getByText('This cannot stand here: must not be loud.').waitFor();
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.unrouteAll();
    await page.route('**/reasons', (route) => route.abort());
    await press('Enter');
    await alerts(/does not answer/);
    await isFine();
    expect([await name.inputValue(), await row('Too loud').count()]).toEqual(['Too loud', 0]);
    await page.unrouteAll();
    await page.locator('body').focus();
    await name.blur();
    await press('g', 't');
    await page.getByRole('heading', { name: 'Who works here' }).waitFor();
    await press('g', 'i');
    await page.locator('.settings-rows > li').first().waitFor();
    expect(await name.inputValue()).toBe('Too loud');
    await name.fill('');
  });

  it('are as they were when one cannot be switched off, which is said', async () => {
    await atTheSettings();
    await page.route('**/reasons/*', (route) => route.abort());
    const box = page.getByRole('checkbox', { name: /^On: .*Insults somebody/ });
    await box.focus();
    await press('Space');
    await alerts(/does not answer/);
    expect(await box.isChecked()).toBe(true);
  });
});

describe('the texts for messages', () => {
  it('are worked by keyboard alone: one is added, changed, deleted and put back', async () => {
    await atTheSettings();
    await tabTo(page, /^Name of the text$/);
    await type('Off the matter');
    await press('Tab');
    await type('Please speak of the matter.');
    await press('Tab', 'Enter');
    await says(/Added: the text .*Off the matter/);
    await tabTo(page, /^Change: .*Off the matter/);
    await press('Enter', 'Tab', 'Tab', 'Tab');
    await press('Control+End');
    await type('\nThank you.');
    await press('Tab', 'Enter');
    await says(/Changed: the text/);
    await until('it is so', async () => (await macros())[0]?.text === 'Please speak of the matter.\nThank you.');
    await tabTo(page, /^Delete: .*Off the matter/);
    await press('Enter');
    await says(/Deleted: the text/);
    await page
      .locator('button:focus')
      .getByText(/Put back: .*Off the matter/)
      .waitFor();
    await until('it is gone', async () => (await macros()).length === 0);
    await press('Enter');
    await says(/Put back: the text/);
    await until('it is there', async () => (await macros())[0]?.text === 'Please speak of the matter.\nThank you.');
  });

  it('have each a name of its own, and what was typed stays', async () => {
    await aMacro('Off the matter');
    await atTheSettings();
    await page.getByLabel('Name of the text').fill('Off the matter');
    await page.getByLabel('Text', { exact: true }).fill('Another.');
    await press('Tab', 'Enter');
    await page.getByText('There is a text of this name already.').waitFor();
    await page.locator('input[name=name]:focus').waitFor();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Another.');
    await isFine();
  });
});

describe('who follows whom', () => {
  const areListsPublic = async () => (await held.administrator.get('/api/v1/sites/demo/following-settings')).body.areListsPublic;
  const box = () => page.getByRole('checkbox', { name: 'Everybody can see who follows whom' });

  it('is shown to everybody, or not, by keyboard, with what that means', async () => {
    await atTheSettings();
    await box().waitFor();
    expect(await box().isChecked()).toBe(false);
    await page.getByText('also those they followed before').waitFor();
    await box().focus();
    await press('Space');
    await says(/Everybody sees who follows whom from now on/);
    await until('it is set', areListsPublic);
    await isFine();
    await shot('settings-following');
    await page.reload();
    await box().waitFor();
    await until('it is shown', () => box().isChecked());
    await box().focus();
    await press('Space');
    await says(/seen by nobody else any more/);
    await until('it is not set', async () => !(await areListsPublic()));
  });

  it('is as it was when that cannot be changed, which is said', async () => {
    await atTheSettings();
    await page.route('**/following-settings', (route) => route.abort());
    await box().focus();
    await press('Space');
    await alerts(/does not answer/);
    await until('it is off', async () => !(await box().isChecked()));
    expect(await areListsPublic()).toBe(false);
  });

  it('is said in German', async () => {
    await atTheSettings();
    await press('Control+k');
    await type('deutsch');
    await press('Enter');
    await page.getByRole('checkbox', { name: 'Alle können sehen, wer wem folgt' }).waitFor();
    await page.getByText('auch aus der Zeit davor').waitFor();
  });
});

describe('the settings of a site', () => {
  it('are read by a moderator, who changes nothing', async () => {
    const moderator = await new BrowserLike(demo.serviceUrl).join('Grace Keeper');
    const { id } = (await moderator.get('/api/v1/me')).body.reader;
    await held.administrator.send('PUT', `/api/v1/sites/demo/team/${id}`, { body: { role: 'moderator' } });
    await aMacro('Off the matter');
    await atTheSettings({}, { email: moderator.email, password: held.credentials.password });
    await page.getByText('Editors change what is set here; you read it.').waitFor();
    await row('Off the matter').waitFor();
    await page.getByText('Readers see only of themselves whom they follow and who follows them.').waitFor();
    expect(await page.getByRole('main').locator('input, button, textarea, select').count()).toBe(0);
    await isFine();
  });

  it('can be asked for again when they could not be loaded', async () => {
    await atTheSettings();
    await page.route('**/macros', (route) => route.abort());
    await page.reload();
    await alerts(/does not answer/);
    await isFine();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Name of the text').waitFor();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 820],
    ['light', 400],
    ['dark', 400],
    ['light', 320],
  ] as const)('are for everybody: %s, %d pixels wide, with a row open', async (colorScheme, width) => {
    await aMacro('wordwithoutanyend'.repeat(4));
    await atTheSettings({ colorScheme, viewport: { width, height: 800 } });
    await row('wordwithoutanyend').waitFor();
    await isFine();
    await page
      .getByRole('button', { name: /^Change: .*Insults somebody/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await isFine();
    await shot(`settings-${colorScheme}-${width}`);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, main *')]
        .filter(
          (element) =>
            element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'hidden',
        )
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
  });
});
