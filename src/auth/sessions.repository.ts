import { Injectable } from '@nestjs/common';
import type { SessionEndReason } from '../../contract/live';
import type { Audience } from '../platform/access';
import { Reads, type Transaction } from '../platform/database';

export interface Session {
  id: string;
  readerId: string;
  audience: Audience;
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

  async findLiveSession(tokenHash: Buffer): Promise<(Session & { expiresAt: Date }) | undefined> {
    const [row] = await this.reads.prepared<{ id: string; reader_id: string; audience: Audience; expires_at: Date }>(
      'live_session',
      'select id, reader_id, audience, expires_at from session where token_hash = $1 and ended_at is null and expires_at > now()',
      [tokenHash],
    );
    return row && { id: row.id, readerId: row.reader_id, audience: row.audience, expiresAt: row.expires_at };
  }

  async endSession(tx: Transaction, id: string, reason: Exclude<SessionEndReason, 'expired'>): Promise<void> {
    await tx.rows('update session set ended_at = clock_timestamp(), end_reason = $2 where id = $1 and ended_at is null', [id, reason]);
  }

  /** Which of these sessions are not live any more. */
  async findEnded(ids: readonly string[]): Promise<{ sessionId: string; reason: SessionEndReason }[]> {
    const rows = await this.reads.rows<{ id: string; end_reason: SessionEndReason | null }>(
      'select id, end_reason from session where id = any($1) and (ended_at is not null or expires_at <= now())',
      [ids],
    );
    return rows.map((row) => ({ sessionId: row.id, reason: row.end_reason ?? 'expired' }));
  }

  /** Sessions nobody can use any more go after a month. */
  async deleteOld(tx: Transaction): Promise<void> {
    await tx.rows(`delete from session where expires_at < now() - interval '30 days' or ended_at < now() - interval '30 days'`);
  }
}
