import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { CivilComment } from '../../contract/moderation';
import type { ScreeningRule } from '../../contract/screening';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser, sql } = demoWithColleague();
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
const shows = (text: string) => shownText(page).getByText(text, { exact: true }).waitFor();
const lists = (...texts: string[]) =>
  until(`listed are ${texts}`, async () => JSON.stringify(await listedTexts(page)) === JSON.stringify(texts));

async function hold(text: string, rule?: ScreeningRule): Promise<string> {
  const id = await held.hold(text);
  if (rule !== undefined)
    await sql(`insert into finding (comment_id, revision, rule, policy_version, outcome, evidence)
      values ('${id}', 1, '${rule}', 1, 'hold', '{"excerpts": ["evil.example"]}')`);
  return id;
}

/** As another process would after a change. */
const queueMoved = () => sql(`select pg_notify('queue_moved', id::text) from site where key = 'demo'`);

interface Given {
  preferences?: object;
  colorScheme?: 'light' | 'dark';
  clock?: true;
  viewport?: { width: number; height: number };
}

async function enter(given: Given = {}): Promise<void> {
  const { colorScheme = 'light', viewport = { width: 1280, height: 720 } } = given;
  page = await openConsole(browser, demo, { colorScheme, viewport });
  await page.evaluate((kept) => localStorage.setItem('parley-console', kept), JSON.stringify(given.preferences ?? {}));
  if (given.clock) await page.clock.install();
  await page.reload();
  await signIn(page, held.credentials);
  await page.getByRole('combobox', { name: 'What is held' }).waitFor();
}

const card = () => page.getByRole('complementary', { name: 'In between, a good one' });
const kindWords = (number: number) => `Thank you for this article, from which I have learnt something new: ${number}.`;

let areGoodOnesMade = false;

/** Two comments that readers like. */
async function makeGoodOnes(): Promise<void> {
  if (areGoodOnesMade) return;
  areGoodOnesMade = true;
  const thread = { url: `${demo.publisherUrl}/kind`, title: 'Kind words', mode: 'open' };
  const { body } = await held.administrator.send('PUT', '/api/v1/sites/demo/threads/kind', { body: thread });
  const reader = await new BrowserLike(demo.serviceUrl).join('Kind Reader');
  for (const number of [1, 2]) {
    const post = { clientId: randomUUID(), text: kindWords(number) };
    const answer = await reader.post(`/api/v1/threads/${body.id}/comments`, post);
    await sql(`update comment set likes = ${100 - number} where id = '${answer.body.own.id}'`);
  }
  await until('they are listed', async () => {
    const { body: listed } = await held.administrator.get('/api/v1/sites/demo/civil-comments');
    return (listed as CivilComment[]).filter(({ text }) => text.startsWith('Thank you')).length === 2;
  });
}

const rejectShown = async () => {
  await press('r');
  await page.locator('.choice:focus').waitFor();
  await press('1');
};

const prompt = () => page.getByRole('region', { name: 'A break' }).getByRole('status');
/** Minutes pass, with something done in each few of them. */
const work = async (minutes: number) => {
  for (let passed = 0; passed < minutes; passed += 4) {
    await page.clock.fastForward(4 * 60_000);
    await press('j', 'k');
  }
  await page.clock.fastForward(20_000);
};

describe('what is held, by rule', () => {
  it('is one key away for new readers, arrives by itself, is decided on, and has an address', async () => {
    await hold('Plain.');
    const first = await hold('New.', 'new_reader');
    await hold('Linked.', 'links');
    await enter();
    await lists('Plain.', 'New.', 'Linked.');
    await press('g', 'n');
    await lists('New.');
    expect(new URL(page.url()).pathname).toBe('/console/sites/demo/held/new_reader');
    const later = await hold('Newer.', 'new_reader');
    await queueMoved();
    await lists('New.', 'Newer.');
    await press('a');
    await shows('Newer.');
    await until('it is published', async () => (await held.seenByAll(first)) === 'published');
    await page.reload();
    await lists('Newer.');
    await held.decide(later, 'publish');
    await page.getByText('Gone').waitFor();
    await press('j');
    await page.getByText('Nothing of this kind waits.').waitFor();
    await press('g', 'h');
    await lists('Plain.', 'Linked.');
  });

  it('is chosen in its field, or among the commands, and the keyboard goes on in the list', async () => {
    await hold('Plain.');
    await hold('Linked.', 'links');
    await enter();
    await lists('Plain.', 'Linked.');
    await press('/');
    await page.locator('#held-rule:focus').waitFor();
    await page.keyboard.type('Links');
    await lists('Linked.');
    await press('Enter');
    await page.locator('[role=listbox]:focus').waitFor();
    await press('Control+k');
    await page.keyboard.type('held scorer');
    await press('Enter');
    await page.getByText('Nothing of this kind waits.').waitFor();
    await page.goBack();
    await lists('Linked.');
  });
});

