import { createStore } from 'zustand/vanilla';
import type { ReasonView } from '../../contract/reasons';
import type { MacroView } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import type { Session } from '../session/session';

export interface SiteReasonsState {
  phase: 'loading' | 'ready' | 'failed';
  /** Those that are on, in the order of the site: the first is number 1. */
  reasons: readonly ReasonView[];
  /** Texts for messages to readers. */
  macros: readonly MacroView[];
}

const unknown: SiteReasonsState = { phase: 'loading', reasons: [], macros: [] };

/** What the moderators of one site give as reasons, and write again and again. */
export class SiteReasons {
  readonly store = createStore<SiteReasonsState>(() => unknown);
  private opened = { readerId: '', siteKey: '' };
  private isAsking = false;

  constructor(
    private readonly api: Pick<ConsoleApi, 'reasons' | 'macros'>,
    private readonly session: Pick<Session, 'keepGoing'>,
  ) {}

  /** Somebody comes to a site. */
  async open(readerId: string, siteKey: string): Promise<void> {
    if (this.opened.readerId === readerId && this.opened.siteKey === siteKey) return;
    this.opened = { readerId, siteKey };
    this.isAsking = false;
    this.store.setState(unknown);
    await this.reload();
  }

  /** What is known stays there meanwhile. Asked for whenever somebody is about to choose: an editor may have changed them since. */
  async reload(): Promise<void> {
    if (this.isAsking) return;
    const { opened, api, session } = this;
    this.isAsking = true;
    this.store.setState(({ phase }) => ({ phase: phase === 'ready' ? 'ready' : 'loading' }));
    try {
      const [reasons, macros] = await Promise.all([
        session.keepGoing(() => api.reasons(opened.siteKey)),
        // Nobody needs them to decide.
        session.keepGoing(() => api.macros(opened.siteKey)).catch(() => this.store.getState().macros),
      ]);
      if (opened === this.opened) this.take(reasons, macros);
    } catch {
      if (opened === this.opened) this.store.setState(({ phase }) => ({ phase: phase === 'ready' ? 'ready' : 'failed' }));
    } finally {
      if (opened === this.opened) this.isAsking = false;
    }
  }

  /** The one that a digit means. */
  numbered(digit: string): ReasonView | undefined {
    return this.store.getState().reasons[Number(digit) - 1];
  }

  private take(reasons: readonly ReasonView[], macros: readonly MacroView[]): void {
    this.store.setState({ phase: 'ready', reasons: reasons.filter(({ isOn }) => isOn), macros });
  }
}
