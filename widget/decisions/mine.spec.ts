import type { MyComment } from '../../contract/conversation';
import type { ListedReport } from '../../contract/reports';
import type { OwnSanction, OwnStatement } from '../../contract/sanctions';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Drafts } from '../drafts/drafts';
import { SafeStorage } from '../drafts/safe-storage';
import { aStorage } from '../drafts/storage.builder';
import { Store } from '../store/store';
import { Mine, type MineState, objectionTo } from './mine';

const aComment = (id: string, given = {}) => ({ id, text: id, ...given }) as MyComment;
const aStatement = (id: string, given = {}) => ({ id, isInForce: true, appeal: null, ...given }) as OwnStatement;

const aReport = (id: string, given = {}) => ({ id, commentId: `of ${id}`, outcome: 'open', ...given }) as ListedReport;

/** With a service that has two comments or reports a page. */
function aMine(sanction: OwnSanction | null = null) {
  const state = new Store<MineState>(null);
  const api = {
    myComments: jest.fn(async (cursor: string | null) =>
      cursor === null
        ? { comments: [aComment('a'), aComment('b')], nextCursor: 'b' as string | null }
        : { comments: [aComment('b', { status: 'removed' }), aComment('c')], nextCursor: null },
    ),
    myStatements: jest.fn(async () => ({ statements: [aStatement('s'), aStatement('t', { isInForce: false })], nextCursor: null })),
    myReports: jest.fn(async (cursor: string | null) =>
      cursor === null
        ? { reports: [aReport('r'), aReport('q')], nextCursor: 'q' as string | null }
        : { reports: [aReport('p')], nextCursor: null },
    ),
    object: jest.fn(async (id: string, text: string) => aStatement(id, { appeal: { text } })),
  };
  const storage = aStorage();
  const drafts = new Drafts(new SafeStorage(() => storage), 'thread');
  const refresh = jest.fn(async () => undefined);
  const asked: (() => void)[] = [];
  const mine = new Mine({ state, api, session: { refresh, sanction }, drafts, logInAgain: (then) => asked.push(then) });
  return { mine, state, api, drafts, refresh, asked };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const ids = (state: Store<MineState>) => state.get()?.comments.items.map(({ id }) => id);

describe('what the reader asks to see of themselves', () => {
  it('is read when it is opened, page by page; what is in two pages comes once, as it is now', async () => {
    const { mine, state, api } = aMine();
    mine.open('comments');
    expect(state.get()?.comments.progress).toBe('reading');
    await settle();
    expect(ids(state)).toEqual(['a', 'b']);
    await mine.read('comments');
    expect(ids(state)).toEqual(['a', 'b', 'c']);
    expect(state.get()?.comments).toMatchObject({ items: [{}, { status: 'removed' }, {}], nextCursor: null, progress: 'read' });
    expect(api.myStatements).not.toHaveBeenCalled();
    mine.show('decisions');
    await settle();
    expect(state.get()?.decisions.items).toHaveLength(2);
  });

  it('can be asked for again when there was no answer, from where it ended', async () => {
    const { mine, state, api } = aMine();
    mine.open('comments');
    await settle();
    api.myComments.mockRejectedValueOnce(new NoAnswer('offline'));
    await mine.read('comments');
    expect([ids(state), state.get()?.comments.progress]).toEqual([['a', 'b'], 'failed']);
    await mine.read('comments');
    expect(api.myComments.mock.calls).toEqual([[null], ['b'], ['b']]);
    expect(ids(state)).toEqual(['a', 'b', 'c']);
  });

  it('is nowhere once it is closed, whatever is answered then', async () => {
    const { mine, state } = aMine();
    mine.open('comments');
    mine.close();
    await settle();
    expect(state.get()).toBeNull();
  });

  it('shows nothing that was asked for before it was closed, not even that it failed', async () => {
    const { mine, state, api } = aMine();
    type Page = Awaited<ReturnType<typeof api.myComments>>;
    const late: { resolve(page: Page): void; reject(error: Error): void }[] = [];
    const answer = () => new Promise<Page>((resolve, reject) => late.push({ resolve, reject }));
    api.myComments.mockImplementationOnce(answer).mockImplementationOnce(answer);
    mine.open('comments');
    mine.close();
    mine.open('comments');
    mine.close();
    mine.open('comments');
    await settle();
    const before = state.get();
    late[0]?.resolve({ comments: [], nextCursor: 'old' });
    late[1]?.reject(new NoAnswer('offline'));
    await settle();
    expect(state.get()).toEqual(before);
    expect(ids(state)).toEqual(['a', 'b']);
  });

  it('asks to log in when the session is over, and is opened again then', async () => {
    const { mine, state, api, asked } = aMine();
    api.myComments.mockRejectedValueOnce(new Refusal(401, { code: 'not_logged_in', detail: '' }, null));
    mine.open('comments');
    await settle();
    mine.close();
    asked[0]?.();
    await settle();
    expect(ids(state)).toEqual(['a', 'b']);
  });

  it.each([
    ['s', 0],
    ['t', 1],
  ])('is compared with what limits the reader: by %s, who is reading is asked %i times', async (id, times) => {
    const { mine, refresh } = aMine({ kind: 'ban', endsAt: null, statement: aStatement(id) });
    mine.open('decisions');
    await settle();
    expect(refresh).toHaveBeenCalledTimes(times);
  });
});

describe('a list that is shown once more', () => {
  const reports = (state: Store<MineState>) => state.get()?.reports.items.map(({ id, outcome }) => `${id} ${outcome}`);

  async function withAllReports() {
    const all = aMine();
    all.mine.open('reports');
    await settle();
    await all.mine.read('reports');
    all.mine.show('comments');
    await settle();
    return all;
  }

  it('stands there as it was while its beginning is read anew, and is then as it is now, with what is new and what came after', async () => {
    const { mine, state, api } = await withAllReports();
    api.myReports.mockResolvedValueOnce({ reports: [aReport('s'), aReport('r', { outcome: 'upheld' })], nextCursor: 'r' });
    mine.show('reports');
    expect(reports(state)).toEqual(['r open', 'q open', 'p open']);
    await settle();
    expect(reports(state)).toEqual(['s open', 'r upheld', 'q open', 'p open']);
    expect(state.get()?.reports).toMatchObject({ nextCursor: null, progress: 'read' });
  });

  it('begins once more where so much is new that nothing of it is known', async () => {
    const { mine, state, api } = await withAllReports();
    api.myReports.mockResolvedValueOnce({ reports: [aReport('v'), aReport('u')], nextCursor: 'u' });
    mine.show('reports');
    await settle();
    expect([reports(state), state.get()?.reports.nextCursor]).toEqual([['v open', 'u open'], 'u']);
  });

  it('stays as it is when there is no answer', async () => {
    const { mine, state, api } = await withAllReports();
    api.myReports.mockRejectedValueOnce(new NoAnswer('offline'));
    mine.show('reports');
    await settle();
    expect([reports(state), state.get()?.reports.progress]).toEqual([['r open', 'q open', 'p open'], 'read']);
  });

  it('is read anew when a comment goes that was reported, while the reports are looked at, and only then', async () => {
    const { mine, api } = await withAllReports();
    const times = () => api.myReports.mock.calls.length;
    const before = times();
    mine.noteGone('of q');
    mine.show('reports');
    await settle();
    expect(times()).toBe(before + 1);
    mine.noteGone('of somebody else');
    expect(times()).toBe(before + 1);
    mine.noteGone('of q');
    expect(times()).toBe(before + 2);
  });
});

describe('an objection', () => {
  it('stands with its statement when it is made, and is no draft any more', async () => {
    const { mine, state, drafts } = aMine();
    mine.open('decisions');
    await settle();
    drafts.put(objectionTo('s'), 'It was a joke.');
    await mine.object('s', 'It was a joke.');
    expect(state.get()?.decisions.items.map(({ appeal }) => appeal?.text)).toEqual(['It was a joke.', undefined]);
    expect(drafts.read(objectionTo('s'))).toBe('');
  });

  it('stays a draft when it is refused', async () => {
    const { mine, drafts, api } = aMine();
    drafts.put(objectionTo('s'), 'It was a joke.');
    api.object.mockRejectedValueOnce(new Refusal(409, { code: 'appeal_made', detail: '' }, null));
    await expect(mine.object('s', 'It was a joke.')).rejects.toThrow(Refusal);
    expect(drafts.read(objectionTo('s'))).toBe('It was a joke.');
  });
});
