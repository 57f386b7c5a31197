import type { Page } from 'playwright-core';
import { axeViolations } from '../support/axe';
import type { BrowserLike } from '../support/browser-like';
import { demoInBrowser } from '../support/demo-in-browser';
import { FollowedDemo } from '../support/followed-demo';
import { aSession, type Session } from '../support/frame-reader';
import { until } from '../support/live-reader';

const { demo, browser } = demoInBrowser();
const longName = 'Donaudampfschifffahrtsgesellschaftskapit';
let followed: FollowedDemo;
let administrator: BrowserLike;
let anna: BrowserLike;
let berta: BrowserLike;
let annaId: string;
let commentId: string;
let session: Session;
let page: Page;

beforeAll(async () => {
  followed = new FollowedDemo(demo);
  administrator = await demo.administrator();
  [anna, berta] = [await followed.join('Anna Author'), await followed.join(longName)];
  annaId = await followed.idOf(anna);
  const carla = await followed.join('كارلا');
  for (const by of [berta, carla]) await followed.post(by, { text: 'A thought.' });
  commentId = await followed.post(anna, { text: 'A comment of Anna.' });
  for (const by of [carla, berta]) await by.send('PUT', `/api/v1/sites/demo/follows/reader/${annaId}`);
  await anna.send('PUT', `/api/v1/sites/demo/follows/reader/${await followed.idOf(berta)}`);
  session = await aSession(browser, demo, 'Rita Reader');
}, 90_000);
beforeEach(() => show(true));
afterEach(() => page.context().close());

async function show(areListsPublic: boolean): Promise<void> {
  const { status } = await administrator.send('PUT', '/api/v1/sites/demo/following-settings', { body: { areListsPublic } });
  if (status !== 200) throw new Error(`not set: ${status}`);
}

async function open({ lang = 'en', theme = 'light', width = 800 } = {}): Promise<void> {
  page = await (await browser.newContext({ bypassCSP: true, storageState: session, viewport: { width, height: 900 } })).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(demo.frameUrl({ lang, theme }));
  await page.locator('.reader-name').waitFor();
  await page.locator(`#comment-${commentId} .by`).click();
  await page.locator('.elsewhere-list li').first().waitFor();
}

const region = (name: string | RegExp) => page.getByRole('region', { name, exact: true });
const profile = () => region('Anna Author');
const followers = () => region('Followers of ⁨Anna Author⁩');
const lead = (name: string) => profile().getByRole('button', { name, exact: true });
const focused = () => page.evaluate(() => document.activeElement?.textContent?.replaceAll('\u00a0', ' '));
/** What leads to a list is there behind it, and can take the focus back. */
const isLed = (list: 'follows' | 'followers') => page.locator(`#parley-profile-${list}`).waitFor({ state: 'attached' });
const names = () => page.locator('.own-panel:last-of-type .people-what .by').allTextContents();

