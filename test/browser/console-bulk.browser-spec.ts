import type { Page } from 'playwright-core';
import type { BulkView } from '../../contract/bulk';
import { axeViolationsOfPage } from '../support/axe';
import { BrowserLike } from '../support/browser-like';
import { demoWithColleague } from '../support/demo-with-colleague';
import { until } from '../support/live-reader';
import { brokenPolicies, HeldInDemo, listedTexts, openConsole, shownText, signIn } from '../support/moderator-in-browser';

const { demo, browser, sql, colleague } = demoWithColleague();
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

const bulkPath = '/api/v1/sites/demo/bulk';
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFine = async () => expect(await axeViolationsOfPage(page)).toEqual([]);
const newestJob = async (): Promise<BulkView> => (await held.administrator.get(bulkPath)).body[0];
const bar = () => page.getByRole('toolbar', { name: 'Decide on many at once' });
const notice = () => page.getByRole('region', { name: 'The job' });
const noticeSays = (words: string | RegExp) => notice().locator('.job-words').getByText(words).waitFor();
const selectedTexts = () => page.locator('[role=option][aria-checked=true] .row-text').allTextContents();
const waitingTexts = async () => (await held.waiting()).map(({ text }) => text);
/** Where something is, so that it can be seen whether it has moved. */
const placeOf = (selector: string) => page.locator(selector).first().boundingBox();

async function atHeld(options: Parameters<typeof openConsole>[2] = {}): Promise<void> {
  page = await openConsole(browser, demo, options);
  await signIn(page, held.credentials);
  await page.getByRole('main', { name: 'Held' }).waitFor();
}

async function withHeld(...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) ids.push(await held.hold(text));
  await atHeld();
  await until('listed', async () => (await listedTexts(page)).length === texts.length);
  await bar().getByRole('button', { name: 'Select', exact: true }).waitFor();
  return ids;
}

/** So many published ones with a word, found by the search; written as an import would. */
async function published(count: number, word: string): Promise<void> {
  await sql(
    `with place as (select t.id as thread_id from thread t join site s on s.id = t.site_id where s.key = 'demo' and t.article_key = 'night-train'),
          head as (update thread_head set head = head + ${count}, comment_count = comment_count + ${count}
                    where thread_id = (select thread_id from place) returning head, thread_id),
          ids as (select gen_random_uuid() as id, n from generate_series(1, ${count}) n)
     insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body, posted_at)
     select id, head.thread_id, id, 0, (select id from reader where name = 'Anna Others'), gen_random_uuid(), '', 'published',
            head - ${count} + n, head - ${count} + n, '${word} ' || n,
            '[{"type":"paragraph","children":[{"type":"text","value":"${word}"}]}]', now() - interval '1 hour' + n * interval '1 millisecond'
       from ids, head`,
  );
  await until('they can be found', async () => (await countOf(`text=${word}`)) === count);
}

const countOf = async (query: string): Promise<number> =>
  (await held.administrator.get(`/api/v1/sites/demo/comments/count?${query}`)).body.count;

