import { createStore } from 'zustand/vanilla';
import type { ConsoleApi } from '../../api/console-api';
import type { Session } from '../../session/session';

/** What the authors are called that a filter means by their ids; asked for once each. */
export class ReaderNames {
  readonly store = createStore<Readonly<Record<string, string>>>(() => ({}));
  private readonly asked = new Set<string>();

  constructor(
    private readonly api: Pick<ConsoleApi, 'reader'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    private readonly siteKey: string,
  ) {}

  async look(readerIds: readonly string[]): Promise<void> {
    for (const id of new Set(readerIds)) {
      if (this.asked.has(id)) continue;
      this.asked.add(id);
      const history = await this.session.keepGoing(() => this.api.reader(this.siteKey, id)).catch(() => null);
      if (history !== null) this.store.setState({ [id]: history.reader.name });
    }
  }
}
