import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { layoutShifts, openTab } from '../support/chromium';
import { demoWithColleague } from '../support/demo-with-colleague';
import { aSession, fromPage, type Session } from '../support/frame-reader';
import { until } from '../support/live-reader';
import { ModeratedDemo } from '../support/moderated-demo';

const { demo, browser, colleague } = demoWithColleague();
let moderated: ModeratedDemo;
let page: Page;

beforeAll(async () => {
  moderated = await ModeratedDemo.begin(demo, await colleague());
  await moderated.setMode('premoderated', 'premoderated');
}, 90_000);
afterEach(() => page.context().close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const composer = () => page.getByRole('textbox', { name: 'Your comment', exact: true });
const published = (text: string) => page.getByRole('article').filter({ hasText: text, has: button('Share') });
const panel = () => page.getByRole('region', { name: 'My comments and decisions' });
const isFocused = (element: ReturnType<typeof composer>) => element.evaluate((one) => one === document.activeElement);

/** A reader who has written before. */
async function open(name: string, article = 'night-train'): Promise<void> {
  const storageState = await aSession(browser, demo, name);
  const context = await browser.newContext({ storageState, viewport: { width: 800, height: 2_000 } });
  page = await openTab(context);
  await reload(name, article);
  await fromPage(page, `/api/v1/threads/${await threadId()}/comments`, { clientId: randomUUID(), text: 'My first.' });
}

async function reload(name: string, article = 'night-train'): Promise<void> {
  await page.goto(demo.frameUrl({ article }));
  await button(`${name}: my comments and decisions`).waitFor();
  await page.locator('.reading', { hasText: /\p{N}|^$/u }).waitFor({ state: 'attached' });
}

function threadId(): Promise<string> {
  return page.evaluate(() => JSON.parse(document.getElementById('parley-state')?.textContent ?? '').thread.id);
}

async function post(text: string): Promise<void> {
  await composer().fill(text);
  await button('Post').click();
}

const openDecisions = async (name: string) => {
  await button(`${name}: my comments and decisions`).click();
  await panel().getByRole('tab', { name: 'Decisions' }).click();
};

describe('what was decided about a comment', () => {
  it('is read by its author with the reason, objected to once, and told to be taken back; all by keyboard', async () => {
    await open('Rita Rejected', 'premoderated');
    await post('You are a fool.');
    await page.getByText('Waiting for a moderator.').waitFor();
    const id = (await page.locator('.is-own').getAttribute('id'))?.replace('own-', '') ?? '';
    await moderated.decide(id, 'reject', 'Please speak of the matter.');
    await button('Rita Rejected: my comments and decisions').focus();
    await page.keyboard.press('Enter');
    await panel().getByText('Not published by a moderator').waitFor();
    expect(await isFocused(panel().getByRole('heading', { level: 2 }))).toBe(true);
    expect(await page.getByRole('textbox').count()).toBe(0);
    // Over the way to whom they follow.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const statement = panel().getByRole('article', { name: 'Your comment was not published' });
    await statement.waitFor();
    const said = (await statement.innerText()).split('\n').filter(Boolean);
    expect(said).toEqual(
      expect.arrayContaining(['You are a fool.', 'Insults somebody', 'Please speak of the matter.', 'A moderator saw it']),
    );
    expect(said).toContain('A person; no machine decides here');
    expect(said.join()).toMatch(/In force\..*The house rules of/s);
    await statement.getByRole('button', { name: 'Object' }).press('Enter');
    await page.keyboard.type('It was said to myself.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await statement.getByText('It waits for a person who did not decide the first time.').waitFor();
    expect(await statement.getByRole('button', { name: 'Object' }).count()).toBe(0);
    await moderated.decideAppeal('overturned', 'You are right.');
    await page.keyboard.press('Escape');
    await published('You are a fool.').first().waitFor();
    expect(await isFocused(button('Rita Rejected: my comments and decisions'))).toBe(true);
    await openDecisions('Rita Rejected');
    await statement.getByText('Another person has read it: the decision is taken back.').waitFor();
    await statement.getByText('You are right.').waitFor();
    await statement.getByText('No longer in force.').waitFor();
    await panel().getByRole('tab', { name: 'My comments' }).click();
    await panel().getByText('Published', { exact: true }).waitFor();
  });

  it('is reached from the comment it is about; an objection that was begun stays, and all closes for who logs out', async () => {
    await open('Peter Pages', 'premoderated');
    const body = { clientId: randomUUID(), text: 'You fool.' };
    await moderated.decide((await fromPage(page, `/api/v1/threads/${await threadId()}/comments`, body)).own.id, 'reject');
    await reload('Peter Pages', 'premoderated');
    await button('Not public: show your comment').click();
    await button('Why, and how to object').first().click();
    await panel().getByRole('article').first().waitFor();
    await panel().getByRole('button', { name: 'Object' }).first().click();
    await panel().getByRole('textbox').fill('Not finished yet');
    await button('Back to the conversation').click();
    await until('who came from a comment is back there', () => isFocused(button('Why, and how to object').first()));
    await openDecisions('Peter Pages');
    await panel().getByRole('button', { name: 'Object' }).first().click();
    expect(await panel().getByRole('textbox').inputValue()).toBe('Not finished yet');
    await button('Log out').click();
    await panel().waitFor({ state: 'detached' });
    await composer().waitFor();
  });
});

describe('a reader who was warned', () => {
  it('reads the warning in the place of what they wrote, says so, and it is sent as it was', async () => {
    await open('Wanda Warned');
    await moderated.sanction(page, { kind: 'warn', message: 'Mind your words.' });
    await post('My words, minded.');
    const warning = page.getByRole('group', { name: 'A moderator has warned you.' });
    await warning.getByText('Mind your words.').waitFor();
    await warning.getByText('Incites hatred').waitFor();
    expect(await warning.getByRole('textbox').inputValue()).toBe('My words, minded.');
    await until('the warning has the focus', () => isFocused(warning.getByRole('button').first()));
    await button('I have read this: send my text').click();
    await published('My words, minded.').first().waitFor();
    expect(await composer().inputValue()).toBe('');
  });

  it('does not send a draft by it that was not to be sent, and a reply just as well', async () => {
    await open('Walter Warned');
    await composer().fill('Only a draft.');
    await moderated.sanction(page, { kind: 'warn' });
    await reload('Walter Warned');
    await button(/^A moderator has warned you/).click();
    await button('I have read this').click();
    await until('the composer is back, with the draft', async () => (await composer().inputValue()) === 'Only a draft.');
    await moderated.sanction(page, { kind: 'warn' });
    await button('Reply').first().click();
    const reply = page.getByRole('form', { name: /Your reply/ });
    await reply.getByRole('textbox').fill('A reply.');
    await reply.getByRole('button', { name: 'Reply' }).click();
    await button('I have read this: send my text').click();
    await published('A reply.').first().waitFor();
    expect(await composer().inputValue()).toBe('Only a draft.');
  });
});

describe('a reader who is limited', () => {
  let suspended: Session;

  beforeAll(async () => {
    await open('Sven Suspended');
    await moderated.sanction(page, { kind: 'suspend', endsAt: '2046-12-24T22:58:00Z' });
    suspended = await page.context().storageState();
    await page.context().close();
  });

  it('by a suspension hears of it when they post, keeps the text, and writes on when it ends', async () => {
    await open('Susan Suspended');
    await moderated.sanction(page, { kind: 'suspend', endsAt: new Date(Date.now() + 12_000).toISOString(), message: 'Take a rest.' });
    await post('Once more.');
    const limit = page.getByRole('group', { name: 'You cannot write here until' });
    await limit.getByText('Take a rest.').waitFor();
    expect(await limit.getByRole('textbox').inputValue()).toBe('Once more.');
    await page.locator('.reaction').first().click();
    await page.getByRole('alert').filter({ hasText: 'You cannot take part in the conversations here until' }).waitFor();
    expect(await page.locator('.reaction').first().getAttribute('aria-pressed')).toBe('false');
    await composer().waitFor({ timeout: 25_000 });
    expect(await composer().inputValue()).toBe('Once more.');
    await button('Post').click();
    await published('Once more.').first().waitFor();
  }, 90_000);

  it.each(['en', 'de', 'es', 'fr', 'ar'])(
    'finds why in the place of the composer when the page opens in %s, and nothing moves',
    async (lang) => {
      page = await openTab(await browser.newContext({ storageState: suspended, viewport: { width: 320, height: 4_000 } }));
      await page.goto(demo.frameUrl({ lang }));
      await page.locator('.limit-more').waitFor();
      expect(await layoutShifts(page.mainFrame())).toEqual([]);
      const isWhole = await page.locator('.limit-more').evaluate((more) => more.scrollHeight <= more.clientHeight);
      expect(isWhole).toBe(true);
    },
  );

  it('by a ban is told why wherever they want to write, and led to where they can object', async () => {
    await open('Bruno Banned');
    await moderated.sanction(page, { kind: 'ban', message: 'Enough.' });
    await reload('Bruno Banned');
    await page.getByRole('button', { name: 'You cannot write here any more.' }).click();
    await page.getByText('Enough.').waitFor();
    await page.getByRole('button', { name: 'Reply' }).first().click();
    expect(await page.getByRole('group', { name: 'You cannot write here any more.' }).count()).toBe(2);
    await button('Close').click();
    await page.locator('.reaction').first().click();
    await page.getByRole('alert').filter({ hasText: 'You cannot take part in the conversations here any more.' }).waitFor();
    await button('Why, and how to object').click();
    await panel().getByRole('article', { name: 'You were excluded' }).getByText('A moderator lifts it').waitFor();
    await panel().getByRole('button', { name: 'Object' }).click();
    await panel().getByRole('textbox').fill('I was somebody else.');
    await button('Send the objection').click();
    await panel().getByText('It waits for a person').waitFor();
    await moderated.decideAppeal('overturned', 'So it seems.');
    await button('Back to the conversation').click();
    await openDecisions('Bruno Banned');
    await panel().getByText('the decision is taken back').waitFor();
    await button('Back to the conversation').click();
    await composer().waitFor();
  });

  it('by a hold is told that a moderator reads what they write', async () => {
    await open('Hanna Held');
    await moderated.sanction(page, { kind: 'hold' });
    await reload('Hanna Held');
    await composer().click();
    await page.getByText('A moderator reads your comments before they appear.').waitFor();
    await post('Read me first.');
    await page.getByText('Waiting for a moderator.').waitFor();
  });
});
