import type { CommentStatus } from '../../contract/conversation';
import type { DecideRequest } from '../../contract/moderation';
import type { ConsoleApi } from '../api/console-api';
import type { ReaderCards } from '../readers/reader-cards';
import type { SiteReasons } from '../reasons/site-reasons';
import type { Session } from '../session/session';
import type { Act, Acts, FirstVerdict } from './acts';
import type { HeldItem } from './held-item';
import type { HeldQueue } from './held-queue';
import { isDecidable, type Trouble, troubleOf } from './trouble';

interface Made extends Act {
  item: HeldItem;
  verdict: FirstVerdict;
  /** The list it left. */
  place: object;
  isDone: Promise<boolean>;
}

/** At the revision that was read. */
export interface Sent extends Omit<DecideRequest, 'revision'> {
  /** What has to be done before; when that was refused, this is not sent. */
  after?: Promise<boolean>;
}

/** What decisions are made on, told with, and make old. */
interface Desk {
  queue: Pick<
    HeldQueue,
    | 'focused'
    | 'place'
    | 'takeUnlessRead'
    | 'keeperOf'
    | 'noteRead'
    | 'noteAsked'
    | 'noteAnswered'
    | 'take'
    | 'giveBack'
    | 'focus'
    | 'refresh'
  >;
  acts: Pick<Acts, 'tell' | 'add' | 'forget' | 'follow'>;
  readers: Pick<ReaderCards, 'age'>;
  reasons: Pick<SiteReasons, 'reload'>;
}

/** Why a comment is rejected, for its author. */
export type Explanation = Pick<DecideRequest, 'reasonId' | 'message'>;

const statusAfter: Record<FirstVerdict, CommentStatus> = { publish: 'published', reject: 'rejected' };

/** Decisions take effect on screen at once; what the service says of them comes later. */
export class Decisions {
  /** What is sent of one comment is sent one after the other. */
  private readonly lines = new Map<string, Promise<unknown>>();

  constructor(
    private readonly api: Pick<ConsoleApi, 'decide'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    private readonly desk: Desk,
  ) {}

  /** Whether the item in focus is free to be decided on; says who has it when it is not. */
  isFree(): boolean {
    const { focused: item } = this.desk.queue;
    const by = item === undefined ? null : this.desk.queue.keeperOf(item);
    if (item === undefined || by === null) return true;
    this.desk.acts.tell({ kind: 'kept', author: item.comment.author.name, by });
    return false;
  }

  /** On the item in focus. */
  decide(verdict: FirstVerdict, explanation: Explanation = {}): void {
    const { queue, acts } = this.desk;
    const item = queue.focused;
    if (item === undefined || !isDecidable(item.trouble) || !this.isFree()) return;
    // Its text was another a moment ago, perhaps when the key was already on its way.
    if (item.isSwapped) {
      queue.noteRead(item);
      acts.tell({ kind: 'editedSince', author: item.comment.author.name });
      return;
    }
    queue.take(item);
    const isDone = this.send(item, { verdict, from: 'held', ...explanation }).then(
      () => true,
      (error: unknown) => this.comeBack(made, error),
    );
    const made: Made = { item, verdict, place: queue.place, isDone, takeBack: () => this.takeBack(made) };
    acts.tell({ kind: 'decided', verdict, author: item.comment.author.name });
    acts.add(made);
  }

  /** The comment waits again, and is in focus. */
  private async takeBack(made: Made): Promise<void> {
    const { queue, acts } = this.desk;
    const { item } = made;
    const author = item.comment.author.name;
    this.giveBack(made, null);
    queue.focus(item.comment.id);
    acts.tell({ kind: 'takenBack', author });
    try {
      await this.send(item, { verdict: 'hold', from: statusAfter[made.verdict], takesBack: true, after: made.isDone });
      this.lookElsewhere(made);
    } catch (error) {
      const trouble = troubleOf(error, item.comment.revision);
      const isHeld = trouble.kind === 'decided' && trouble.status === 'held';
      if (!isHeld) queue.takeUnlessRead(item, trouble);
      acts.tell({ kind: 'notTakenBack', author, trouble });
    }
  }

  private send(item: HeldItem, { after, ...decision }: Sent): Promise<void> {
    const { queue, acts, readers } = this.desk;
    const { id, revision, author } = item.comment;
    queue.noteAsked(id);
    const sending = (this.lines.get(id) ?? Promise.resolve())
      .then(async () => {
        if ((await after) === false) return;
        await this.session.keepGoing(() => this.api.decide(id, { ...decision, revision }));
        readers.age(author.id);
      })
      .finally(() => {
        if (this.lines.get(id) === line) queue.noteAnswered(id);
      });
    const line = acts.follow(sending).catch(() => undefined);
    this.lines.set(id, line);
    void line.then(() => {
      if (this.lines.get(id) === line) this.lines.delete(id);
    });
    return sending;
  }

  private comeBack(made: Made, error: unknown): false {
    const { item } = made;
    const trouble = troubleOf(error, item.comment.revision);
    this.desk.acts.forget(made);
    if (trouble.kind === 'reasonGone') void this.desk.reasons.reload();
    this.giveBack(made, trouble);
    this.lookElsewhere(made);
    this.desk.acts.tell({ kind: 'cameBack', commentId: item.comment.id, author: item.comment.author.name, trouble });
    return false;
  }

  private lookElsewhere({ place }: Made): void {
    if (place !== this.desk.queue.place) void this.desk.queue.refresh();
  }

  /** Into the list it left. Whether it is in another, where somebody has gone since, the service knows once it has answered. */
  private giveBack({ item, place }: Made, trouble: Trouble | null): void {
    if (place === this.desk.queue.place) this.desk.queue.giveBack(item, trouble);
  }
}
