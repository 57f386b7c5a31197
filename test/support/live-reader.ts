import type { CommentView, ThreadState } from '../../contract/conversation';
import type { SessionEndReason } from '../../contract/live';
import { followThread, type ThreadFollower } from '../../widget/live/follow-thread';

/** A reader with the conversation open, as the widget has it: everything applied, and the numbers in the order they came. */
export class LiveReader {
  readonly comments = new Map<string, CommentView>();
  readonly applied: number[] = [];
  readonly typing: (string | null)[] = [];
  readonly ended: SessionEndReason[] = [];
  state: ThreadState | undefined;
  reading = 0;
  connections = 0;
  losses = 0;
  isConnected = false;
  reloads = 0;
  readonly follower: ThreadFollower;

  constructor(given: { url: string; threadId: string; after?: number; headers?: Record<string, string> }) {
    const headers = { origin: 'http://localhost:4600', ...given.headers };
    this.follower = followThread(
      { origin: given.url, threadId: given.threadId, after: given.after ?? 0, headers },
      {
        onChanges: (changes, state) => {
          for (const change of changes) {
            this.applied.push(change.seq);
            this.comments.set(change.id, change);
          }
          this.state = state;
        },
        onReload: ({ changes, state }) => {
          this.reloads += 1;
          for (const change of changes) this.comments.set(change.id, change);
          this.state = state;
        },
        onReading: (reading) => {
          this.reading = reading;
        },
        onTyping: (parentId) => this.typing.push(parentId),
        onConnection: (isConnected) => {
          this.isConnected = isConnected;
          if (isConnected) this.connections += 1;
          else this.losses += 1;
        },
        onSessionEnded: (reason) => this.ended.push(reason),
      },
    );
  }

  /** What it shows: by id, without those that are gone. */
  shown(): CommentView[] {
    return [...this.comments.values()].filter(({ state }) => state !== 'gone').sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

/** Waits for a condition, and says what it waited for when it does not come. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
