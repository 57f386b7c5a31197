import { NoAnswer, Refusal } from '../api/console-api';
import { Acts } from '../queue/acts';
import { endless } from '../queue/held.builder';
import { aBulk, BulkService } from './bulk.builder';
import { Job } from './job';

const turn = () => new Promise((resolve) => setTimeout(resolve));
const request = { id: 'job', verdict: 'reject', reasonId: 'insult', comments: [{ id: 'a', revision: 1 }] } as const;

let service: BulkService;
let waited: number[];
let told: string[];
let isSeen: boolean;
let acts: Acts;

function aJob(): Job {
  const wait = async (milliseconds: number) => {
    waited.push(milliseconds);
    await turn();
  };
  const desk = { api: service, session: endless, acts, wait, isSeen: () => isSeen };
  return new Job(
    desk,
    { ...request, comments: [...request.comments] },
    {
      onBegun: () => void told.push('begun'),
      onMoved: () => void told.push('moved'),
      onRest: ({ isBegun: isIt }) => void told.push(isIt ? 'rest' : 'not begun'),
    },
  );
}

beforeEach(() => {
  service = new BulkService([aBulk(), aBulk({ decided: 2 }), aBulk({ decided: 2, passedOver: 1, phase: 'done' })]);
  waited = [];
  told = [];
  isSeen = true;
  acts = new Acts();
});

async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) {
    if (condition()) return;
    await turn();
  }
  throw new Error('it does not come to that');
}

describe('a job that was begun here', () => {
  it('is followed until it is done, soon at first and then about once a second', async () => {
    service.views = [aBulk(), aBulk(), aBulk(), aBulk({ decided: 3 }), aBulk({ decided: 3, phase: 'done' })];
    const job = aJob();
    expect(await job.begin()).toBe(true);
    await until(() => told.includes('rest'));
    expect(job.store.getState()).toMatchObject({ view: { phase: 'done' }, problem: null, isUnderWay: false });
    expect(waited).toEqual([150, 350, 1_000, 1_000]);
    expect(service.asked).toEqual(['begin', 'read', 'read', 'read', 'read']);
  });

  it('says when it has moved, and not when it has not', async () => {
    service.views = [aBulk(), aBulk(), aBulk({ decided: 2 }), aBulk({ decided: 2, phase: 'done' })];
    await aJob().begin();
    await until(() => told.includes('rest'));
    expect(told).toEqual(['moved', 'begun', 'moved', 'rest']);
  });

  it('is not asked about while nobody can see the page', async () => {
    isSeen = false;
    const job = aJob();
    await job.begin();
    await until(() => waited.length > 3);
    expect(service.asked).toEqual(['begin']);
    isSeen = true;
    await until(() => told.includes('rest'));
    expect(job.store.getState().view?.phase).toBe('done');
  });

  it('is begun once more under the same id where no answer came, and gives back what it was to decide on meanwhile', async () => {
    const job = aJob();
    service.failure = new NoAnswer();
    expect(await job.begin()).toBe(false);
    expect([job.store.getState(), told]).toMatchObject([{ view: null, problem: { kind: 'noAnswer' } }, ['not begun']]);
    service.failure = null;
    expect(await job.begin()).toBe(true);
    expect(service.requests.map(({ id }) => id)).toEqual(['job', 'job']);
    await until(() => told.includes('rest'));
  });

  it('is heard of again after answers did not come, and given up where it is not there any more', async () => {
    service.views = [aBulk(), aBulk({ decided: 1 })];
    const job = aJob();
    await job.begin();
    service.failure = new NoAnswer();
    await until(() => job.store.getState().problem !== null);
    service.failure = null;
    await until(() => job.store.getState().view?.decided === 1);
    expect(job.store.getState().problem).toBeNull();
    service.failure = new Refusal(404, { code: 'not_found', detail: '' }, null);
    await until(() => told.includes('rest'));
    expect(job.store.getState().problem).toEqual({ kind: 'gone' });
  });

  it('rests while it is paused, and is heard of again when somebody lets it go on', async () => {
    service.views = [
      aBulk(),
      aBulk({ isPaused: true }),
      aBulk({ isPaused: true }),
      aBulk({ decided: 2 }),
      aBulk({ decided: 3, phase: 'done' }),
    ];
    await aJob().begin();
    await until(() => told.filter((one) => one === 'rest').length === 2);
    expect(told).toEqual(['moved', 'begun', 'rest', 'moved', 'moved', 'rest']);
    expect(waited).toEqual([150, 10_000, 10_000, 350]);
  });

  it('is taken back, and followed until it is', async () => {
    const job = aJob();
    await job.begin();
    await until(() => told.includes('rest'));
    service.views = [aBulk({ phase: 'undoing', decided: 2 }), aBulk({ phase: 'undone', decided: 2, undone: 2 })];
    expect(await job.undo()).toBe(true);
    await until(() => job.store.getState().view?.phase === 'undone');
    expect(service.asked.at(-2)).toBe('undo');
  });

  it('is under way until the service has it, so that the page is not left before', async () => {
    const beginning = aJob().begin();
    expect(acts.store.getState().underWay).toBe(1);
    await beginning;
    expect(acts.store.getState().underWay).toBe(0);
  });
});
