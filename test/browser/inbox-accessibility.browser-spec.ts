import type { Page } from 'playwright-core';
import { axeViolations } from '../support/axe';
import { demoWithColleague } from '../support/demo-with-colleague';
import { FollowedDemo } from '../support/followed-demo';
import { aSession, type Session } from '../support/frame-reader';
import { ModeratedDemo } from '../support/moderated-demo';

const { demo, browser, colleague } = demoWithColleague();
const longWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
/** Names, with an answer and another comment of each. */
const writings = [
  ['Ada Answers', `> ${longWord}\n\nThe timetable says so.`, 'Nobody swims there in winter.'],
  ['Bob Answers', `My ||${longWord}|| was late again.`, `The water is as cold as a ${longWord}.`],
  ['سلمى حداد', 'أتفق معك تمامًا في ما كتبت عن القطار.', 'الماء دافئ بما يكفي في أبريل، وأنا أسبح هناك كل عام.'],
] as const;
let followed: FollowedDemo;
let session: Session;
let newcomer: Session;
let page: Page;

beforeAll(async () => {
  const moderated = await ModeratedDemo.begin(demo, await colleague());
  followed = new FollowedDemo(demo);
  session = await aSession(browser, demo, 'A reader with rather a long name');
  newcomer = await aSession(browser, demo, 'Nora New');
  page = await (await browser.newContext({ storageState: session })).newPage();
  await page.goto(demo.frameUrl());
  const own = await followed.postFrom(page, { text: `Anybody there? ${longWord}` });
  const removed = await followed.postFrom(page, { text: `You fool. ${longWord}` });
  for (const [name, answer, thought] of writings) {
    const writer = await followed.join(name);
    await followed.post(writer, { text: answer, parentId: own });
    await followed.post(writer, { article: 'harbour-bath', text: thought });
    await followed.follow(page, 'reader', await followed.idOf(writer));
  }
  await moderated.decide(removed, 'remove');
  await moderated.sanction(page, { kind: 'warn', message: 'Mind your words.' });
  await page.context().close();
}, 90_000);
afterEach(() => page.context().close());

describe.each([
  ['light', 'en', 900],
  ['dark', 'en', 320],
  ['light', 'ar', 320],
  ['dark', 'ar', 900],
  ['light', 'de', 320],
  ['light', 'es', 320],
  ['light', 'fr', 320],
])('what waits for a reader, %s, in %s, %i pixels wide, is for everybody', (theme, lang, width) => {
  async function open(storageState: Session): Promise<void> {
    page = await (await browser.newContext({ bypassCSP: true, storageState, viewport: { width, height: 900 } })).newPage();
    await page.goto(demo.frameUrl({ theme, lang }));
    await page.locator('button.bell').waitFor();
  }

  async function isFine(): Promise<void> {
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  it('as a number at the bell, among what happened, and in the feed', async () => {
    await open(session);
    await page.locator('.bell-mark').waitFor();
    await isFine();
    await page.locator('button.bell').click();
    await page.locator('.inbox-item').nth(2).waitFor();
    await isFine();
    await page.getByRole('tab').nth(1).click();
    await page.locator('.feed-group article').nth(5).waitFor();
    await isFine();
  });

  it('where there is nothing yet', async () => {
    await open(newcomer);
    await page.locator('button.bell').click();
    await page.locator('.inbox .empty').waitFor();
    await isFine();
    await page.getByRole('tab').nth(1).click();
    await page.locator('.inbox .empty').waitFor();
    await isFine();
  });
});
