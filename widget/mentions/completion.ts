import type { PublicAuthor } from '../../contract/conversation';
import { mentionableListed } from '../../contract/limits';
import { namesBeginning } from '../../contract/name-beginning';
import { Store } from '../store/store';
import type { TypedMention } from './typed-mention';

export type Person = Pick<PublicAuthor, 'id' | 'name'>;

/** Names that may be meant; never none. */
export interface Offered {
  mention: TypedMention;
  people: readonly Person[];
  /** The one that Enter takes. */
  active: number;
}

export interface CompletionGround {
  /** Whom the page shows, the latest first. */
  authors(): readonly Person[];
  ask(prefix: string): Promise<readonly Person[]>;
}

const pauseMilliseconds = 200;

/** Completes the name that is typed in one field: from those whom the page knows at once, then from those whom the service knows. */
export class Completion {
  readonly offered = new Store<Offered | null>(null);
  private mention: TypedMention | null = null;
  /** Of the mention that is typed: what the service said, by what was typed then. */
  private readonly answers = new Map<string, readonly Person[]>();
  /** Where the `@` stands of which the reader wants no more. */
  private dismissed: number | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ground: CompletionGround) {}

  /** The reader typed, and this is what stands before the caret now. */
  note(mention: TypedMention | null): void {
    clearTimeout(this.pause);
    if (mention?.start !== this.mention?.start) this.answers.clear();
    this.mention = mention;
    if (mention?.start !== this.dismissed) this.dismissed = null;
    this.offer(0);
    if (mention === null || this.dismissed !== null) return;
    const prefix = mention.typed.trim();
    if (this.answerTo(prefix) === undefined) this.pause = setTimeout(() => void this.ask(prefix), pauseMilliseconds);
  }

  /** The caret moved there: what is offered is for where it was. */
  follow(mention: TypedMention | null): void {
    if (mention?.start !== this.mention?.start || mention?.typed !== this.mention?.typed) this.close();
  }

  /** Puts the list away; it comes again with the next `@`. */
  dismiss(): void {
    this.dismissed = this.mention?.start ?? null;
    this.close();
  }

  /** Puts the list away until somebody types. */
  close(): void {
    clearTimeout(this.pause);
    this.mention = null;
    this.answers.clear();
    this.offered.set(null);
  }

  move(step: 1 | -1): void {
    this.offered.update((offered) => {
      if (offered === null) return null;
      const { length } = offered.people;
      return { ...offered, active: (offered.active + step + length) % length };
    });
  }

  private async ask(prefix: string): Promise<void> {
    const { mention } = this;
    // It is a comfort: without an answer there are those whom the page knows.
    const people = await this.ground.ask(prefix).catch(() => null);
    if (people === null || mention === null || this.mention !== mention) return;
    this.answers.set(prefix, people);
    this.offer(this.offered.get()?.active ?? 0);
  }

  /** What was offered keeps its place. */
  private offer(active: number): void {
    const { mention } = this;
    if (mention === null || this.dismissed !== null) {
      this.offered.set(null);
      return;
    }
    const known = [...this.ground.authors(), ...(this.answerTo(mention.typed.trim()) ?? [])];
    const isMeant = namesBeginning(mention.typed);
    const ids = new Set<string>();
    const people = known.filter(({ id, name }) => isMeant(name) && !ids.has(id) && ids.add(id)).slice(0, mentionableListed);
    this.offered.set(people.length === 0 ? null : { mention, people, active });
  }

  /** Also one to less of it, if that was all there is. */
  private answerTo(prefix: string): readonly Person[] | undefined {
    const beginnings = [...this.answers].filter(([asked, { length }]) => prefix.startsWith(asked) && length < mentionableListed);
    return this.answers.get(prefix) ?? beginnings[0]?.[1];
  }
}
