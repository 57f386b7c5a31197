import type { LogInRequest, Me, RegisterRequest } from '../../contract/auth';
import type { OwnComment, ReactionKind } from '../../contract/conversation';
import type { FollowingInThread } from '../../contract/following-in-thread';
import type { OwnSanction } from '../../contract/sanctions';
import { NoAnswer, type ParleyApi, Refusal } from '../api/parley-api';
import type { Store } from '../store/store';

export interface SessionState {
  /** Undefined until the service has said who is reading; null for a visitor. */
  reader: Me['reader'] | undefined;
  reactions: Record<string, ReactionKind>;
  /** Own comments that others do not see. */
  unpublished: OwnComment[];
  /** What limits the reader here. */
  sanction: OwnSanction | null;
  /** Ids of comments that the reader reported: they stand folded. */
  reported: readonly string[];
  /** What they follow of what the thread shows, and what they do not want to see; null where nothing is known of that. */
  following: FollowingInThread | null;
  /** Ids of those that were posted in this page or asked for. Others wait until the reader asks, so that nothing moves. */
  shown: ReadonlySet<string>;
  /** From when on the reader may post again in slow mode, by the clock of this machine; null for whoever never has to wait. */
  mayPostAt: number | null;
}

export interface SessionWiring {
  /** Tells the other frames of this browser, which have the cookie in common. */
  tellOthers(): void;
  /** Another reader, or none, is reading now. */
  onChanged(): void;
  /** The service is asked what belongs to the reader. @returns what is called when it has answered */
  onAsk(): () => void;
}

/** The service let the reader in, and the browser did not keep the cookie that says so. */
export class CookieRefused extends Error {}

type Mine = Pick<SessionState, 'reactions' | 'unpublished' | 'sanction' | 'reported' | 'following' | 'mayPostAt'>;

const nobody: Mine = { reactions: {}, unpublished: [], sanction: null, reported: [], following: null, mayPostAt: 0 };

/** Who is reading, and what in this thread belongs to them. */
export class Session {
  private asked = 0;
  private answered = 0;
  /** A registration got no answer: the reader may be registered. */
  private mayHaveJoined = false;

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
    const onAnswer = this.wiring.onAsk();
    const me = await this.api.me().catch(() => null);
    if (me === null) return;
    const mine = me.reader === null ? nobody : await this.mineOf(me.reader.id);
    if (question !== this.asked) return;
    const isAnswered = mine.following !== this.state.get().following;
    this.take(me.reader, mine);
    if (isAnswered) onAnswer();
  }

  /** Asks who is reading, once more if there is no answer. @throws NoAnswer */
  async find(): Promise<void> {
    await this.refresh();
    if (this.answered !== this.asked) await this.refresh();
    if (this.answered !== this.asked) throw new NoAnswer('who is reading is not known');
  }

  /** @throws Refusal, NoAnswer, CookieRefused */
  async join(request: RegisterRequest): Promise<void> {
    if (this.mayHaveJoined && (await this.hasJoined(request))) return;
    this.mayHaveJoined = false;
    try {
      await this.api.join(request);
      await this.enter();
    } catch (error) {
      this.mayHaveJoined = error instanceof NoAnswer;
      throw error;
    }
  }

  /** @throws Refusal, NoAnswer, CookieRefused */
  async logIn(request: LogInRequest): Promise<void> {
    await this.api.logIn(request);
    await this.enter();
  }

  /** @throws Refusal, NoAnswer */
  async logOut(): Promise<void> {
    await this.api.logOut();
    this.noteEnded();
  }

  /** The service does not know the session any more. */
  noteEnded(): void {
    // A question under way may still be answered with the reader of before.
    this.asked += 1;
    this.take(null, nobody);
    this.wiring.tellOthers();
  }

  get sanction(): OwnSanction | null {
    return this.state.get().sanction;
  }

  /** It is over, as far as is known here. */
  forgetSanction(sanction: OwnSanction): void {
    if (this.sanction === sanction) this.state.patch({ sanction: null });
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

  noteReported(commentId: string): void {
    this.state.update((state) => ({ ...state, reported: [commentId, ...state.reported] }));
  }

  noteUnpublished(own: OwnComment, isShown: boolean): void {
    const { unpublished, shown } = this.state.get();
    this.state.patch({
      unpublished: [...unpublished.filter(({ id }) => id !== own.id), own],
      shown: isShown ? new Set([...shown, own.id]) : shown,
    });
  }

  showUnpublished(): void {
    this.state.update((state) => ({ ...state, shown: new Set([...state.shown, ...state.unpublished.map(({ id }) => id)]) }));
  }

  forgetUnpublished(id: string): void {
    this.state.update((state) => ({ ...state, unpublished: state.unpublished.filter((own) => own.id !== id) }));
  }

  /** They posted, or were told to wait. */
  noteWait(seconds: number): void {
    this.state.update((state) => (state.mayPostAt === null ? state : { ...state, mayPostAt: inSeconds(seconds) }));
  }

  private async enter(): Promise<void> {
    try {
      await this.find();
    } finally {
      // After this frame, which may have something to send of what the others show too.
      this.wiring.tellOthers();
    }
    if (!this.reader) throw new CookieRefused();
  }

  /** Whether a registration without an answer was done all the same; the reader is in then. */
  private async hasJoined({ email, password }: RegisterRequest): Promise<boolean> {
    await this.find();
    if (this.reader) return true;
    return this.logIn({ email, password }).then(
      () => true,
      (error) => {
        if (error instanceof Refusal) return false;
        throw error;
      },
    );
  }

  /** Without an answer, what is known stays; but not what belongs to somebody else. */
  private async mineOf(readerId: string): Promise<Mine> {
    const mine = await this.api.mine().catch(() => null);
    if (mine === null) return this.reader?.id === readerId ? this.state.get() : nobody;
    const { following = null } = mine;
    return { ...mine, following, mayPostAt: mine.waitSeconds === null ? null : inSeconds(mine.waitSeconds) };
  }

  private take(reader: Me['reader'], mine: Mine): void {
    const before = this.reader;
    this.answered = this.asked;
    // A process of the version before knows nothing of reports.
    const { reactions, unpublished, sanction, reported = [], following, mayPostAt } = mine;
    const parts = { reactions, unpublished, sanction, reported, following, mayPostAt };
    const isOther = before === undefined || before?.id !== reader?.id;
    this.state.update(({ shown }) => ({ reader, ...parts, shown: isOther ? new Set() : shown }));
    if (isOther) this.wiring.onChanged();
  }
}

function inSeconds(seconds: number): number {
  return Date.now() + seconds * 1_000;
}
