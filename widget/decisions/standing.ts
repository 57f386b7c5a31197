import { isRefusedAs } from '../api/parley-api';
import type { Session, SessionState } from '../session/session';
import type { Store } from '../store/store';

export interface StandingWiring {
  state: Store<SessionState>;
  session: Pick<Session, 'refresh' | 'forgetSanction'>;
  acknowledge(statementId: string): Promise<void>;
  /** Runs something after a while. */
  later(run: () => void, milliseconds: number): void;
}

const limitCodes = ['reader_banned', 'reader_suspended', 'warning_unread'];
const pauseMilliseconds = 15_000;
/** Timers take no more than 24 days. */
const longestMilliseconds = 24 * 60 * 60_000;

/** What limits the reader while the page is open: it may come at any time, and end at a known one. */
export class Standing {
  private watched: SessionState['sanction'] = null;
  /** What a warning stopped, to be done as it was once it is acknowledged; by its place. */
  private readonly stopped = new Map<string, () => void>();

  constructor(private readonly wiring: StandingWiring) {
    wiring.state.subscribe(() => this.watch());
  }

  /** A refusal may be the first that is heard of a limit. `again` does what was refused. */
  noteRefused(error: unknown, place?: string, again?: () => void): void {
    if (!limitCodes.some((code) => isRefusedAs(code, error))) return;
    if (place !== undefined && again && isRefusedAs('warning_unread', error)) this.stopped.set(place, again);
    void this.wiring.session.refresh();
  }

  /** Says that the warning was read, and goes on with what it stopped. @throws Refusal, NoAnswer */
  async acknowledge(): Promise<void> {
    const { sanction } = this.wiring.state.get();
    if (sanction?.kind !== 'warn') return;
    await this.wiring.acknowledge(sanction.statement.id);
    const stopped = [...this.stopped.values()];
    this.wiring.session.forgetSanction(sanction);
    // There may be another limit, which is told in the same place.
    await this.wiring.session.refresh();
    if (!isBarred(this.wiring.state.get())) for (const again of stopped) again();
  }

  private watch(): void {
    const { sanction } = this.wiring.state.get();
    if (sanction === this.watched) return;
    this.watched = sanction;
    if (sanction === null) this.stopped.clear();
    if (sanction?.endsAt) this.lookAfter(sanction.endsAt, sanction);
  }

  private lookAfter(endsAt: string, sanction: SessionState['sanction']): void {
    const left = Date.parse(endsAt) - Date.now();
    // The clock of this browser may be ahead of the service's.
    const pause = left > 0 ? Math.min(left, longestMilliseconds) : pauseMilliseconds;
    this.wiring.later(() => void this.lookAgain(endsAt, sanction), pause);
  }

  private async lookAgain(endsAt: string, sanction: SessionState['sanction']): Promise<void> {
    if (sanction !== this.watched) return;
    if (Date.parse(endsAt) <= Date.now()) await this.wiring.session.refresh();
    // It is the same one still where there was no answer.
    if (sanction === this.watched) this.lookAfter(endsAt, sanction);
  }
}

/** Nothing the reader writes is taken. */
export function isBarred({ sanction }: Pick<SessionState, 'sanction'>): boolean {
  return sanction !== null && sanction.kind !== 'hold';
}
