import { EventType } from '../platform/events';

export interface ThreadMoved {
  threadId: string;
  /** The newest number of its change log that is known to be committed. */
  head: number;
  /** `elsewhere`: another process moved it. */
  cause: 'comments' | 'reactions' | 'elsewhere';
}

/** A thread's change log went on; told once for each number taken here, and when another process was seen to take some. */
export const threadMoved = new EventType<ThreadMoved>('thread moved');
