import { Injectable } from '@nestjs/common';
import type { SessionEndReason } from '../../contract/live';
import type { Audience } from '../platform/access';
import { Reads, type Transaction } from '../platform/database';

export interface Session {
  id: string;
  readerId: string;
  audience: Audience;
}

export interface EndedSession {
  id: string;
  tokenHash: Buffer;
  reason: SessionEndReason;
}

/** One for each session that ended; where there is none, one without a session. */
interface EndedRow {
  asked_at: Date;
  id: string | null;
  token_hash: Buffer;
  end_reason: SessionEndReason | null;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly reads: Reads) {}

  async insertSession(tx: Transaction, session: Session & { tokenHash: Buffer; lifetimeSeconds: number }): Promise<void> {
    await tx.rows(
      `insert into session (id, token_hash, reader_id, audience, expires_at) values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
      [session.id, session.tokenHash, session.readerId, session.audience, session.lifetimeSeconds],
    );
  }

  async findLiveSession(tokenHash: Buffer): Promise<(Session & { expiresAt: Date; askedAt: Date }) | undefined> {
    const [row] = await this.reads.prepared<{ id: string; reader_id: string; audience: Audience; expires_at: Date; asked_at: Date }>(
      'live_session',
      `select id, reader_id, audience, expires_at, now() as asked_at from session
        where token_hash = $1 and ended_at is null and expires_at > now()`,
      [tokenHash],
    );
    return row && { id: row.id, readerId: row.reader_id, audience: row.audience, expiresAt: row.expires_at, askedAt: row.asked_at };
  }

  /** The hash of its token; one that has ended already stays as it is. */
  async endSession(tx: Transaction, id: string, reason: Exclude<SessionEndReason, 'expired'>): Promise<Buffer | undefined> {
    const [row] = await tx.rows<{ token_hash: Buffer }>(
      `update session set ended_at = coalesce(ended_at, clock_timestamp()), end_reason = coalesce(end_reason, $2)
        where id = $1 returning token_hash`,
      [id, reason],
    );
    return row?.token_hash;
  }

  /** The ids of those that were live. */
  async endConsoleSessions(tx: Transaction, readerId: string, reason: Exclude<SessionEndReason, 'expired'>): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `update session set ended_at = clock_timestamp(), end_reason = $2
        where reader_id = $1 and audience = 'console' and ended_at is null and expires_at > now() returning id`,
      [readerId, reason],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * What ended since a time that the database told, and the time of this answer. It looks a minute further back: longer than a transaction waits
   * with its commit, an answer is on its way, or a clock is set back.
   */
  async findEndedSince(time: Date): Promise<{ ended: EndedSession[]; askedAt: Date }> {
    const rows = await this.reads.rows<EndedRow>(
      `select now() as asked_at, s.id, s.token_hash, s.end_reason
         from (select $1::timestamptz - interval '1 minute' as at) since
         left join session s on s.ended_at > since.at or (s.expires_at > since.at and s.expires_at <= now())`,
      [time],
    );
    const [{ asked_at: askedAt }] = rows as [EndedRow];
    const ended = rows.flatMap(({ id, token_hash, end_reason }) =>
      id === null ? [] : [{ id, tokenHash: token_hash, reason: end_reason ?? 'expired' }],
    );
    return { ended, askedAt };
  }

  /** Sessions nobody can use any more go after a month. */
  async deleteOld(tx: Transaction): Promise<void> {
    await tx.rows(`delete from session where expires_at < now() - interval '30 days' or ended_at < now() - interval '30 days'`);
  }
}