describe('blurred comments', () => {
  const blur = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).filter);
  const isBlurred = async (selector: string) => (await blur(selector)) !== 'none';
  const inPane = '.pane-scroll .text';
  const inFocus = '[aria-selected=true] .row-text';

  it('are shown one by one, come blurred, and stay so after a reload until that is switched off', async () => {
    await hold('First.', 'links');
    await hold('Second.');
    await enter();
    await shows('First.');
    expect(await isBlurred(inPane)).toBe(false);
    await press('z');
    for (const selector of [inPane, inFocus, '.evidence']) expect([selector, await isBlurred(selector)]).toEqual([selector, true]);
    await press('Space');
    for (const selector of [inPane, inFocus, '.evidence']) expect([selector, await isBlurred(selector)]).toEqual([selector, false]);
    expect(await isBlurred('[aria-selected=false] .row-text')).toBe(true);
    await press('z');
    expect(await isBlurred(inPane)).toBe(true);
    await press('z', 'j');
    await shows('Second.');
    expect(await isBlurred(inPane)).toBe(true);
    await page.reload();
    await shows('First.');
    expect(await isBlurred(inPane)).toBe(true);
    await press('Control+k');
    await page.keyboard.type('do not blur');
    await press('Enter');
    await until('nothing is blurred', async () => !(await isBlurred(inPane)));
  });

  it('are shown under a pointer that moves, not under one that rests', async () => {
    await hold('First.');
    await hold('Second.');
    await enter({ preferences: { blur: true } });
    await shows('First.');
    const box = await page.locator(inPane).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 12];
    await page.mouse.move(x, y);
    await until('it is shown', async () => !(await isBlurred(inPane)));
    await press('j');
    await shows('Second.');
    expect(await isBlurred(inPane)).toBe(true);
    await page.mouse.move(x + 5, y);
    await until('it is shown', async () => !(await isBlurred(inPane)));
    await page.mouse.move(x, y + 400);
    await until('it is covered', () => isBlurred(inPane));
  });

  it.each(['light', 'dark'] as const)('are for everybody, %s, in the settings too', async (colorScheme) => {
    await hold('First.', 'links');
    await enter({ preferences: { blur: true }, colorScheme });
    await shows('First.');
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await page.getByRole('button', { name: 'Settings' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Blur comments until I ask for them' }).press('Space');
    expect(await isBlurred(inPane)).toBe(false);
    expect(await axeViolationsOfPage(page)).toEqual([]);
  });
});

describe('after a run of bad comments', () => {
  it('a good one stands above the next, which every key is for', async () => {
    await makeGoodOnes();
    const ids: string[] = [];
    for (let number = 1; number <= 12; number += 1) ids.push(await hold(`Bad ${number}.`));
    await enter({ preferences: { civil: true } });
    for (let number = 1; number <= 5; number += 1) {
      await shows(`Bad ${number}.`);
      expect(await card().count()).toBe(0);
      await rejectShown();
    }
    await card().getByText(kindWords(1)).waitFor();
    await shows('Bad 6.');
    await page.locator('[role=status]').getByText('In between, a good one: ').waitFor({ state: 'attached' });
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await press('a');
    await shows('Bad 7.');
    expect(await card().count()).toBe(0);
    await until('the sixth is published', async () => (await held.seenByAll(ids[5] ?? '')) === 'published');

    for (let number = 7; number <= 11; number += 1) {
      await shows(`Bad ${number}.`);
      await rejectShown();
    }
    await card().getByText(kindWords(2)).waitFor();
    await press('Enter');
    expect(await card().count()).toBe(0);
    await shows('Bad 12.');
    await until('the twelfth waits still', async () => (await held.waiting()).map(({ id }) => id).join() === ids[11]);
  }, 120_000);

  it('comes none that was not asked for', async () => {
    for (let number = 1; number <= 6; number += 1) await hold(`Bad ${number}.`);
    await enter();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (let number = 1; number <= 5; number += 1) {
      await shows(`Bad ${number}.`);
      await rejectShown();
    }
    await shows('Bad 6.');
    expect([await card().count(), asked.filter((url) => url.includes('civil')).length]).toEqual([0, 0]);
  });
});

