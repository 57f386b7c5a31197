import type { Act, Acts, News } from '../queue/acts';
import type { BegunJobs } from './begun-jobs';
import { isMuch, type Job } from './job';
import { texts } from './texts';

interface JobActDesk {
  acts: Pick<Acts, 'tell' | 'add' | 'forget' | 'forgetAll'>;
  jobs: Pick<BegunJobs, 'undo'>;
  /** Where what was not done is told. */
  tellBad(news: News): void;
}

/** A job among what was done last: told, and taken back by one key, unless it is much. */
export class JobAct implements Act {
  private isOffered = false;

  constructor(
    private readonly desk: JobActDesk,
    private readonly job: Job,
    /** On how many, as far as it is known; null where it is not, which may be much. */
    private readonly count: number | null,
  ) {}

  /** It is what was done last. Once, until it is withdrawn. */
  offer(): void {
    const { acts } = this.desk;
    if (this.isOffered) return;
    this.isOffered = true;
    this.tell(this.job.request.verdict);
    // What is much is taken back where the job is told of, which asks first.
    if (this.count === null || isMuch({ decided: this.count })) acts.forgetAll();
    else acts.add(this);
  }

  /** It was not begun. */
  withdraw(): void {
    this.isOffered = false;
    this.desk.acts.forget(this);
    // Whoever has signed in since knows nothing of it.
    if (this.job.store.getState().problem?.kind !== 'somebodyElse') this.desk.tellBad({ ...saying('notBegun'), isBad: true });
  }

  async takeBack(): Promise<void> {
    const { acts, jobs } = this.desk;
    this.tell('takenBack');
    if ((await jobs.undo(this.job)) === 'asks') acts.tell(null);
  }

  private tell(what: keyof typeof texts.en.told): void {
    this.desk.acts.tell(saying(what));
  }
}

function saying(what: keyof typeof texts.en.told): Extract<News, { kind: 'inWords' }> {
  return { kind: 'inWords', author: '', words: { en: texts.en.told[what], de: texts.de.told[what] } };
}
