import type { PublishedComment, ReactionKind } from '../../contract/conversation';
import type { ParleyApi } from '../api/parley-api';
import type { Session } from '../session/session';
import type { Store } from '../store/store';
import type { PendingReactions } from './expected-counts';
import type { Reading } from './reading';

export interface ReactingWiring {
  api: Pick<ParleyApi, 'react'>;
  session: Session;
  reading: Reading;
  onRefused(comment: PublishedComment, kind: ReactionKind, error: unknown): void;
}

/** Likes and dislikes: shown at once, taken back when the service refuses them. */
export class Reacting {
  constructor(
    private readonly pending: Store<PendingReactions>,
    private readonly wiring: ReactingWiring,
  ) {}

  /** Saying the same again takes it back. */
  async toggle(comment: PublishedComment, kind: ReactionKind): Promise<void> {
    const { api, session, reading } = this.wiring;
    if (this.pending.get().has(comment.id)) return;
    const { reader } = session;
    const before = session.reactionTo(comment.id);
    const after = before === kind ? null : kind;
    this.pending.update((pending) => new Map(pending).set(comment.id, { before, after, seq: comment.seq }));
    session.noteReaction(comment.id, after);
    try {
      reading.applyView(await api.react(comment.id, after));
    } catch (error) {
      if (session.reader?.id === reader?.id) session.noteReaction(comment.id, before);
      this.wiring.onRefused(comment, kind, error);
    } finally {
      this.pending.update((pending) => new Map([...pending].filter(([id]) => id !== comment.id)));
    }
  }
}
