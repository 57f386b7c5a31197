import { Workplace } from '../workplace';
import { BegunJobs } from './begun-jobs';
import { aBulk } from './bulk.builder';
import type { Job } from './job';

const surroundings = {
  location: { pathname: '/console/sites/demo/held' },
  history: { pushState: () => undefined, replaceState: () => undefined },
  localStorage: { getItem: () => null, setItem: () => undefined },
  navigator: { languages: ['en'] },
} as unknown as Window;

describe('a job that was begun', () => {
  it.each([
    [99, 1, null],
    [100, 0, 'undoOfJob'],
  ])('and has decided on %d is taken back at once %d times, or asks first', async (decided, times, open) => {
    const workplace = new Workplace(surroundings);
    const undo = jest.fn(async () => true);
    // As it was last heard of, it had decided on little.
    let view = aBulk({ decided: 1 });
    const look = async () => {
      view = aBulk({ decided });
    };
    const job = { undo, look, begun: Promise.resolve(true), store: { getState: () => ({ view }) } } as unknown as Job;
    const jobs = BegunJobs.of(workplace);
    expect(await jobs.undo(job)).toBe(open === null ? 'done' : 'asks');
    expect([undo.mock.calls.length, workplace.overlays.getState().open]).toEqual([times, open]);
    expect(jobs.store.getState().asked).toBe(open === null ? null : job);
  });
});
