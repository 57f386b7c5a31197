import type { CommentView, ThreadState, VisibleComment } from '../../contract/conversation';
import type { ThreadFollower } from '../live/follow-thread';
import { LazyPart } from '../view/lazy-part';
import type { FrameWork } from './frame-work';
import { waitSeconds } from './slow-mode';

/** Follows the thread from the number of the page on, and keeps everything that is shown up to date. */
export class Live {
  private follower: ThreadFollower | undefined;
  private readonly part = new LazyPart(
    () => import('../live/follow-thread'),
    () => this.work.presence.noteDisconnected(),
  );

  constructor(private readonly work: FrameWork) {}

  async start(): Promise<void> {
    const { followThread } = await this.part.load();
    const { reading, presence, session, news, model } = this.work;
    this.follower = followThread(
      { origin: location.origin, threadId: model.state.thread.id, after: reading.applied },
      {
        onChanges: (changes, threadState) => this.apply(changes, threadState),
        onReload: (missed) => reading.noteMissed(missed),
        onReading: (count) => presence.noteReading(count),
        onTyping: (parentId) => presence.noteTyping(parentId),
        onConnection: (isConnected) => this.noteConnection(isConnected),
        onSessionEnded: () => void session.refresh(),
        onInboxChanged: (siteId) => news.noteInboxChanged(siteId),
        onActivity: (siteId, added) => news.noteActivity(siteId, added),
      },
    );
  }

  typing(parentId: string | null): void {
    this.follower?.typing(parentId);
  }

  /** Introduces itself again, as whoever is logged in now. */
  reconnect(): void {
    this.follower?.reconnect();
  }

  /** The service answers, or the browser is back. */
  connectNow(): void {
    this.follower?.connectNow();
  }

  private noteConnection(isConnected: boolean): void {
    const { presence, session, news, writing } = this.work;
    if (!isConnected) {
      presence.noteDisconnected();
      return;
    }
    presence.noteConnected();
    writing.outbox.retryNow();
    news.lookAgain();
    if (session.reader === undefined) void session.refresh();
  }

  private apply(changes: readonly CommentView[], threadState: ThreadState): void {
    const { reading, session, presence, mine, model } = this.work;
    const { unpublished, shown } = model.session.get();
    const { slowSeconds } = reading.shown.state;
    const hadToWait = waitSeconds(model) > 0;
    const ownIds = new Set(unpublished.map(({ id }) => id));
    // What is on its way from here comes back with its answer; what this reader posts elsewhere moves nothing here.
    const hasLost = changes.some(({ id, state }) => state === 'gone' && isOwn(reading.find(id), session.reader?.id));
    reading.applyChanges(changes, threadState, ({ id }) => ownIds.has(id) && shown.has(id));
    for (const change of changes) {
      if (change.state === 'published') presence.noteStoppedTyping(change.parentId);
      if (change.state === 'published' && ownIds.has(change.id)) session.forgetUnpublished(change.id);
      if (change.state !== 'published') mine.noteGone(change.id);
    }
    // What became of it, only its author is told; and so it is with how long they have to wait now.
    const isOtherPace = hadToWait && threadState.slowSeconds !== slowSeconds;
    if (hasLost || isOtherPace) void session.refresh().then(() => isOtherPace && this.work.writing.outbox.retryNow());
  }
}

function isOwn(comment: VisibleComment | undefined, readerId: string | undefined): boolean {
  return comment?.state === 'published' && comment.author.id === readerId;
}
