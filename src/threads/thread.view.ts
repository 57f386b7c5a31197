import type { ThreadView } from '../../contract/conversation';
import { effectiveMode, type Thread } from './thread';

export function threadView(thread: Thread, now: Date): ThreadView {
  return {
    id: thread.id,
    articleKey: thread.articleKey,
    url: thread.url,
    title: thread.title,
    mode: effectiveMode(thread, now),
    closesAt: thread.closesAt?.toISOString() ?? null,
  };
}
