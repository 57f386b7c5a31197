import { createStore } from 'zustand/vanilla';
import type { BulkRequest } from '../../contract/bulk';
import { type BulkVerdict, bulkVerdicts } from '../../contract/bulk-progress';
import type { CommentCount, CommentFilter } from '../../contract/search';
import type { Acts, News } from '../queue/acts';
import type { Explanation } from '../queue/decisions';
import { decidesOn, type Listed, Selection } from '../queue/selection';
import type { Workplace } from '../workplace';
import { messageOn } from '../writing/drafts';
import { AllThatMatch } from './all-that-match';
import type { BegunJobs } from './begun-jobs';
import { BulkApi } from './bulk-api';
import { Job, type JobDesk } from './job';
import { JobAct } from './job-act';

/** A list of comments, of which many can be decided on at once. */
export interface ManyList {
  listed(): readonly Listed[];
  focusedId(): string | null;
  move(by: 1 | -1): void;
  /** Another object whenever it has changed. */
  state(): object;
  /** It has changed. Call what it returns to hear no more. */
  subscribe(hear: () => void): () => void;
  /** Where undo is looked for. */
  acts: Acts;
  /** What there is to decide in it. */
  verdicts: readonly BulkVerdict[];
  /** What all of it is called; null where it is not decided on at once. */
  allOf: 'held' | 'found' | null;
  /** What all of it is, where that can be decided on at once and there is something. */
  all(): AllOfIt | null;
  /** On screen they are decided on. Call what it returns when they are; not begun, they are as they were. */
  take(comments: readonly Listed[], verdict: BulkVerdict): (rest: { isBegun: boolean }) => void;
  /** At what became of what it shows. */
  look(): void;
}

export interface AllOfIt {
  filter: CommentFilter;
  /** As far as it is known. */
  count: Pick<CommentCount, 'count' | 'isMore'> | null;
  /** Of the reader in the filter. */
  readerName?: string;
}

/** What is asked for in the sheet that is open. `authors`: to whom the message is that is written meanwhile. */
type Asked = { kind: 'reason'; verdict: RestrictingVerdict; authors: string } | { kind: 'all'; all: AllThatMatch };

interface Sending {
  /** On how many, as far as it is known; null where it is not. */
  count: number | null;
  authors: string;
  onRest(rest: { isBegun: boolean }): void;
}

export type RestrictingVerdict = Exclude<BulkVerdict, 'publish'>;

/** Somebody has to be told why. */
export function isRestriction(verdict: BulkVerdict): verdict is RestrictingVerdict {
  return verdict !== 'publish';
}

/** Decides on many comments of the list that is shown. */
export class ManyDesk {
  readonly store = createStore<{ asked: Asked | null }>(() => ({ asked: null }));
  readonly selection: Selection;
  private readonly api: BulkApi;
  private isShown = false;

  constructor(
    private readonly workplace: Workplace,
    readonly list: ManyList,
    private readonly jobs: JobDesk & Pick<BegunJobs, 'note' | 'undo'>,
  ) {
    this.selection = new Selection(workplace.selected, list);
    this.api = new BulkApi(workplace.api, workplace.siteKey);
  }

  /** For as long as the list is shown. Call what it returns when it is not any more. */
  begin(): () => void {
    const ends = [this.selection.begin(), this.list.subscribe(() => this.selection.settle())];
    this.isShown = true;
    return () => {
      this.isShown = false;
      for (const end of ends) end();
    };
  }

  /** Of what is selected, those it can be decided on so. */
  selectedFor(verdict: BulkVerdict): readonly Listed[] {
    return this.selection.comments.filter(({ status }) => status === decidesOn[verdict]);
  }

  get possible(): readonly BulkVerdict[] {
    return bulkVerdicts.filter((verdict) => this.selectedFor(verdict).length > 0);
  }

  /** On what is selected; asks for the reason where there has to be one. */
  decide(verdict: BulkVerdict): void {
    if (isRestriction(verdict))
      this.ask({
        kind: 'reason',
        verdict,
        authors: this.selectedFor(verdict)
          .map(({ id }) => id)
          .join(),
      });
    else this.decideFor(verdict, {});
  }

  decideFor(verdict: BulkVerdict, explanation: Explanation, authors = ''): void {
    const comments = this.selectedFor(verdict);
    if (comments.length === 0) return;
    const giveBack = this.list.take(comments, verdict);
    this.selection.drop(comments.map(({ id }) => id));
    const selected = comments.map(({ id, revision }) => ({ id, revision }));
    let isOver = false;
    const onRest = (rest: { isBegun: boolean }): void => {
      if (isOver) this.list.look();
      else giveBack(rest);
      if (!isOver && !rest.isBegun) this.selection.putBack(comments);
      isOver = true;
    };
    this.send({ verdict, ...explanation, comments: selected }, { count: comments.length, authors, onRest });
  }

  askForAll(): void {
    const all = this.list.all();
    if (all === null) return;
    const made: AllThatMatch = new AllThatMatch(this.api, this.workplace, {
      ...all,
      siteKey: this.workplace.siteKey,
      decide: (request, count) => this.send(request, { count, authors: made.authors, onRest: () => undefined }),
    });
    this.ask({ kind: 'all', all: made });
  }

  private ask(asked: Asked): void {
    void this.workplace.reasons.reload();
    this.store.setState({ asked });
    this.workplace.show('bulk');
  }

  private send(request: Omit<BulkRequest, 'id'>, { count, authors, onRest }: Sending): void {
    const { list, jobs, workplace } = this;
    const job: Job = new Job(
      jobs,
      { id: crypto.randomUUID(), ...request },
      {
        onBegun: () => {
          workplace.drafts.drop(messageOn(authors));
          act.offer();
        },
        onMoved: () => list.look(),
        onRest: (rest) => {
          onRest(rest);
          if (!rest.isBegun) act.withdraw();
          workplace.readers.ageAll();
        },
      },
    );
    const tellBad = (news: News): void => (this.isShown ? list.acts : workplace.acts).tell(news);
    const act = new JobAct({ acts: list.acts, jobs, tellBad }, job, count);
    jobs.note(job);
    act.offer();
    void job.begin();
  }
}
