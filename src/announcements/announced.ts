import type { Transaction } from '../platform/database';

/** Notices of it carry `Announced`. */
export const announcedChannel = 'announced';

/** A comment that came to a site, or went. */
export interface AnnouncedComment {
  authorId: string;
  /** What of it is followed: its author, thread, section, and the conversations it belongs to. */
  topics: string[];
  /** It never was in a feed before, and it is now. */
  isNew: boolean;
}

/** What open pages of a site should ask again. It names nothing that a page is told: each process tells readers apart. */
export interface Announced {
  siteId: string;
  /** Readers whose inbox changed. */
  inbox: string[];
  /** Readers whose feed changed by what they did themselves. */
  feed: string[];
  comments: AnnouncedComment[];
}

/** PostgreSQL takes less than 8,000 bytes; all that is sent is ASCII. */
const maxPayloadBytes = 7_900;

/** With the commit, to every process. */
export async function noteAnnounced(tx: Transaction, announced: readonly Announced[]): Promise<void> {
  const payloads = announced.flatMap(payloadsOf);
  if (payloads.length === 0) return;
  await tx.rows(`select pg_notify('${announcedChannel}', p.payload) from unnest($1::text[]) p (payload)`, [payloads]);
}

export function readAnnounced(payload: string): Announced {
  return JSON.parse(payload) as Announced;
}

/** In as many parts as it takes. A comment with all that is followed of it is in one part: how many came to a reader is counted by comments. */
export function payloadsOf({ siteId, ...lists }: Announced): string[] {
  const payloads: Announced[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  const add = <Of extends keyof typeof lists>(of: Of, value: Announced[Of][number]): void => {
    const valueBytes = JSON.stringify(value).length + 1;
    let payload = payloads.at(-1);
    if (payload === undefined || bytes + valueBytes > maxPayloadBytes) {
      payload = { siteId, inbox: [], feed: [], comments: [] };
      bytes = JSON.stringify(payload).length;
      payloads.push(payload);
    }
    (payload[of] as unknown[]).push(value);
    bytes += valueBytes;
  };
  for (const readerId of lists.inbox) add('inbox', readerId);
  for (const readerId of lists.feed) add('feed', readerId);
  for (const comment of lists.comments) add('comments', comment);
  return payloads.map((payload) => JSON.stringify(payload));
}
