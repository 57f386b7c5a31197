import type { BulkRequest } from '../../contract/bulk';
import { ConsoleApi, NoAnswer } from '../api/console-api';
import { Acts } from '../queue/acts';
import { comments, endless, HeldService } from '../queue/held.builder';
import { HeldQueue } from '../queue/held-queue';
import { SomebodyElse } from '../session/session';
import { Workplace } from '../workplace';
import { messageOn } from '../writing/drafts';
import { aBulk, BulkService } from './bulk.builder';
import type { Job } from './job';
import { listOfQueue } from './list-of-queue';
import { manyActions, offeredBy } from './many-actions';
import { ManyDesk } from './many-desk';

const turn = () => jest.advanceTimersByTimeAsync(0);
const surroundings = {
  location: { pathname: '/console/sites/demo/held' },
  history: { pushState: () => undefined, replaceState: () => undefined },
  localStorage: { getItem: () => null, setItem: () => undefined },
  navigator: { languages: ['en'] },
} as unknown as Window;

let held: HeldService;
let bulk: BulkService;
let queue: HeldQueue;
let acts: Acts;
let workplace: Workplace;
let jobs: Job[];
/** Those that somebody wants to take back. */
let undone: Job[];
let begun: ConstructorParameters<typeof ManyDesk>[2];
let desk: ManyDesk;
let end: () => void;

const numbers = () => queue.store.getState().items.map(({ comment }) => Number(comment.id.split('-')[1]));
const sent = (): Omit<BulkRequest, 'id'>[] => bulk.requests.map(({ id: _, ...request }) => request);
/** A job rests until it is let go on. */
let goOn: () => void;

beforeEach(async () => {
  // Undo is offered for ten seconds.
  jest.useFakeTimers();
  held = new HeldService(comments(4));
  bulk = new BulkService([aBulk(), aBulk({ decided: 2, phase: 'done' })]);
  workplace = new Workplace(surroundings, Object.assign(new ConsoleApi(), { reasons: async () => [], macros: async () => [] }));
  queue = new HeldQueue(held, endless);
  acts = new Acts();
  jobs = [];
  undone = [];
  const resting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const list = listOfQueue(queue, { acts, status: 'held', verdicts: ['publish', 'reject'], allOf: 'held' });
  begun = {
    api: bulk,
    session: endless,
    acts,
    wait: () => resting,
    isSeen: () => true,
    note: (job: Job) => void jobs.push(job),
    undo: async (job: Job) => {
      undone.push(job);
      return 'done' as const;
    },
  };
  desk = new ManyDesk(workplace, list, begun);
  await queue.open('ada', 'demo');
  end = desk.begin();
});

afterEach(() => jest.useRealTimers());

