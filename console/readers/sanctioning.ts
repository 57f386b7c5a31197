import { createStore } from 'zustand/vanilla';
import type { ReasonView } from '../../contract/reasons';
import { type Person, type SanctionKind, type SanctionRequest, type SanctionView, sanctionKinds } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import type { Acts } from '../queue/acts';
import { type Trouble, troubleOf } from '../queue/trouble';
import type { SiteReasons } from '../reasons/site-reasons';
import type { Session } from '../session/session';
import { type Drafts, messageTo } from '../writing/drafts';
import type { ReaderCards } from './reader-cards';

/** One question after the other; `last` says what will happen. */
export type Step = 'kind' | 'end' | 'reason' | 'last';

export interface Sanctioning {
  siteKey: string;
  reader: Person | null;
  step: Step;
  kind: SanctionKind;
  /** ISO 8601; of a suspension. */
  endsAt: string | null;
  reasonId: string;
  isEverywhere: boolean;
  isUnderWay: boolean;
  trouble: Trouble | null;
  /** An answer was lost: it may have been made already. */
  mayBeMade: boolean;
}

export const suspensionDays = [1, 3, 7, 30] as const;
const dayMilliseconds = 24 * 60 * 60_000;
const before: Partial<Record<Step, Step>> = { end: 'kind', reason: 'kind', last: 'reason' };

const begun: Omit<Sanctioning, 'siteKey' | 'reader'> = {
  step: 'kind',
  kind: 'warn',
  endsAt: null,
  reasonId: '',
  isEverywhere: false,
  isUnderWay: false,
  trouble: null,
  mayBeMade: false,
};

interface Desk {
  acts: Pick<Acts, 'tell' | 'add' | 'follow'>;
  readers: Pick<ReaderCards, 'noteSanction' | 'age'>;
  reasons: Pick<SiteReasons, 'numbered' | 'reload'>;
  drafts: Pick<Drafts, 'of' | 'drop'>;
}

/** A sanction while it is put together, and when it is lifted. It is only made by its last step, and waits for the answer. */
export class Sanctions {
  readonly store = createStore<Sanctioning>(() => ({ siteKey: '', reader: null, ...begun }));

  constructor(
    private readonly api: Pick<ConsoleApi, 'sanction' | 'liftSanction' | 'reader' | 'readerId'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    private readonly desk: Desk,
  ) {}

  begin(siteKey: string, reader: Person): void {
    this.store.setState({ siteKey, reader, ...begun });
  }

  /** What a number means in the step that is shown. */
  choose(digit: string, now = Date.now()): void {
    const { step } = this.store.getState();
    const kind = sanctionKinds[Number(digit) - 1];
    const days = suspensionDays[Number(digit) - 1];
    if (step === 'kind' && kind !== undefined) this.store.setState({ kind, endsAt: null, step: kind === 'suspend' ? 'end' : 'reason' });
    if (step === 'end' && days !== undefined) this.endAt(new Date(now + days * dayMilliseconds));
    if (step === 'reason') this.give(this.desk.reasons.numbered(digit));
  }

  give(reason: Pick<ReasonView, 'id'> | undefined): void {
    if (reason !== undefined) this.store.setState({ reasonId: reason.id, step: 'last', trouble: null });
  }

  endAt(end: Date): void {
    this.store.setState({ endsAt: end.toISOString(), step: 'reason' });
  }

  reachEverywhere(isEverywhere: boolean): void {
    this.store.setState({ isEverywhere });
  }

  back(): void {
    const { step, kind, isUnderWay } = this.store.getState();
    if (isUnderWay) return;
    this.store.setState({ step: step === 'reason' && kind === 'suspend' ? 'end' : (before[step] ?? step), trouble: null });
  }

  /** True when it is made. */
  async make(): Promise<boolean> {
    const { step, reader, siteKey, isUnderWay } = this.store.getState();
    if (step !== 'last' || reader === null || isUnderWay) return false;
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      this.noteMade(siteKey, reader, await this.desk.acts.follow(this.send(siteKey, reader)));
      return true;
    } catch (error) {
      this.noteTrouble(troubleOf(error));
      return false;
    }
  }

  async lift(siteKey: string, reader: Person, { id }: Pick<SanctionView, 'id'>): Promise<void> {
    const { acts, readers } = this.desk;
    const author = reader.name;
    try {
      const lifted = await acts.follow(this.session.keepGoing(() => this.api.liftSanction(siteKey, id)));
      readers.noteSanction(reader.id, lifted);
      acts.tell({ kind: 'lifted', author });
    } catch (error) {
      acts.tell({ kind: 'notLifted', author, trouble: troubleOf(error) });
    }
  }

  private async send(siteKey: string, reader: Person): Promise<SanctionView> {
    const { kind, endsAt, reasonId, isEverywhere, mayBeMade } = this.store.getState();
    const message = this.desk.drafts.of(messageTo(reader.id)).trim();
    const request: SanctionRequest = {
      readerId: reader.id,
      kind,
      reasonId,
      ...(endsAt !== null && { endsAt }),
      ...(isEverywhere && { isEverywhere }),
      ...(message !== '' && { message }),
    };
    return this.session.keepGoing(
      async () => (mayBeMade ? await this.findMade(siteKey, request) : undefined) ?? this.api.sanction(siteKey, request),
    );
  }

  /** The same, in force already, by whoever asks for it now. */
  private async findMade(siteKey: string, request: SanctionRequest): Promise<SanctionView | undefined> {
    const { sanctions } = await this.api.reader(siteKey, request.readerId);
    return sanctions.find(
      ({ kind, endsAt, isEverywhere, isInForce, message, madeBy }) =>
        isInForce &&
        madeBy.id === this.api.readerId &&
        kind === request.kind &&
        endsAt === (request.endsAt ?? null) &&
        isEverywhere === (request.isEverywhere ?? false) &&
        message === (request.message ?? null),
    );
  }

  private noteMade(siteKey: string, reader: Person, sanction: SanctionView): void {
    const { acts, readers, drafts } = this.desk;
    drafts.drop(messageTo(reader.id));
    readers.noteSanction(reader.id, sanction);
    readers.age(reader.id);
    this.store.setState(begun);
    acts.tell({ kind: 'sanctioned', author: reader.name, sanction: sanction.kind });
    acts.add({ takeBack: () => this.lift(siteKey, reader, sanction) });
  }

  private noteTrouble(trouble: Trouble): void {
    const isReasonGone = trouble.kind === 'reasonGone';
    if (isReasonGone) void this.desk.reasons.reload();
    this.store.setState(({ step }) => ({
      isUnderWay: false,
      trouble,
      mayBeMade: trouble.kind === 'noAnswer',
      step: isReasonGone ? 'reason' : step,
    }));
  }
}
