import { createStore } from 'zustand/vanilla';
import { maxRemovalHours } from '../../contract/limits';
import type { ReasonView } from '../../contract/reasons';
import { type SanctionKind, type SanctionRequest, type SanctionView, sanctionKinds } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import type { Acts } from '../queue/acts';
import { type Trouble, troubleOf } from '../queue/trouble';
import type { SiteReasons } from '../reasons/site-reasons';
import { type Drafts, messageTo } from '../writing/drafts';
import { type LiftingDesk, takeBackSanction, type Whose } from './lift';
import type { ReaderCards } from './reader-cards';
import { sanctionNews } from './reader-news';

/** One question after the other; `last` says what will happen. */
export type Step = 'kind' | 'end' | 'reason' | 'last';

export interface SanctioningState {
  step: Step;
  kind: SanctionKind;
  /** ISO 8601; of a suspension. */
  endsAt: string | null;
  reasonId: string;
  isEverywhere: boolean;
  /** What was posted in so many goes too; 0: it stays. */
  removalHours: RemovalHours;
  isUnderWay: boolean;
  trouble: Trouble | null;
}

export const suspensionDays = [1, 3, 7, 30] as const;
export const removalHours = [0, 1, 24, maxRemovalHours] as const;
type RemovalHours = (typeof removalHours)[number];
const dayMilliseconds = 24 * 60 * 60_000;
const before: Partial<Record<Step, Step>> = { end: 'kind', reason: 'kind', last: 'reason' };

const begun: SanctioningState = {
  step: 'kind',
  kind: 'warn',
  endsAt: null,
  reasonId: '',
  isEverywhere: false,
  removalHours: 0,
  isUnderWay: false,
  trouble: null,
};

interface Desk extends LiftingDesk {
  api: Pick<ConsoleApi, 'sanction' | 'liftSanction' | 'ask'>;
  acts: Pick<Acts, 'tell' | 'add' | 'follow' | 'forgetAll'>;
  readers: Pick<ReaderCards, 'noteSanction' | 'age'>;
  reasons: Pick<SiteReasons, 'numbered' | 'reload'>;
  drafts: Pick<Drafts, 'of' | 'drop'>;
}

/** A sanction while it is put together. It is only made by its last step, and waits for the answer. */
export class Sanctioning {
  readonly store = createStore(() => begun);
  /** Sent again, it is the same. */
  private id = crypto.randomUUID();

  constructor(
    private readonly desk: Desk,
    readonly whose: Whose,
  ) {}

  /** What a number means in the step that is shown. */
  readonly choose = (digit: string, now = Date.now()): void => {
    const { step } = this.store.getState();
    const kind = sanctionKinds[Number(digit) - 1];
    const days = suspensionDays[Number(digit) - 1];
    if (step === 'kind' && kind !== undefined) this.store.setState({ kind, endsAt: null, step: kind === 'suspend' ? 'end' : 'reason' });
    if (step === 'end' && days !== undefined) this.endAt(new Date(now + days * dayMilliseconds));
    if (step === 'reason') this.give(this.desk.reasons.numbered(digit));
    if (step === 'last') this.removeOf(removalHours[Number(digit) - 1]);
  };

  give(reason: Pick<ReasonView, 'id'> | undefined): void {
    if (reason !== undefined) this.store.setState({ reasonId: reason.id, step: 'last', trouble: null });
  }

  endAt(end: Date): void {
    this.store.setState({ endsAt: end.toISOString(), step: 'reason' });
  }

  reachEverywhere(isEverywhere: boolean): void {
    this.change({ isEverywhere });
  }

  /** What was posted in the last hours. */
  removeOf(hours: RemovalHours | undefined): void {
    if (hours !== undefined) this.change({ removalHours: hours });
  }

  back(): void {
    const { step, kind } = this.store.getState();
    this.change({ step: step === 'reason' && kind === 'suspend' ? 'end' : (before[step] ?? step), trouble: null });
  }

  /** True when it is made. */
  async make(): Promise<boolean> {
    const { step, isUnderWay } = this.store.getState();
    if (step !== 'last' || isUnderWay) return false;
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      this.noteMade(await this.desk.acts.follow(this.send()));
      return true;
    } catch (error) {
      this.noteTrouble(troubleOf(error));
      return false;
    }
  }

  /** Another sanction than the one that may have been sent. */
  private change(change: Partial<SanctioningState>): void {
    if (this.store.getState().isUnderWay) return;
    this.id = crypto.randomUUID();
    this.store.setState(change);
  }

  private send(): Promise<SanctionView> {
    const { api, session, drafts } = this.desk;
    const { siteKey, reader } = this.whose;
    const { kind, endsAt, reasonId, isEverywhere, removalHours: hours } = this.store.getState();
    const message = drafts.of(messageTo(reader.id)).trim();
    const request: SanctionRequest = {
      id: this.id,
      readerId: reader.id,
      kind,
      reasonId,
      ...(endsAt !== null && { endsAt }),
      ...(isEverywhere && { isEverywhere }),
      ...(hours > 0 && { removeCommentsOfHours: hours }),
      ...(message !== '' && { message }),
    };
    return session.keepGoing(() => api.sanction(siteKey, request));
  }

  private noteMade(sanction: SanctionView): void {
    const { desk, whose } = this;
    const { id, name: author } = whose.reader;
    desk.drafts.drop(messageTo(id));
    desk.readers.noteSanction(id, sanction);
    desk.readers.age(id);
    desk.acts.tell(sanctionNews(sanction, author));
    desk.acts.add({ takeBack: () => takeBackSanction(desk, whose, sanction) });
  }

  private noteTrouble(trouble: Trouble): void {
    const isReasonGone = trouble.kind === 'reasonGone';
    if (isReasonGone) void this.desk.reasons.reload();
    // It may have been made.
    this.desk.readers.age(this.whose.reader.id);
    this.store.setState(({ step }) => ({
      isUnderWay: false,
      trouble,
      step: isReasonGone ? 'reason' : step,
    }));
  }
}