describe('a decision on what is selected of a queue', () => {
  it('takes it off the list at once and sends it at the revisions that were read', async () => {
    desk.selection.extend(1);
    desk.decide('publish');
    expect([numbers(), desk.selection.comments]).toEqual([[3, 4], []]);
    await turn();
    expect(sent()).toEqual([
      {
        verdict: 'publish',
        comments: [
          { id: 'comment-1', revision: 1 },
          { id: 'comment-2', revision: 1 },
        ],
      },
    ]);
  });

  it('keeps it away while the job is under way, whatever the service lists, and brings back what was passed over', async () => {
    desk.selection.extend(1);
    desk.decide('publish');
    await turn();
    await queue.refresh();
    expect(numbers()).toEqual([3, 4]);
    held.comments = held.comments.slice(1);
    goOn();
    await turn();
    await turn();
    expect(numbers()).toEqual([2, 3, 4]);
  });

  it('asks for the reason of a restriction first, and keeps the message until the service has it', async () => {
    desk.selection.toggle('comment-1');
    desk.decide('reject');
    const asked = desk.store.getState().asked as { authors: string };
    expect([workplace.overlays.getState().open, asked, bulk.requests]).toMatchObject(['bulk', { kind: 'reason', verdict: 'reject' }, []]);
    const { authors } = asked;
    workplace.drafts.keep(messageOn(authors), 'Stop it.');
    bulk.failure = new NoAnswer();
    desk.decideFor('reject', { reasonId: 'insult', message: 'Stop it.' }, authors);
    await turn();
    await turn();
    expect([workplace.drafts.of(messageOn(authors)), numbers()]).toEqual(['Stop it.', [1, 2, 3, 4]]);
    bulk.failure = null;
    desk.decideFor('reject', { reasonId: 'insult', message: 'Stop it.' }, authors);
    await turn();
    expect([workplace.drafts.of(messageOn(authors)), sent().at(-1)]).toMatchObject(['', { reasonId: 'insult', message: 'Stop it.' }]);
  });

  it('has no message to the authors of another selection', () => {
    const authorsOf = (): string => (desk.store.getState().asked as { authors: string }).authors;
    desk.selection.toggle('comment-1');
    desk.decide('reject');
    const authors = authorsOf();
    desk.selection.toggle('comment-2');
    desk.decide('reject');
    expect(authorsOf()).not.toBe(authors);
  });

  it('that was not begun is off, and what it was to decide on is selected again', async () => {
    desk.selection.extend(1);
    bulk.failure = new NoAnswer();
    desk.decide('publish');
    await turn();
    expect(desk.selection.comments.map(({ id }) => id)).toEqual(['comment-1', 'comment-2']);
  });

  it('is what is told, and what undo takes back, also where it is begun after it was tried again', async () => {
    const said = () => (acts.store.getState().news as { words?: { en: string } } | null)?.words?.en;
    const before = jest.fn(async () => undefined);
    acts.add({ takeBack: before });
    bulk.failure = new NoAnswer();
    desk.selection.toggle('comment-1');
    desk.decide('publish');
    expect([said(), acts.store.getState().undoable]).toEqual(['Approving what was chosen.', 2]);
    await turn();
    expect([said(), acts.store.getState().undoable]).toEqual([expect.stringContaining('Nothing was decided'), 1]);
    bulk.failure = null;
    await jobs[0]?.begin();
    expect([said(), acts.store.getState().undoable]).toEqual(['Approving what was chosen.', 2]);
    await acts.undo();
    expect([undone, before.mock.calls.length, said()]).toEqual([jobs, 0, 'Taking back the job.']);
  });

  it('that was not begun is told wherever one has gone meanwhile, and not to somebody else', async () => {
    bulk.failure = new NoAnswer();
    desk.selection.toggle('comment-1');
    desk.decide('publish');
    end();
    await turn();
    expect(workplace.acts.store.getState().news).toMatchObject({ kind: 'inWords', isBad: true });
    workplace.acts.tell(null);
    bulk.failure = new SomebodyElse();
    await jobs[0]?.begin();
    expect(workplace.acts.store.getState().news).toBeNull();
  });

  it('that was not begun selects nothing in another list', async () => {
    bulk.failure = new NoAnswer();
    desk.selection.toggle('comment-1');
    desk.decide('publish');
    end();
    await turn();
    expect(workplace.selected.getState().comments).toBeNull();
    const other = new ManyDesk(workplace, listOfQueue(queue, { acts, status: 'held', verdicts: [], allOf: null }), begun);
    other.begin();
    other.selection.toggle('comment-4');
    await jobs[0]?.begin();
    expect(other.selection.comments.map(({ id }) => id)).toEqual(['comment-4']);
  });

  it('is taken back by undo while that is offered', async () => {
    desk.selection.toggle('comment-1');
    desk.decide('publish');
    await turn();
    expect(acts.store.getState().undoable).toBe(1);
    await acts.undo();
    expect(undone).toEqual(jobs);
  });

  it.each([
    [99, 2],
    [100, 0],
  ])('of %d leaves so much to take back by one key: %d', async (count, undoable) => {
    held.comments = comments(count);
    await queue.refresh();
    await queue.loadMore();
    acts.add({ takeBack: async () => undefined });
    desk.selection.toggle('comment-1');
    workplace.selected.getState().select?.(`comment-${numbers().at(-1)}`, true);
    desk.decide('publish');
    await turn();
    expect([sent()[0]?.comments?.length, acts.store.getState().undoable]).toEqual([count, undoable]);
  });

  it('offers no undo of what was not begun', async () => {
    bulk.failure = new NoAnswer();
    desk.selection.toggle('comment-1');
    desk.decide('publish');
    await turn();
    expect([acts.store.getState().undoable, jobs[0]?.store.getState().problem]).toEqual([0, { kind: 'noAnswer' }]);
  });

  it('loses from the selection what somebody else has decided on', async () => {
    desk.selection.extend(1);
    held.comments = held.comments.slice(1);
    queue.focus('comment-4');
    await queue.refresh();
    expect(desk.selection.comments.map(({ id }) => id)).toEqual(['comment-2']);
  });
});

describe('what there is to do with many', () => {
  it('is possible where it has something to be done to', () => {
    const actions = manyActions(desk);
    const possible = () => offeredBy(actions, ['publish', 'reject']).flatMap(({ id, isPossible }) => (isPossible() ? id : []));
    const always = ['many-select', 'many-selectNext', 'many-selectPrevious'];
    expect(possible()).toEqual([...always, 'many-all']);
    actions.select.perform();
    expect(possible()).toEqual([...always, 'many-clear', 'many-publish', 'many-reject', 'many-all']);
    actions.clear.perform();
    expect(desk.selection.comments).toEqual([]);
  });

  it('is not decide on all where nothing waits', async () => {
    held.comments = [];
    await queue.reload();
    const { all, select } = manyActions(desk);
    expect([all?.isPossible(), select.isPossible()]).toEqual([false, false]);
  });
});