describe('what is selected', () => {
  it('is rejected by a number with a message, and its authors are told; undo brings it back', async () => {
    const [first = ''] = await withHeld('One.', 'Two.', 'Three.', 'Four.');
    await press('x', 'j', 'x', 'Shift+J');
    expect(await selectedTexts()).toEqual(['One.', 'Two.', 'Three.']);
    await bar().getByText('3 selected').waitFor();
    await press('Shift+R');
    await page.getByRole('dialog', { name: 'Why are 3 comments rejected?' }).locator('.choice:focus').waitFor();
    await isFine();
    await press('m');
    await page.keyboard.type('Not 1 of these, x.');
    await press('Control+Enter', '1');
    await until('they left at once', async () => (await listedTexts(page)).join() === 'Four.');
    await noticeSays('3 rejected');
    expect(await newestJob()).toMatchObject({ verdict: 'reject', phase: 'done', decided: 3, message: 'Not 1 of these, x.', filter: null });
    const mine = (await held.author(first).get('/api/v1/me/statements')).body;
    expect(JSON.stringify(mine)).toContain('Not 1 of these, x.');
    expect(await waitingTexts()).toEqual(['Four.']);
    await press('u');
    await noticeSays(/Taken back/);
    await until('they are back', async () => (await listedTexts(page)).join() === 'One.,Two.,Three.,Four.');
    expect((await waitingTexts()).length).toBe(4);
  });

  it('is drawn and shrunk by Shift, cleared by Escape, and moves nothing that is read', async () => {
    await withHeld('One.', 'Two.', 'Three.');
    const places = async () => [
      await placeOf('.pane-scroll'),
      await placeOf('.pane .decisions'),
      await placeOf('.held-list'),
      await placeOf('.news'),
    ];
    await page.locator('.counts').waitFor();
    const before = await places();
    await press('Shift+J', 'Shift+J', 'Shift+K');
    expect(await selectedTexts()).toEqual(['One.', 'Two.']);
    expect(await places()).toEqual(before);
    await press('Escape');
    expect(await selectedTexts()).toEqual([]);
    await press('x', 'a');
    await page
      .locator('.news p')
      .getByText(/Approved/)
      .waitFor();
    expect((await listedTexts(page)).length).toBe(2);
  });

  it('is taken by pointing too, with a check box that is there without a mouse', async () => {
    for (const text of ['One.', 'Two.', 'Three.']) await held.hold(text);
    await atHeld({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true });
    const rows = page.locator('[role=option]');
    await rows.nth(2).locator('.row-check').tap();
    await rows
      .nth(0)
      .locator('.row-check')
      .click({ modifiers: ['Shift'] });
    expect(await selectedTexts()).toEqual(['One.', 'Two.', 'Three.']);
    expect(await rows.nth(1).evaluate((row) => getComputedStyle(row.querySelector('.row-check') as Element, '::before').opacity)).toBe('1');
    await rows.nth(1).locator('.row-check').tap();
    await bar().getByRole('button', { name: 'Approve 2' }).tap();
    await noticeSays('2 approved');
    expect(await listedTexts(page)).toEqual(['Two.']);
  });

  it('is not decided on where it was edited since, and what a colleague looks at is passed over', async () => {
    const [first = '', second = ''] = await withHeld('One.', 'Two.', 'Three.');
    await press('j', 'j');
    await press('x', 'Shift+K', 'Shift+K');
    await bar().getByText('3 selected').waitFor();
    await held.edit(first, 'One more.');
    await bar().getByText('2 selected').waitFor();
    const letGo = await keptByColleague(second);
    await press('Shift+A');
    await noticeSays('1 approved, 1 passed over');
    await until('it came back', async () => (await listedTexts(page)).join() === 'One more.,Two.');
    await letGo();
  });

  it('comes back with why, and once only when it is tried again, where no answer came', async () => {
    await withHeld('One.', 'Two.');
    await page.route('**/bulk', (route) => route.abort());
    await press('Shift+J', 'Shift+A');
    await notice()
      .getByRole('alert')
      .getByText(/not begun. The service does not answer/)
      .waitFor();
    await until('they are back', async () => (await listedTexts(page)).length === 2);
    await page.unrouteAll();
    await notice().getByRole('button', { name: 'Try again' }).press('Enter');
    await noticeSays('2 approved');
    await until('only what is read is left, marked', async () => (await listedTexts(page)).length === 1);
    await page.locator('.row-mark').getByText('Gone').waitFor();
    expect(await waitingTexts()).toEqual([]);
  });
});

/** Somebody else looks at it; call what it returns when they do not any more. */
async function keptByColleague(id: string): Promise<() => Promise<unknown>> {
  const grace = await colleague();
  await grace.post('/api/v1/console/session', { email: grace.email, password: held.credentials.password });
  expect((await grace.send('PUT', `/api/v1/comments/${id}/lease`)).status).toBe(200);
  return () => grace.send('DELETE', `/api/v1/comments/${id}/lease`);
}

