import type { ThreadMode } from '../../contract/conversation';

/** Who brought a thread about: the publisher by the API, or somebody who opened the article first. */
export type RegisteredBy = 'publisher' | 'first_view';

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
  registeredBy: RegisteredBy;
  /** When a thread of a first view was last opened; null once it has a comment or the publisher registered it. About a day coarse. */
  provisionalAt: Date | null;
}

export interface ThreadRow {
  id: string;
  site_id: string;
  article_key: string;
  url: string;
  title: string;
  section: string | null;
  published_at: Date | null;
  mode: ThreadMode;
  closes_at: Date | null;
  registered_by: RegisteredBy;
  provisional_at: Date | null;
}

export const threadColumns =
  't.id, t.site_id, t.article_key, t.url, t.title, t.section, t.published_at, t.mode, t.closes_at, t.registered_by, t.provisional_at';

export function toThread(row: ThreadRow): Thread {
  return {
    id: row.id,
    siteId: row.site_id,
    articleKey: row.article_key,
    url: row.url,
    title: row.title,
    section: row.section,
    publishedAt: row.published_at,
    mode: row.mode,
    closesAt: row.closes_at,
    registeredBy: row.registered_by,
    provisionalAt: row.provisional_at,
  };
}

/** The mode that counts now: past its closing time a thread is at most read only. */
export function effectiveMode(thread: Pick<Thread, 'mode' | 'closesAt'>, now: Date): ThreadMode {
  const isPastClosing = thread.closesAt !== null && thread.closesAt <= now;
  if (!isPastClosing || thread.mode === 'closed') return thread.mode;
  return 'read_only';
}
