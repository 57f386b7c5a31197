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

type Part = { [Key in 'inbox' | 'feed' | 'comments']: { of: Key; value: Announced[Key][number] } }[keyof Omit<Announced, 'siteId'>];

/** In as many parts as it takes. A comment with all that is followed of it is in one part: how many came to a reader is counted by comments. */
export function payloadsOf({ siteId, inbox, feed, comments }: Announced): string[] {
  const parts: Part[] = [
    ...inbox.map((value) => ({ of: 'inbox' as const, value })),
    ...feed.map((value) => ({ of: 'feed' as const, value })),
    ...comments.map((value) => ({ of: 'comments' as const, value })),
  ];
  const nothing = (): Announced => ({ siteId, inbox: [], feed: [], comments: [] });
  const frameBytes = JSON.stringify(nothing()).length;
  const payloads: Announced[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const { of, value } of parts) {
    const partBytes = JSON.stringify(value).length + 1;
    if (bytes + partBytes > maxPayloadBytes) {
      payloads.push(nothing());
      bytes = frameBytes;
    }
    (payloads.at(-1)?.[of] as unknown[]).push(value);
    bytes += partBytes;
  }
  return payloads.map((payload) => JSON.stringify(payload));
}