describe('everything that matches', () => {
  it('is removed after a question that names verdict, number and filter, paused and gone on, and taken back', async () => {
    const count = 1_500;
    await published(count, 'kakapo');
    await atHeld();
    await press('g', 's');
    await page.locator('[data-search]').waitFor();
    await press('/');
    await page.locator('[data-search]:focus').fill('kakapo');
    await press('Enter');
    await bar().getByRole('button', { name: 'Decide on all that match (1,500)' }).waitFor();
    await press('Shift+E');
    await page.getByText('1,500 comments that are published').waitFor();
    await shoot('all-verdict');
    await isFine();
    await press('3');
    await page.getByRole('dialog', { name: 'Why are they removed?' }).locator('.choice:focus').waitFor();
    await press('6');
    const question = page.getByRole('dialog', { name: 'Remove 1,500 comments?' });
    await question.getByText(/Which: all that is published, with .*kakapo/).waitFor();
    await question.getByText(/Reason: .*Advertises/).waitFor();
    await isFine();
    await shoot('all-question');
    await question.getByRole('button', { name: 'Remove all' }).and(page.locator(':focus')).waitFor();
    await press('Enter');
    await notice().getByRole('progressbar').waitFor();
    await press('g', 'b');
    const job = page.getByRole('list', { name: 'Jobs, the newest first' }).getByRole('listitem').first();
    await job.getByText(/Remove: all that is published, with .*kakapo/).waitFor();
    await press('j', 'p');
    await job
      .getByText(/^Paused/)
      .first()
      .waitFor();
    expect(await newestJob()).toMatchObject({ isPaused: true });
    expect((await newestJob()).decided).toBeLessThan(count);
    await shoot('jobs-paused');
    await isFine();
    await press('p');
    await job.getByText('1,500 removed').first().waitFor({ timeout: 50_000 });
    expect(await countOf('text=kakapo&status=published')).toBe(0);
    await press('u');
    await page
      .getByRole('dialog', { name: 'Take back the whole job?' })
      .getByText(/1,500 comments become what they were before/)
      .waitFor();
    await isFine();
    await shoot('undo-sheet');
    await press('Enter');
    await job.getByText('Taken back: 1,500').first().waitFor({ timeout: 50_000 });
    expect(await countOf('text=kakapo&status=published')).toBe(count);
  }, 150_000);

  it('leaves the search as it is decided on, but for what is being read', async () => {
    await published(30, 'takahe');
    await atHeld();
    await page.goto(`${demo.serviceUrl}/console/sites/demo/search?text=takahe&status=published`);
    await shownText(page).getByText('takahe').waitFor();
    await bar().getByRole('button', { name: 'Decide on all that match (30)' }).waitFor();
    await press('Shift+E');
    await page.getByText('30 comments that are published').waitFor();
    await press('1');
    await page.getByRole('dialog', { name: 'Why are they removed?' }).locator('.choice:focus').waitFor();
    await press('1');
    await page.getByRole('dialog', { name: 'Remove 30 comments?' }).waitFor();
    await press('Enter');
    await noticeSays('30 removed');
    await until('one is left', async () => (await listedTexts(page)).length === 1);
    await page.locator('.found-status').getByText('It is removed now.').waitFor();
    await press('u');
    await until('they are back', async () => (await listedTexts(page)).length === 30);
    await page.locator('.found-status').getByText('It is published now.').waitFor();
  });

  it('is all that is held, on the page of what is held', async () => {
    await withHeld('One.', 'Two.', 'Three.');
    await press('Shift+E');
    await page.getByText('3 comments that are held').first().waitFor();
    await press('1');
    const question = page.getByRole('dialog', { name: 'Approve 3 comments?' });
    await question.getByText('Which: all that is held.').waitFor();
    await question.getByRole('button', { name: 'Approve all' }).and(page.locator(':focus')).waitFor();
    await press('Enter');
    await noticeSays('3 approved');
    await page
      .locator('.trouble')
      .getByText(/does not wait any more/)
      .waitFor();
    expect(await listedTexts(page)).toEqual(['One.']);
  });
});

