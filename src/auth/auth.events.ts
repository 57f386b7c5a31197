import type { SessionEndReason } from '../../contract/live';
import { EventType } from '../platform/events';

/** A session ended, here or in another process; may be told twice. */
export const sessionEnded = new EventType<{ sessionId: string; reason: SessionEndReason }>('session ended');
