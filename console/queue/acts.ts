import { createStore } from 'zustand/vanilla';
import type { Verdict } from '../../contract/moderation';
import type { Language } from '../preferences/preferences';
import type { Trouble } from './trouble';

export const undoMilliseconds = 10_000;

export type FirstVerdict = Extract<Verdict, 'publish' | 'reject'>;

/** The last thing that happened, to say it in words. `author` is whose comment it was, or who was sanctioned. */
export type News =
  | { kind: 'decided'; verdict: FirstVerdict; author: string }
  | { kind: 'editedSince' | 'takenBack'; author: string }
  /** Nothing was decided, because somebody else looks at it. */
  | { kind: 'kept'; author: string; by: string }
  /** In the words of a part of the console that is loaded later. */
  | { kind: 'inWords'; author: string; words: Record<Language, string>; isBad?: true; trouble?: Trouble }
  | { kind: 'cameBack'; commentId: string; author: string; trouble: Trouble }
  | { kind: 'notTakenBack'; author: string; trouble: Trouble };

/** It was not done. */
export function isBad(news: News): boolean {
  return 'trouble' in news || 'isBad' in news;
}

/** Something that can be taken back for a while. */
export interface Act {
  takeBack(): Promise<void>;
}

export interface ActsState {
  news: News | null;
  /** How many of the last acts can be taken back now. */
  undoable: number;
  /** Sent, or waiting to be, and not answered yet. */
  underWay: number;
}

/** What was done last, whatever it was: told, counted while it is under way, and taken back the last first. */
export class Acts {
  readonly store = createStore<ActsState>(() => ({ news: null, undoable: 0, underWay: 0 }));
  private recent: Act[] = [];

  /** It can be taken back from now on. */
  add(act: Act): void {
    this.recent.push(act);
    this.count();
    setTimeout(() => this.forget(act), undoMilliseconds);
  }

  forget(act: Act): void {
    this.recent = this.recent.filter((other) => other !== act);
    this.count();
  }

  /** Something was done that cannot be taken back: what was done before it is not the last any more. */
  forgetAll(): void {
    this.recent = [];
    this.count();
  }

  async undo(): Promise<void> {
    const act = this.recent.pop();
    this.count();
    await act?.takeBack();
  }

  tell(news: News | null): void {
    this.store.setState({ news });
  }

  /** Does it; until it is done the page is not left without a question. */
  async follow<Answer>(sending: Promise<Answer>): Promise<Answer> {
    this.moveUnderWay(1);
    try {
      return await sending;
    } finally {
      this.moveUnderWay(-1);
    }
  }

  private count(): void {
    this.store.setState({ undoable: this.recent.length });
  }

  private moveUnderWay(by: 1 | -1): void {
    this.store.setState(({ underWay }) => ({ underWay: underWay + by }));
  }
}