describe('what is selected elsewhere', () => {
  it('is removed among the reported, with a reason, and its reports are upheld', async () => {
    for (const text of ['Bad.', 'Worse.', 'Fine.']) await aReported(text);
    await atHeld();
    await press('g', 'p');
    await bar().getByRole('button', { name: 'Select', exact: true }).waitFor();
    const [first = '', second = '', third = ''] = await listedTexts(page);
    await press('x', 'Shift+J');
    expect(await selectedTexts()).toEqual([first, second]);
    await isFine();
    await press('Shift+D');
    await page.getByRole('dialog', { name: 'Why are 2 comments removed?' }).locator('.choice:focus').waitFor();
    await press('1');
    await noticeSays('2 removed');
    expect(await listedTexts(page)).toEqual([third]);
    const open = (await held.administrator.get('/api/v1/sites/demo/reported')).body.comments;
    expect(open.map(({ text }: { text: string }) => text)).toEqual([third]);
    await press('u');
    await noticeSays(/Taken back/);
    await until('they are back', async () => (await listedTexts(page)).length === 3);
  });

  it('is decided on in the search by what each is, and what is decided for good is not selected', async () => {
    await published(2, 'kereru');
    const ids = await Promise.all(['Kereru waits.', 'Kereru waited.'].map((text) => held.hold(text)));
    await held.decide(ids[1] ?? '', 'reject', 'insult');
    await until('all can be found', async () => (await countOf('text=kereru')) === 4);
    await atHeld();
    await page.goto(`${demo.serviceUrl}/console/sites/demo/search?text=kereru`);
    await bar().getByRole('button', { name: 'Decide on all that match (4)' }).waitFor();
    expect(await page.locator('[role=option][aria-checked]').count()).toBe(3);
    await press('Shift+J', 'Shift+J', 'Shift+J');
    await bar().getByText('3 selected').waitFor();
    await isFine();
    await bar().getByRole('button', { name: 'Remove 2' }).waitFor();
    await press('Shift+A');
    await noticeSays('1 approved');
    await bar().getByText('2 selected').waitFor();
    expect(await countOf('text=kereru&status=published')).toBe(3);
  });
});

/** A published comment that somebody has reported. */
async function aReported(text: string): Promise<void> {
  const id = await held.hold(text);
  await held.decide(id, 'publish');
  const reporter = await new BrowserLike(demo.serviceUrl).join();
  const { status } = await reporter.post(`/api/v1/comments/${id}/reports`, { reasonId: held.reasonId('insult'), text: 'Look at it.' });
  expect(status).toBe(201);
}

describe('the page of the jobs', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 820],
  ] as const)('is for everybody: %s, %d pixels wide', async (colorScheme, width) => {
    for (const text of ['One.', 'Two.', `Three ${'wordwithoutanyend'.repeat(20)}`]) await held.hold(text);
    await atHeld({ colorScheme, viewport: { width, height: 800 } });
    await bar().getByRole('button', { name: 'Select', exact: true }).waitFor();
    await press('x', 'Shift+J');
    await page.locator('.counts').waitFor();
    await isFine();
    await shoot(`held-many-${colorScheme}-${width}`);
    await press('Shift+R');
    await page.getByRole('dialog', { name: 'Why are 2 comments rejected?' }).locator('.choice:focus').waitFor();
    await shoot(`held-reason-${colorScheme}-${width}`);
    await press('2');
    await noticeSays('2 rejected');
    await isFine();
    await shoot(`held-notice-${colorScheme}-${width}`);
    await press('Shift+E');
    await page.getByText('1 comment that is held').first().waitFor();
    await isFine();
    await shoot(`held-all-${colorScheme}-${width}`);
    await press('Escape');
    await press('g', 'b');
    await page.getByText('2 rejected').first().waitFor();
    await isFine();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, .many, .jobs')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide).toEqual([]);
    await shoot(`jobs-${colorScheme}-${width}`);
  });
});

async function shoot(name: string): Promise<void> {
  if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}