describe('a long shift', () => {
  it('is counted, and a break is proposed without taking the keyboard', async () => {
    for (const text of ['One.', 'Two.', 'Three.']) await hold(text);
    await enter({ clock: true });
    await shows('One.');
    await press('a');
    await shows('Two.');
    await page.getByText('1 decided · 0 min').waitFor();
    await work(52);
    await prompt().getByText('You have decided on 1 comment in 52 minutes. A break?').waitFor();
    await page.locator('[role=listbox]:focus').waitFor();
    expect(await axeViolationsOfPage(page)).toEqual([]);
    await press('Control+k');
    await page.keyboard.type('break later');
    await press('Enter');
    await until('it is gone', async () => (await prompt().textContent()) === '');
    await work(16);
    await prompt().getByText('68 minutes').waitFor();
    const taken = page.getByRole('button', { name: 'I take one' });
    for (let tabs = 0; tabs < 30 && !(await taken.evaluate((button) => button === document.activeElement)); tabs += 1) await press('Tab');
    await press('Enter');
    await page.getByText('1 decided · 0 min').waitFor();
    await page.locator('[role=listbox]:focus').waitFor();
  });

  it('has no such proposal for whoever does not want one, nor after a rest', async () => {
    await hold('One.');
    await enter({ clock: true, preferences: { breaks: false } });
    await shows('One.');
    await work(56);
    await page.getByText('0 decided · 56 min').waitFor();
    expect(await prompt().textContent()).toBe('');
    await page.clock.fastForward(6 * 60_000);
    await press('j');
    await page.getByText('0 decided · 0 min').waitFor();
  });
});

describe('on a telephone', () => {
  const isOver = async (above: string, below: string) => {
    const [one, other] = await Promise.all([above, below].map((selector) => page.locator(selector).boundingBox()));
    if (one == null || other == null) throw new Error(`not shown: ${above}, ${below}`);
    return one.y < other.y + other.height && other.y < one.y + one.height;
  };

  it('a break is proposed beside what is read, and not together with a good comment', async () => {
    await makeGoodOnes();
    const names = ['Tina Telephone', 'Theo Telephone'];
    const writers = await Promise.all(names.map((name) => new BrowserLike(demo.serviceUrl).join(name)));
    for (let number = 1; number <= 6; number += 1) await held.hold(`Bad ${number}.`, writers[number % 2]);
    await enter({ clock: true, preferences: { civil: true }, viewport: { width: 400, height: 700 } });
    await shows('Bad 1.');
    await work(52);
    await prompt()
      .getByText(/A break/)
      .waitFor();
    for (const below of ['.pane', '.decisions', '.news']) expect([below, await isOver('.break-prompt', below)]).toEqual([below, false]);
    expect(await axeViolationsOfPage(page)).toEqual([]);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/break-400.png` });
    for (let number = 1; number <= 5; number += 1) {
      await shows(`Bad ${number}.`);
      await rejectShown();
    }
    await card().waitFor();
    await shows('Bad 6.');
    expect(await page.locator('.break-prompt').isVisible()).toBe(false);
    const isRead = await shownText(page).evaluate((text) => {
      const { left, top, height } = text.getBoundingClientRect();
      return text.contains(document.elementFromPoint(left + 10, top + height / 2));
    });
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/civil-400.png` });
    expect(isRead).toBe(true);
    expect(await axeViolationsOfPage(page)).toEqual([]);
    if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/civil-400.png` });
    await card().getByRole('button', { name: 'Go on' }).click();
    await prompt()
      .getByText(/A break/)
      .waitFor();
    await page.getByRole('button', { name: 'Later' }).click();
    await until('it is gone', async () => (await prompt().textContent()) === '');
  }, 120_000);
});
