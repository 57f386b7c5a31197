import type { ThreadMode } from '../../contract/conversation';

/** The conversation under one article. */
export interface Thread {
  id: string;
  siteId: string;
  /** The publisher's own key of the article, unique on its site. */
  articleKey: string;
  url: string;
  title: string;
  section: string | null;
  publishedAt: Date | null;
  mode: ThreadMode;
  closesAt: Date | null;
}

/** The mode that counts now: past its closing time a thread is at most read only. */
export function effectiveMode(thread: Pick<Thread, 'mode' | 'closesAt'>, now: Date): ThreadMode {
  const isPastClosing = thread.closesAt !== null && thread.closesAt <= now;
  if (!isPastClosing || thread.mode === 'closed') return thread.mode;
  return 'read_only';
}
