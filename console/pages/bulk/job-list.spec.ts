import type { BulkView } from '../../../contract/bulk';
import { NoAnswer } from '../../api/console-api';
import { aBulk } from '../../bulk/bulk.builder';
import { endless } from '../../queue/held.builder';
import { aHistory } from '../../readers/readers.builder';
import { JobList } from './job-list';
import { ReaderNames } from './reader-names';

let jobs: BulkView[];
let asked: string[];
let failure: Error | null;
let before: () => Promise<void>;
let list: JobList;

const state = () => list.store.getState();

beforeEach(async () => {
  jobs = [aBulk({ id: 'newer' }), aBulk({ id: 'older', phase: 'done' })];
  asked = [];
  failure = null;
  before = async () => undefined;
  const answer = async <Answer>(what: string, made: () => Answer): Promise<Answer> => {
    asked.push(what);
    const answered = made();
    await before();
    if (failure !== null) throw failure;
    return answered;
  };
  const api = {
    list: () => answer('list', () => jobs),
    change: (id: string, what: string) => answer(`${what} ${id}`, () => aBulk({ id, isPaused: what === 'pause' })),
  };
  list = new JobList(api, endless);
  await list.look();
});

describe('the list of jobs', () => {
  it('is the newest, and moves as long as one of them does', async () => {
    expect([state().phase, state().jobs.map(({ id }) => id), list.isMoving]).toEqual(['ready', ['newer', 'older'], true]);
    jobs = [aBulk({ isPaused: true }), aBulk({ phase: 'undone' })];
    await list.look();
    expect(list.isMoving).toBe(false);
  });

  it('is looked at once more after the look that is under way, however often it is asked for', async () => {
    await Promise.all([list.look(), list.look(), list.look()]);
    expect(asked).toEqual(['list', 'list', 'list']);
  });

  it('shows at once what a change has made, and nothing older after it', async () => {
    let answerIt = (): void => undefined;
    before = () =>
      new Promise((resolve) => {
        answerIt = resolve;
      });
    const looking = list.look();
    before = async () => undefined;
    await list.change('newer', 'pause');
    expect(state().jobs[0]).toMatchObject({ id: 'newer', isPaused: true });
    answerIt();
    await looking;
    expect(state().jobs[0]).toMatchObject({ isPaused: true });
  });

  it('says that a change was not made until the next, however often it is looked at', async () => {
    failure = new NoAnswer();
    await list.change('newer', 'undo');
    failure = null;
    await list.look();
    expect([state().problem, state().changing.size]).toEqual([{ kind: 'noAnswer' }, 0]);
    await list.change('newer', 'undo');
    expect(state().problem).toBeNull();
  });

  it('keeps what is shown while the service does not answer, and says so for as long', async () => {
    failure = new NoAnswer();
    await list.look();
    expect([state().phase, state().jobs.length, state().lookProblem]).toEqual(['ready', 2, { kind: 'noAnswer' }]);
    failure = null;
    await list.look();
    expect(state().lookProblem).toBeNull();
  });

  it('is tried again where nothing could be shown', async () => {
    failure = new NoAnswer();
    list = new JobList({ list: () => Promise.reject(failure), change: async () => aBulk() }, endless);
    await list.look();
    expect(state().phase).toBe('failed');
    const trying = list.tryAgain();
    expect(state().phase).toBe('loading');
    await trying;
  });
});

describe('the authors that filters mean', () => {
  it('are called by their names, asked for once each', async () => {
    const read: string[] = [];
    const reader = async (_: string, id: string) => {
      read.push(id);
      return aHistory();
    };
    const names = new ReaderNames({ reader }, endless, 'demo');
    await names.look(['anna', 'anna']);
    await names.look(['anna']);
    expect([read, names.store.getState()]).toEqual([['anna'], { anna: aHistory().reader.name }]);
  });
});
