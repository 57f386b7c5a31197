import type { CommentView, ThreadState } from '../../contract/conversation';
import type { ThreadFollower } from '../live/follow-thread';
import type { FrameWork } from './frame-work';

const reloadPauseMilliseconds = 5_000;

/** Follows the thread from the number of the page on, and keeps everything that is shown up to date. */
export class Live {
  private follower: ThreadFollower | undefined;

  constructor(private readonly work: FrameWork) {}

  async start(): Promise<void> {
    const { followThread } = await import('../live/follow-thread');
    const { reading, presence, session, model } = this.work;
    this.follower = followThread(
      { origin: location.origin, threadId: model.state.thread.id, after: reading.head },
      {
        onChanges: (changes, threadState) => this.apply(changes, threadState),
        onReload: () => void this.reload(),
        onReading: (count) => presence.noteReading(count),
        onTyping: (parentId) => presence.noteTyping(parentId),
        onConnection: (isConnected) => this.noteConnection(isConnected),
        onSessionEnded: () => void session.refresh(),
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

  private noteConnection(isConnected: boolean): void {
    const { presence, session, writing } = this.work;
    if (!isConnected) {
      presence.noteDisconnected();
      return;
    }
    presence.noteConnected();
    writing.outbox.retryNow();
    if (session.reader === undefined) void session.refresh();
  }

  private apply(changes: readonly CommentView[], threadState: ThreadState): void {
    const { reading, session, presence, model } = this.work;
    const { reader, unpublished } = model.session.get();
    // What is on its way from here comes back with its answer; until then it is shown as being sent.
    const isSending = model.outgoing.get().length > 0;
    reading.applyChanges(changes, threadState, isSending ? null : (reader?.id ?? null));
    for (const change of changes) {
      if (change.state === 'published') presence.noteStoppedTyping(change.parentId);
      if (change.state === 'published' && unpublished.some(({ id }) => id === change.id)) session.forgetUnpublished(change.id);
    }
  }

  private async reload(): Promise<void> {
    const { reading, model } = this.work;
    await reading.reload();
    if (model.screen.get().failed.has('order')) {
      setTimeout(() => void this.reload(), reloadPauseMilliseconds);
      return;
    }
    this.follower?.resume(reading.head);
  }
}
