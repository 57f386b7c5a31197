import { createStore } from 'zustand/vanilla';
import { isSeen } from '../live/is-seen';
import type { Workplace } from '../workplace';
import { BulkApi } from './bulk-api';
import { isMuch, type Job, type JobDesk } from './job';

interface Begun {
  readerId: string | undefined;
  siteKey: string;
  jobs: BegunJobs;
}

const begunAt = new WeakMap<Workplace, Begun>();

/** What whoever is signed in has begun on a site: it is told on whichever page they are. */
export class BegunJobs implements JobDesk {
  /** `asked`: whether all of it is to be taken back. */
  readonly store = createStore<{ last: Job | null; asked: Job | null }>(() => ({ last: null, asked: null }));
  readonly api: BulkApi;
  readonly session: JobDesk['session'];
  readonly acts: JobDesk['acts'];

  private constructor(private readonly workplace: Workplace) {
    this.api = new BulkApi(workplace.api, workplace.siteKey);
    this.session = workplace.session;
    this.acts = workplace.acts;
  }

  static of(workplace: Workplace): BegunJobs {
    const readerId = workplace.session.store.getState().me?.reader.id;
    const { siteKey } = workplace;
    const begun = begunAt.get(workplace);
    if (begun?.readerId === readerId && begun?.siteKey === siteKey) return begun.jobs;
    const jobs = new BegunJobs(workplace);
    begunAt.set(workplace, { readerId, siteKey, jobs });
    return jobs;
  }

  note(job: Job): void {
    this.store.setState({ last: job });
  }

  dismiss(): void {
    this.store.setState({ last: null });
  }

  /** Once it is begun: at once, unless it is much by now, whoever let it go on. */
  async undo(job: Job): Promise<'asks' | 'done'> {
    if (!(await job.begun)) return 'done';
    await job.look();
    const { view } = job.store.getState();
    if (view !== null && isMuch(view)) {
      this.store.setState({ asked: job });
      this.workplace.show('undoOfJob');
      return 'asks';
    }
    await job.undo();
    return 'done';
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((over) => setTimeout(over, milliseconds));
  }

  isSeen(): boolean {
    return isSeen(this.workplace.session);
  }
}
