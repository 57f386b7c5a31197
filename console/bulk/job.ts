import { createStore } from 'zustand/vanilla';
import type { BulkRequest, BulkView } from '../../contract/bulk';
import { type PageProblem, pageProblemOf } from '../pages/page-problem';
import type { Acts } from '../queue/acts';
import type { Session } from '../session/session';
import type { BulkApi } from './bulk-api';

export interface JobState {
  /** As it was last heard of; null until the service has taken it. */
  view: BulkView | null;
  problem: PageProblem | null;
  isUnderWay: boolean;
}

/** What a job is asked for with, and looked at. */
export interface JobDesk {
  api: Pick<BulkApi, 'begin' | 'read' | 'change'>;
  session: Pick<Session, 'keepGoing'>;
  acts: Pick<Acts, 'follow'>;
  /** Until it is looked at again. */
  wait(milliseconds: number): Promise<void>;
  isSeen(): boolean;
}

/** What the list does of which a job decides on some. */
export interface JobTold {
  /** The service has it, perhaps after it was asked again. */
  onBegun(): void;
  /** It has moved. */
  onMoved(): void;
  /** It does nothing more for now. Not begun, as far as is known: it has decided on nothing. */
  onRest(rest: { isBegun: boolean }): void;
}

/** A small one is done before anybody looks up. */
const firstLooksMilliseconds = [150, 350];
const lookEveryMilliseconds = 1_000;
const lookAtPausedEveryMilliseconds = 10_000;
const muchFrom = 100;

export function isAtWork({ phase, isPaused }: Pick<BulkView, 'phase' | 'isPaused'>): boolean {
  return !isPaused && phase !== 'done' && phase !== 'undone';
}

/** What it has decided is not taken back by one key. */
export function isMuch({ decided }: Pick<BulkView, 'decided'>): boolean {
  return decided >= muchFrom;
}

/** One that was begun here, followed until it is done, and while it is taken back. */
export class Job {
  readonly store = createStore<JobState>(() => ({ view: null, problem: null, isUnderWay: false }));
  /** Whether the service has it. */
  begun: Promise<boolean> = Promise.resolve(false);
  private isFollowed = false;

  constructor(
    private readonly desk: JobDesk,
    readonly request: BulkRequest,
    private readonly told: JobTold,
  ) {}

  /** Also again, where no answer came: it is begun once. True when the service has it. */
  begin(): Promise<boolean> {
    this.begun = this.ask(({ api }) => api.begin(this.request)).then((isBegun) => {
      if (isBegun) this.told.onBegun();
      return isBegun;
    });
    return this.begun;
  }

  /** As it is now, whoever let it go on. */
  async look(): Promise<void> {
    await this.lookAfter(0);
  }

  /** What it has not decided yet is not decided any more either. */
  async undo(): Promise<boolean> {
    if (this.store.getState().view === null) return false;
    return this.ask(({ api }) => api.change(this.request.id, 'undo'));
  }

  private async ask(question: (desk: JobDesk) => Promise<BulkView>): Promise<boolean> {
    const { acts, session } = this.desk;
    this.store.setState({ isUnderWay: true, problem: null });
    try {
      this.take(await acts.follow(session.keepGoing(() => question(this.desk))));
      void this.follow();
      return true;
    } catch (error) {
      this.store.setState({ problem: pageProblemOf(error) });
      this.noteRest();
      return false;
    } finally {
      this.store.setState({ isUnderWay: false });
    }
  }

  private async follow(): Promise<void> {
    if (this.isFollowed) return;
    this.isFollowed = true;
    const looks = [...firstLooksMilliseconds];
    while (
      this.mayMove &&
      (await this.lookAfter(this.isPaused ? lookAtPausedEveryMilliseconds : (looks.shift() ?? lookEveryMilliseconds)))
    );
    this.isFollowed = false;
    this.noteRest();
  }

  private noteRest(): void {
    this.told.onRest({ isBegun: this.store.getState().view !== null });
  }

  /** Also while it is paused: it may be let go on elsewhere. */
  private get mayMove(): boolean {
    const { view } = this.store.getState();
    return view !== null && view.phase !== 'done' && view.phase !== 'undone';
  }

  private get isPaused(): boolean {
    return this.store.getState().view?.isPaused === true;
  }

  /** False when there is nothing to hear any more. */
  private async lookAfter(milliseconds: number): Promise<boolean> {
    const { desk } = this;
    await desk.wait(milliseconds);
    if (!desk.isSeen()) return true;
    try {
      this.take(await desk.session.keepGoing(() => desk.api.read(this.request.id)));
      return true;
    } catch (error) {
      const problem = pageProblemOf(error);
      this.store.setState({ problem });
      return problem.kind === 'noAnswer' || problem.kind === 'tooMany';
    }
  }

  private take(view: BulkView): void {
    const { view: before } = this.store.getState();
    this.store.setState({ view, problem: null });
    if (before === null || moved(view) !== moved(before)) this.told.onMoved();
    if (view.isPaused && !before?.isPaused) this.noteRest();
  }
}

function moved({ decided, passedOver, undone }: BulkView): number {
  return decided + passedOver + undone;
}