describe('who follows a reader, and whom a reader follows', () => {
  it('is read from the profile and left for it again, all by keyboard', async () => {
    await open();
    await lead('2 followers').focus();
    await page.keyboard.press('Enter');
    await followers().getByText('كارلا').waitFor();
    expect(await focused()).toBe('Followers of ⁨Anna Author⁩');
    expect(await names()).toEqual([longName, 'كارلا']);
    expect(await profile().isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await followers().waitFor({ state: 'detached' });
    await until('the focus is back', async () => (await focused()) === '2 followers');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('follows 1');
    await page.keyboard.press('Enter');
    await region('Readers ⁨Anna Author⁩ follows').waitFor();
    await until('she is named', async () => (await names()).join() === longName);
    await page.getByRole('button', { name: 'Back', exact: true }).last().click();
    await until('the focus is back', async () => (await focused()) === 'follows 1');
  });

  it('leads to others, and back through all of them to where it began', async () => {
    await open();
    await lead('2 followers').click();
    await followers().getByRole('button', { name: longName, exact: true }).click();
    await region(longName).getByText('A thought.').waitFor();
    await until('the focus is there', async () => (await focused()) === longName);
    await region(longName).getByRole('button', { name: 'follows 1', exact: true }).click();
    await region(`Readers ⁨${longName}⁩ follows`).getByRole('button', { name: 'Anna Author', exact: true }).click();
    await lead('2 followers').waitFor();
    await page.keyboard.press('Escape');
    await region(`Readers ⁨${longName}⁩ follows`).getByText('Anna Author', { exact: true }).waitFor();
    await until('the focus is in the list', async () => (await focused()) === `Readers ⁨${longName}⁩ follows`);
    await isLed('follows');
    await page.keyboard.press('Escape');
    await until('the focus is in the profile', async () => (await focused()) === 'follows 1');
    await page.keyboard.press('Escape');
    await until('the focus is in the list', async () => (await focused()) === 'Followers of ⁨Anna Author⁩');
    await isLed('followers');
    await page.keyboard.press('Escape');
    await until('the focus is in the profile', async () => (await focused()) === '2 followers');
    await page.keyboard.press('Escape');
    await page.locator('.own-panel').waitFor({ state: 'detached' });
    expect(await page.locator(`#comment-${commentId}`).isVisible()).toBe(true);
  });

  it('is followed from there, which stays so', async () => {
    await open();
    await lead('2 followers').click();
    const follow = page.getByRole('button', { name: 'Follow: كارلا' });
    await follow.click();
    await until('it is done', async () =>
      page.evaluate(async () => (await (await fetch('/api/v1/sites/demo/follows')).json()).follows.length === 1),
    );
    await page.keyboard.press('Escape');
    await lead('2 followers').click();
    await until('it is pressed', async () => (await follow.getAttribute('aria-pressed')) === 'true');
    await follow.click();
    await until('it is taken back', async () =>
      page.evaluate(async () => (await (await fetch('/api/v1/sites/demo/follows')).json()).follows.length === 0),
    );
  });

  it('names oneself without a button, and says where there is nobody', async () => {
    await open();
    await profile().getByRole('button', { name: 'Follow', exact: true }).click();
    await followed.postFrom(page, { text: 'My own.' });
    await lead('3 followers').click();
    await followers().getByText('Rita Reader').waitFor();
    expect(await followers().getByRole('listitem').filter({ hasText: 'Rita Reader' }).locator('.follow-button').count()).toBe(0);
    await followers().getByRole('button', { name: 'كارلا', exact: true }).click();
    await region('كارلا').getByRole('button', { name: '0 followers', exact: true }).click();
    await page.getByText('There is nobody to show.').waitFor();
    await page.evaluate((id) => fetch(`/api/v1/sites/demo/follows/reader/${id}`, { method: 'DELETE' }), annaId);
  });

  it('is read again where it could not be read', async () => {
    await open();
    await page.route('**/followers', (route) => route.abort());
    await lead('2 followers').click();
    await followers().getByRole('alert').getByText('This could not be loaded.').waitFor();
    await page.unroute('**/followers');
    await followers().getByRole('button', { name: 'Try again' }).click();
    await followers().getByText('كارلا').waitFor();
  });

  it('is gone, and what leads to it, when the site shows it no more', async () => {
    await open();
    await show(false);
    await lead('2 followers').click();
    await followers().waitFor({ state: 'detached' });
    await until('the focus is in the profile', async () => (await focused()) === 'Anna Author');
    await profile().getByText('2 followers').waitFor();
    expect(await profile().locator('.profile-facts button').count()).toBe(0);
  });

  it('is nowhere where the site does not show it', async () => {
    await show(false);
    await open();
    await profile().getByText('2 followers').waitFor();
    expect(await profile().locator('.profile-facts button').count()).toBe(0);
  });
});

describe('a reader’s own lists', () => {
  async function openOwn(): Promise<void> {
    await open();
    await page.keyboard.press('Escape');
    await page.locator('.reader-name').click();
    await page.getByRole('button', { name: 'Following and muted' }).click();
    await page.getByText('You follow nobody and nothing yet.').waitFor();
  }

  it('say that everybody can see them', async () => {
    const sentence = 'On this site everybody can see which readers you follow and who follows you.';
    const ritaId = await rita();
    await anna.send('PUT', `/api/v1/sites/demo/follows/reader/${ritaId}`);
    await openOwn();
    await page.getByText(sentence).waitFor();
    await page.getByRole('tab', { name: 'Followers' }).click();
    await page.getByText(`1 reader follows you here. ${sentence}`).waitFor();
    await show(false);
    await page.getByRole('tab', { name: 'Following' }).click();
    await page.getByText(sentence).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Followers' }).click();
    await page.getByText('1 reader follows you here. Only you see who they are.').waitFor();
    await anna.send('DELETE', `/api/v1/sites/demo/follows/reader/${ritaId}`);
  });

  async function rita(): Promise<string> {
    const context = await browser.newContext({ storageState: session });
    const { reader } = await (await context.request.get(`${demo.serviceUrl}/api/v1/me`)).json();
    await context.close();
    return reader.id;
  }
});

describe.each([
  ['light', 'en', 900],
  ['dark', 'en', 320],
  ['light', 'ar', 320],
  ['light', 'de', 320],
  ['light', 'es', 320],
  ['light', 'fr', 320],
])('lists of who follows whom, %s, in %s, %i pixels wide', (theme, lang, width) => {
  async function isFine(name: string): Promise<void> {
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${theme}-${lang}-${width}.png` });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  it('are for everybody', async () => {
    await open({ lang, theme, width });
    await isFine('profile');
    await page.locator('.profile-facts button').first().click();
    await page.locator('.people-list li').nth(1).waitFor();
    await isFine('followers');
    await page.keyboard.press('Escape');
    await page.route('**/profiles/*/follows', (route) => route.fulfill({ json: { readers: [], nextCursor: null } }));
    await page.locator('.profile-facts button').nth(1).click();
    await page.locator('.own-panel [role=status]:not(:empty)').waitFor();
    await isFine('nobody');
  });
});
