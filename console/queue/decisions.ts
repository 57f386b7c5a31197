import { createStore } from 'zustand/vanilla';
import type { CommentStatus } from '../../contract/conversation';
import type { DecideRequest, Verdict } from '../../contract/moderation';
import type { ConsoleApi } from '../api/console-api';
import type { Session } from '../session/session';
import type { HeldItem } from './held-item';
import type { HeldQueue } from './held-queue';
import { isDecidable, type Trouble, troubleOf } from './trouble';

export const undoMilliseconds = 10_000;

export type FirstVerdict = Extract<Verdict, 'publish' | 'reject'>;

/** The last thing that happened, to say it in words. */
export type News =
  | { kind: 'decided'; verdict: FirstVerdict; author: string }
  | { kind: 'takenBack'; author: string }
  /** Nothing was decided, because somebody else looks at it. */
  | { kind: 'kept'; author: string; by: string }
  | { kind: 'cameBack'; commentId: string; author: string; trouble: Trouble }
  | { kind: 'notTakenBack'; author: string; trouble: Trouble };

export interface DecisionsState {
  news: News | null;
  /** How many of the last decisions can be taken back now. */
  undoable: number;
  /** Sent, or waiting to be, and not answered yet. */
  underWay: number;
}

interface Made {
  item: HeldItem;
  verdict: FirstVerdict;
  /** The list it left. */
  place: object;
  isDone: Promise<boolean>;
}

interface Sent extends Omit<DecideRequest, 'revision'> {
  /** What has to be done before; when that was refused, this is not sent. */
  after?: Promise<boolean>;
}

const statusAfter: Record<FirstVerdict, CommentStatus> = { publish: 'published', reject: 'rejected' };

/** Decisions take effect on screen at once; what the service says of them comes later. */
export class Decisions {
  readonly store = createStore<DecisionsState>(() => ({ news: null, undoable: 0, underWay: 0 }));
  private recent: Made[] = [];
  /** What is sent of one comment is sent one after the other. */
  private readonly lines = new Map<string, Promise<unknown>>();

  constructor(
    private readonly api: Pick<ConsoleApi, 'decide'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    private readonly queue: Pick<
      HeldQueue,
      'focused' | 'place' | 'keeperOf' | 'noteAsked' | 'noteAnswered' | 'take' | 'giveBack' | 'focus'
    >,
  ) {}

  /** Whether the item in focus is free to be decided on; says who has it when it is not. */
  isFree(): boolean {
    const item = this.queue.focused;
    const by = item === undefined ? null : this.queue.keeperOf(item);
    if (item === undefined || by === null) return true;
    this.tell({ kind: 'kept', author: item.comment.author.name, by });
    return false;
  }

  /** On the item in focus. */
  decide(verdict: FirstVerdict, reason?: string): void {
    const item = this.queue.focused;
    if (item === undefined || !isDecidable(item.trouble) || !this.isFree()) return;
    this.queue.take(item);
    const isDone = this.send(item, { verdict, from: 'held', reason }).then(
      () => true,
      (error: unknown) => this.comeBack(made, error),
    );
    const made: Made = { item, verdict, place: this.queue.place, isDone };
    this.recent.push(made);
    this.tell({ kind: 'decided', verdict, author: item.comment.author.name });
    setTimeout(() => this.forget(made), undoMilliseconds);
  }

  /** Takes the last decision of the last ten seconds back: the comment waits again, and is in focus. */
  async undo(): Promise<void> {
    const made = this.recent.pop();
    if (made === undefined) return;
    const { item } = made;
    const author = item.comment.author.name;
    this.giveBack(made, null);
    this.queue.focus(item.comment.id);
    this.tell({ kind: 'takenBack', author });
    try {
      await this.send(item, { verdict: 'hold', from: statusAfter[made.verdict], after: made.isDone });
    } catch (error) {
      this.queue.take(item);
      this.tell({ kind: 'notTakenBack', author, trouble: troubleOf(error) });
    }
  }

  private send(item: HeldItem, { after, ...decision }: Sent): Promise<void> {
    const { id, revision } = item.comment;
    this.queue.noteAsked(id);
    const sending = (this.lines.get(id) ?? Promise.resolve())
      .then(async () => {
        if ((await after) !== false) await this.session.keepGoing(() => this.api.decide(id, { ...decision, revision }));
      })
      .finally(() => {
        if (this.lines.get(id) === line) this.queue.noteAnswered(id);
      });
    const line = sending.catch(() => undefined);
    this.lines.set(id, line);
    this.count(1);
    void line.then(() => {
      if (this.lines.get(id) === line) this.lines.delete(id);
      this.count(-1);
    });
    return sending;
  }

  private comeBack(made: Made, error: unknown): false {
    const { item } = made;
    const trouble = troubleOf(error);
    this.forget(made);
    this.giveBack(made, trouble);
    this.tell({ kind: 'cameBack', commentId: item.comment.id, author: item.comment.author.name, trouble });
    return false;
  }

  /** Unless somebody has gone to another list since. */
  private giveBack({ item, place }: Made, trouble: Trouble | null): void {
    if (place === this.queue.place) this.queue.giveBack(item, trouble);
  }

  private forget(made: Made): void {
    this.recent = this.recent.filter((other) => other !== made);
    this.store.setState({ undoable: this.recent.length });
  }

  private tell(news: News): void {
    this.store.setState({ news, undoable: this.recent.length });
  }

  private count(by: 1 | -1): void {
    this.store.setState(({ underWay }) => ({ underWay: underWay + by }));
  }
}
