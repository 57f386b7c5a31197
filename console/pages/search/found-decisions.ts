import { createStore } from 'zustand/vanilla';
import type { CommentStatus } from '../../../contract/conversation';
import type { Decided, Verdict } from '../../../contract/moderation';
import type { FoundComment } from '../../../contract/search';
import { Refusal } from '../../api/console-api';
import { type Act, Acts } from '../../queue/acts';
import type { Explanation, Sent } from '../../queue/decisions';
import { type Trouble, troubleOf } from '../../queue/trouble';
import type { ReaderCards } from '../../readers/reader-cards';
import type { Session } from '../../session/session';
import type { FoundComments } from './found-comments';
import type { SearchApi } from './search-api';
import { texts } from './texts';

export type FoundVerdict = Extract<Verdict, 'publish' | 'reject' | 'remove' | 'hold'>;

/** What was done last, or why it was not. */
export type Told =
  | { kind: FoundVerdict | 'takenBack' | 'editedSince' | 'picked' | 'unpicked'; author: string }
  | { kind: 'notDone'; author: string; trouble: Trouble };

/** What a reason is asked for. */
interface Asked {
  comment: FoundComment;
  verdict: Extract<FoundVerdict, 'reject' | 'remove'>;
}

export interface FoundDecisionsState {
  /** By the id of the comment. */
  troubles: Readonly<Record<string, Trouble>>;
  told: Told | null;
  asked: Asked | null;
}

export const statusAfter: Record<FoundVerdict, CommentStatus> = {
  publish: 'published',
  reject: 'rejected',
  remove: 'removed',
  hold: 'held',
};

const possible: Record<CommentStatus, readonly FoundVerdict[]> = {
  held: ['publish', 'reject'],
  published: ['remove', 'hold'],
  rejected: ['hold'],
  removed: ['hold'],
  withdrawn: [],
};

interface Desk {
  found: Pick<FoundComments, 'focused' | 'put' | 'keepAhead' | 'readAnew'>;
  session: Pick<Session, 'keepGoing'>;
  /** Of all pages. */
  acts: Pick<Acts, 'follow' | 'tell'>;
  readers: Pick<ReaderCards, 'age'>;
}

