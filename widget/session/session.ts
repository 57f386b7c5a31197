import type { LogInRequest, Me, RegisterRequest } from '../../contract/auth';
import type { MineInThread, OwnComment, ReactionKind } from '../../contract/conversation';
import type { ParleyApi } from '../api/parley-api';
import type { Store } from '../store/store';

export interface SessionState {
  /** Undefined until the service has said who is reading; null for a visitor. */
  reader: Me['reader'] | undefined;
  reactions: Record<string, ReactionKind>;
  /** Own comments that others do not see. */
  unpublished: OwnComment[];
}

export interface SessionWiring {
  /** Tells the other frames of this browser, which have the cookie in common. */
  tellOthers(): void;
  /** Another reader, or none, is reading now. */
  onChanged(): void;
}

const nobody: MineInThread = { reactions: {}, unpublished: [] };

/** Who is reading, and what in this thread belongs to them. */
export class Session {
  private asked = 0;

  constructor(
    private readonly state: Store<SessionState>,
    private readonly api: Pick<ParleyApi, 'me' | 'mine' | 'join' | 'logIn' | 'logOut'>,
    private readonly wiring: SessionWiring,
  ) {}

  get reader(): SessionState['reader'] {
    return this.state.get().reader;
  }

  /** Asks who is reading. Of several questions under way the last one counts; without an answer all stays as it was. */
  async refresh(): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const me = await this.api.me().catch(() => null);
    if (me === null) return;
    const before = this.state.get();
    const mine: MineInThread = me.reader === null ? nobody : await this.api.mine().catch(() => ({ ...nobody, ...before }));
    if (question !== this.asked) return;
    this.state.set({ reader: me.reader, reactions: mine.reactions, unpublished: mine.unpublished });
    if (before.reader === undefined || before.reader?.id !== me.reader?.id) this.wiring.onChanged();
  }

  /** @throws Refusal, NoAnswer */
  async join(request: RegisterRequest): Promise<void> {
    await this.api.join(request);
    await this.changed();
  }

  /** @throws Refusal, NoAnswer */
  async logIn(request: LogInRequest): Promise<void> {
    await this.api.logIn(request);
    await this.changed();
  }

  /** @throws Refusal, NoAnswer */
  async logOut(): Promise<void> {
    await this.api.logOut();
    await this.changed();
  }

  /** The service does not know the session any more. */
  noteEnded(): Promise<void> {
    return this.changed();
  }

  reactionTo(commentId: string): ReactionKind | null {
    return this.state.get().reactions[commentId] ?? null;
  }

  noteReaction(commentId: string, kind: ReactionKind | null): void {
    this.state.update((state) => {
      const { [commentId]: _, ...others } = state.reactions;
      return { ...state, reactions: kind === null ? others : { ...others, [commentId]: kind } };
    });
  }

  noteUnpublished(own: OwnComment): void {
    this.state.update((state) => ({ ...state, unpublished: [...state.unpublished.filter(({ id }) => id !== own.id), own] }));
  }

  forgetUnpublished(id: string): void {
    this.state.update((state) => ({ ...state, unpublished: state.unpublished.filter((own) => own.id !== id) }));
  }

  private async changed(): Promise<void> {
    this.wiring.tellOthers();
    await this.refresh();
  }
}
