import { createStore } from 'zustand/vanilla';
import type { DecideRequest, Verdict } from '../../../contract/moderation';
import { type ConsoleApi, Refusal } from '../../api/console-api';
import { Acts } from '../../queue/acts';
import type { Explanation, Sent } from '../../queue/decisions';
import type { HeldItem } from '../../queue/held-item';
import type { HeldQueue } from '../../queue/held-queue';
import { isDecidable, type Trouble, troubleOf } from '../../queue/trouble';
import type { ReaderCards } from '../../readers/reader-cards';
import type { Session } from '../../session/session';
import { texts } from './texts';

export type ReportedVerdict = Extract<Verdict, 'keep' | 'remove' | 'hold'>;

/** What was done last, or why it was not. */
export type Told =
  | { kind: ReportedVerdict | 'takenBack' | 'editedSince'; author: string }
  | { kind: 'kept'; author: string; by: string }
  | { kind: 'cameBack' | 'notTakenBack'; author: string; trouble: Trouble };

const backBy: Record<ReportedVerdict, Pick<DecideRequest, 'verdict' | 'from' | 'takesBack'>> = {
  keep: { verdict: 'reopen', from: 'published' },
  remove: { verdict: 'publish', from: 'removed', takesBack: true },
  hold: { verdict: 'publish', from: 'held', takesBack: true },
};

interface Desk {
  queue: Pick<
    HeldQueue,
    'focused' | 'keeperOf' | 'noteRead' | 'noteAsked' | 'noteAnswered' | 'take' | 'takeUnlessRead' | 'giveBack' | 'focus'
  >;
  session: Pick<Session, 'keepGoing'>;
  /** Of all pages. */
  acts: Pick<Acts, 'follow' | 'tell'>;
  readers: Pick<ReaderCards, 'age'>;
}

/** Decisions on what was reported: each is on screen at once, and can be taken back for a while. */
export class ReportedDecisions {
  readonly store = createStore<{ told: Told | null }>(() => ({ told: null }));
  /** Of this page alone. */
  readonly recent = new Acts();
  /** Nobody sees the page any more. */
  private isLeft = false;
  /** What was sent last of each comment, by its id. */
  private readonly last = new Map<string, Sent>();
  /** What is sent is sent one after the other. */
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: Pick<ConsoleApi, 'decide'>,
    private readonly desk: Desk,
  ) {}

  /** From now on, what was not done is told on whichever page somebody is. */
  leave(): void {
    this.isLeft = true;
  }

  isPossible(): boolean {
    const { focused } = this.desk.queue;
    return focused !== undefined && isDecidable(focused.trouble);
  }

  /** Whether nobody else looks at the comment in focus; says who does. */
  isFree(): boolean {
    const { focused: item } = this.desk.queue;
    const by = item === undefined ? null : this.desk.queue.keeperOf(item);
    if (item !== undefined && by !== null) this.tell({ kind: 'kept', author: item.comment.author.name, by });
    return by === null;
  }

  /** On the comment in focus. */
  decide(verdict: ReportedVerdict, explanation: Explanation = {}): void {
    const { queue } = this.desk;
    const item = queue.focused;
    if (item === undefined || !this.isPossible() || !this.isFree()) return;
    const author = item.comment.author.name;
    // The key may have been on its way when the text became another.
    if (item.trouble?.kind === 'edited') {
      queue.noteRead(item);
      this.tell({ kind: 'editedSince', author });
      return;
    }
    queue.take(item);
    this.tell({ kind: verdict, author });
    const decision = { verdict, from: 'published', ...explanation } as const;
    const isDone = this.send(item, decision).then(
      () => true,
      (error: unknown) => this.comeBack(item, { error, decision }),
    );
    const act = { takeBack: () => this.takeBack(item, verdict, isDone) };
    this.recent.add(act);
    void isDone.then((done) => done || this.recent.forget(act));
  }

  private async takeBack(item: HeldItem, verdict: ReportedVerdict, isDone: Promise<boolean>): Promise<void> {
    const { queue } = this.desk;
    const author = item.comment.author.name;
    queue.giveBack(item, null);
    queue.focus(item.comment.id);
    this.tell({ kind: 'takenBack', author });
    try {
      await this.send(item, { ...backBy[verdict], after: isDone });
    } catch (error) {
      const trouble = troubleOf(error, item.comment.revision);
      const isReported = trouble.kind === 'decided' && trouble.status === 'published';
      if (!isReported) queue.takeUnlessRead(item, trouble);
      this.tellNot('notTakenBack', author, trouble);
    }
  }

  private comeBack(item: HeldItem, { error, decision }: { error: unknown; decision: Sent }): false {
    const { id, revision } = item.comment;
    const trouble = isOfEdit(error, item) ? ({ kind: 'edited' } as const) : troubleOf(error, revision);
    // Unless something else was decided on it since.
    if (this.last.get(id) === decision) this.desk.queue.giveBack(item, trouble);
    this.tellNot('cameBack', item.comment.author.name, trouble);
    return false;
  }

  private send({ comment: { id, revision, author } }: HeldItem, sent: Sent): Promise<unknown> {
    const { queue, session, acts, readers } = this.desk;
    const { after, ...decision } = sent;
    queue.noteAsked(id);
    this.last.set(id, sent);
    const sending = this.line.then(async () => {
      if ((await after) === false) return;
      await session.keepGoing(() => this.api.decide(id, { ...decision, revision }));
      readers.age(author.id);
    });
    this.line = sending.catch(() => undefined);
    return acts.follow(sending).finally(() => this.last.get(id) === sent && queue.noteAnswered(id));
  }

  private tellNot(kind: 'cameBack' | 'notTakenBack', author: string, trouble: Trouble): void {
    const words = { en: texts.en.told[kind], de: texts.de.told[kind] };
    if (this.isLeft) this.desk.acts.tell({ kind: 'inWords', author, words, trouble });
    else this.tell({ kind, author, trouble });
  }

  /** It happened after all that was done about a reader. */
  private tell(told: Told): void {
    this.store.setState({ told });
    this.recent.tell(null);
  }
}

/** It is published still, but says something else. */
function isOfEdit(error: unknown, { comment }: HeldItem): boolean {
  if (!(error instanceof Refusal) || error.problem.code !== 'comment_changed') return false;
  return error.problem.status === 'published' && error.problem.revision !== comment.revision;
}
