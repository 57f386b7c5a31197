import { commentStatuses } from '../../contract/conversation';
import { EventType } from '../platform/events';

/** Every act that takes a number of a thread's change log; a comment's change of status is named by its new status. */
export const threadActs = ['post', 'edit', 'react', 'pick', 'mode', ...commentStatuses] as const;
export type ThreadAct = (typeof threadActs)[number];

export interface ThreadMoved {
  threadId: string;
  /** The newest number of its change log that is known to be committed. */
  head: number;
  /** `elsewhere`: another process moved it. */
  act: ThreadAct | 'elsewhere';
}

/** A thread's change log went on; told once for each time numbers are taken here, and when another process was seen to take some. */
export const threadMoved = new EventType<ThreadMoved>('thread moved');
