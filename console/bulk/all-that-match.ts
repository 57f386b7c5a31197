import { createStore } from 'zustand/vanilla';
import type { BulkRequest } from '../../contract/bulk';
import { type BulkVerdict, bulkVerdicts } from '../../contract/bulk-progress';
import type { ReasonView } from '../../contract/reasons';
import type { CommentCount, CommentFilter } from '../../contract/search';
import { decidesOn } from '../queue/selection';
import type { Session } from '../session/session';
import type { BulkApi } from './bulk-api';

export interface AllThatMatchState {
  verdict: BulkVerdict | null;
  /** With what is written to each author. */
  reason: ReasonView | null;
  message: string;
  /** On how many each verdict would be a decision: missing while it is counted, null where that failed. */
  counts: Partial<Record<BulkVerdict, CommentCount | null>>;
}

interface Whole {
  siteKey: string;
  filter: CommentFilter;
  readerName?: string;
  /** `count`: null where there are more than were counted. */
  decide(request: Omit<BulkRequest, 'id'>, count: number | null): void;
}

/** A decision on everything that a filter matches: the verdict, the reason, and a question before it is made. */
export class AllThatMatch {
  readonly store = createStore<AllThatMatchState>(() => ({ verdict: null, reason: null, message: '', counts: {} }));

  constructor(
    private readonly api: Pick<BulkApi, 'count'>,
    private readonly at: { session: Pick<Session, 'keepGoing'> },
    private readonly whole: Whole,
  ) {
    for (const status of new Set(this.possible.map((verdict) => decidesOn[verdict]))) void this.count(status);
  }

  countAgain(verdict: BulkVerdict): void {
    const { [verdict]: _, ...counts } = this.store.getState().counts;
    this.store.setState({ counts });
    void this.count(decidesOn[verdict]);
  }

  get readerName(): string | undefined {
    return this.whole.readerName;
  }

  /** To whom the message is, while it is written. */
  get authors(): string {
    const { siteKey, filter } = this.whole;
    return JSON.stringify([siteKey, this.store.getState().verdict, filter]);
  }

  /** Which they are. */
  get filter(): CommentFilter {
    return this.whole.filter;
  }

  /** Those that the filter leaves something for. */
  get possible(): readonly BulkVerdict[] {
    const { status } = this.whole.filter;
    return bulkVerdicts.filter((verdict) => status === undefined || status.includes(decidesOn[verdict]));
  }

  /** Without what a verdict cannot be a decision on. */
  filterFor(verdict: BulkVerdict): CommentFilter {
    return { ...this.whole.filter, status: [decidesOn[verdict]] };
  }

  /** Unless there is nothing to decide on. */
  choose(verdict: BulkVerdict): void {
    if (this.store.getState().counts[verdict]?.count !== 0) this.store.setState({ verdict });
  }

  giveReason(reason: ReasonView, message: string): void {
    this.store.setState({ reason, message });
  }

  /** Once it is counted: on what is as it was then. What came, or was decided on, since is for another decision. */
  decide(): void {
    const { verdict, reason, message, counts } = this.store.getState();
    const counted = verdict === null ? null : counts[verdict];
    if (verdict === null || !counted) return;
    const explanation = reason === null ? {} : { reasonId: reason.id, ...(message !== '' && { message }) };
    const filter = { ...this.filterFor(verdict), unchangedSince: counted.countedAt };
    this.whole.decide({ verdict, ...explanation, filter }, counted.isMore ? null : counted.count);
  }

  private async count(status: (typeof decidesOn)[BulkVerdict]): Promise<void> {
    const filter = { ...this.whole.filter, status: [status] };
    const count = await this.at.session.keepGoing(() => this.api.count(filter)).catch(() => null);
    const counted = this.possible.filter((verdict) => decidesOn[verdict] === status).map((verdict) => [verdict, count]);
    this.store.setState(({ counts }) => ({ counts: { ...counts, ...Object.fromEntries(counted) } }));
  }
}