/** Decisions on what was found: each is on screen at once, in its place in the list, and can be taken back for a while. */
export class FoundDecisions {
  readonly store = createStore<FoundDecisionsState>(() => ({ troubles: {}, told: null, asked: null }));
  /** Of this page alone. */
  readonly recent = new Acts();
  /** Nobody sees the page any more. */
  private isLeft = false;
  /** What was sent last of each comment, by its id. */
  private readonly last = new Map<string, object>();
  /** What is sent is sent one after the other. */
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: Pick<SearchApi, 'decide' | 'turnPick'>,
    private readonly desk: Desk,
  ) {}

  /** From now on, what was not done is told on whichever page somebody is. */
  leave(): void {
    this.isLeft = true;
  }

  isPossible(verdict: FoundVerdict): boolean {
    const { focused } = this.desk.found;
    return focused !== undefined && possible[focused.status].includes(verdict);
  }

  /** Why the comment in focus is rejected, or removed. Whatever is in focus when the reason is given, it is this one's. */
  askWhy(): void {
    const { focused: comment } = this.desk.found;
    if (comment !== undefined) this.store.setState({ asked: { comment, verdict: comment.status === 'published' ? 'remove' : 'reject' } });
  }

  decideAsked(explanation: Explanation): void {
    const { asked } = this.store.getState();
    if (asked !== null) this.decideOn(asked.comment, asked.verdict, explanation);
  }

  /** On the comment in focus. */
  decide(verdict: FoundVerdict): void {
    const { focused } = this.desk.found;
    if (focused !== undefined && this.isPossible(verdict)) this.decideOn(focused, verdict, {});
  }

  private decideOn(comment: FoundComment, verdict: FoundVerdict, explanation: Explanation): void {
    if (!this.begin(comment, verdict)) return;
    this.desk.found.put(comment.id, { status: statusAfter[verdict] });
    const isDone = this.send(comment, { verdict, from: comment.status, ...explanation });
    this.offerUndo(comment, verdict, isDone);
  }

  isPickable(): boolean {
    return this.desk.found.focused?.status === 'published';
  }

  /** Picks the comment in focus, or takes its pick back. */
  async pick(): Promise<void> {
    const { found } = this.desk;
    const { focused: comment } = found;
    if (comment === undefined || !this.isPickable()) return;
    const isPicked = comment.pickedAt !== null;
    if (!this.begin(comment, isPicked ? 'unpicked' : 'picked')) return;
    this.recent.forgetAll();
    found.put(comment.id, { pickedAt: isPicked ? null : new Date().toISOString() });
    try {
      const { pickedAt } = await this.inLine(() => this.api.turnPick(comment));
      found.put(comment.id, { pickedAt });
    } catch (error) {
      found.put(comment.id, { pickedAt: comment.pickedAt });
      this.takeIn(comment, error);
    }
  }

  /** What is done is told at once. False where the key may have been on its way when the text became another. */
  private begin(comment: FoundComment, kind: Exclude<Told['kind'], 'notDone'>): boolean {
    const wasEdited = this.store.getState().troubles[comment.id]?.kind === 'edited';
    this.note(comment.id, null);
    this.tell({ kind: wasEdited ? 'editedSince' : kind, author: comment.author.name });
    return !wasEdited;
  }

  private inLine<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const { session, acts } = this.desk;
    const sending = this.line.then(() => session.keepGoing(work));
    this.line = sending.catch(() => undefined);
    return acts.follow(sending);
  }

  private offerUndo(comment: FoundComment, verdict: FoundVerdict, isDone: Promise<boolean>): void {
    // What was rejected or removed, and is held again, was itself taken back.
    if (verdict === 'hold' && comment.status !== 'published') {
      this.recent.forgetAll();
      return;
    }
    const act: Act = {
      takeBack: async () => {
        this.desk.found.put(comment.id, { status: comment.status });
        this.tell({ kind: 'takenBack', author: comment.author.name });
        const decided = { ...comment, status: statusAfter[verdict] };
        const back = { verdict: comment.status === 'held' ? 'hold' : 'publish', from: decided.status, takesBack: true } as const;
        await this.send(decided, { ...back, after: isDone });
      },
    };
    this.recent.add(act);
    void isDone.then((done) => done || this.recent.forget(act));
  }

  /** True when it is done; otherwise the comment is as it was, and says why. */
  private async send(comment: FoundComment, { after, ...decision }: Sent): Promise<boolean> {
    const { found, readers } = this.desk;
    const { id, revision, author } = comment;
    const release = found.keepAhead([id]);
    this.last.set(id, decision);
    const decide = async (): Promise<Decided | null> => ((await after) === false ? null : this.api.decide(id, { ...decision, revision }));
    try {
      const decided = await this.inLine(decide);
      release();
      if (decided === null) return false;
      const { decision: lastDecision, status } = decided;
      found.put(id, { lastDecision, ...(this.last.get(id) === decision && { status }) });
      readers.age(author.id);
      return true;
    } catch (error) {
      release();
      this.takeIn(comment, error);
      return false;
    }
  }

  private takeIn(comment: FoundComment, error: unknown): void {
    const { found } = this.desk;
    const told = error instanceof Refusal && error.problem.code === 'comment_changed' ? error.problem : null;
    const isEdited = told !== null && told.revision !== comment.revision && told.status !== 'withdrawn';
    const trouble = isEdited ? ({ kind: 'edited' } as const) : troubleOf(error, comment.revision);
    this.note(comment.id, trouble);
    found.put(comment.id, {
      status: (told?.status as CommentStatus | undefined) ?? comment.status,
      lastDecision: told?.lastDecision ?? comment.lastDecision,
    });
    this.tellNot(comment, trouble);
    if (isEdited) void found.readAnew(comment);
  }

  /** Beside what is in focus it stands anyhow. */
  private tellNot({ id, author: { name: author } }: FoundComment, trouble: Trouble): void {
    const words = { en: texts.en.told.notDone, de: texts.de.told.notDone };
    if (this.isLeft) this.desk.acts.tell({ kind: 'inWords', author, words, trouble });
    else this.tell(this.desk.found.focused?.id === id ? null : { kind: 'notDone', author, trouble });
  }

  /** It happened after all that was done about a reader. */
  private tell(told: Told | null): void {
    this.store.setState({ told });
    this.recent.tell(null);
  }

  private note(id: string, trouble: Trouble | null): void {
    const { [id]: _, ...others } = this.store.getState().troubles;
    this.store.setState({ troubles: trouble === null ? others : { ...others, [id]: trouble } });
  }
}
