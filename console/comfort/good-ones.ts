import { createStore } from 'zustand/vanilla';
import type { CivilComment } from '../../contract/moderation';
import type { News } from '../queue/acts';

export interface GoodOneShown {
  comment: CivilComment | null;
  /** The item it is shown beside, which is read and decided on as ever. */
  besideId: string | null;
}

/** So many rejections in a row are a bad run. */
const run = 5;
/** A good one is asked for before, so that it is there with the next item: later it would move what is being read. */
const askAt = run - 2;

/** How many rejections in a row there are after what has happened. */
export function rejectionsAfter(count: number, news: News): number {
  if (news.kind === 'decided') return news.verdict === 'reject' ? count + 1 : 0;
  return news.kind === 'takenBack' || news.kind === 'cameBack' ? Math.max(0, count - 1) : count;
}

/** After a run of bad comments, a good one; nothing is decided on it, and nothing waits for it. */
export class GoodOnes {
  readonly store = createStore<GoodOneShown>(() => ({ comment: null, besideId: null }));
  private count = 0;
  private asked: Promise<CivilComment[]> | null = null;
  private ready: CivilComment[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly ask: () => Promise<CivilComment[]>,
    /** The id of what is in focus. */
    private readonly focusedId: () => string | null,
  ) {}

  note(news: News): void {
    this.count = rejectionsAfter(this.count, news);
    if (this.count === askAt) void this.prepare();
    if (this.count < run) return;
    const besideId = this.focusedId();
    const comment = this.ready.find(({ id }) => !this.seen.has(id));
    if (comment === undefined || besideId === null) return;
    this.count = 0;
    this.seen.add(comment.id);
    this.store.setState({ comment, besideId });
  }

  /** Whoever goes to another item has seen it. */
  noteFocus(focusedId: string | null): void {
    const { besideId } = this.store.getState();
    if (besideId !== null && besideId !== focusedId) this.dismiss();
  }

  dismiss(): void {
    this.store.setState({ comment: null, besideId: null });
  }

  /** Elsewhere, or for somebody else, it begins anew. */
  reset(): void {
    this.count = 0;
    this.asked = null;
    this.ready = [];
    this.dismiss();
  }

  /** Asked each time: what was good a while ago may have been removed since. */
  private async prepare(): Promise<void> {
    const asked = this.ask().catch((): CivilComment[] => []);
    this.asked = asked;
    this.ready = [];
    const comments = await asked;
    if (this.asked === asked) this.ready = comments;
  }
}
