import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { limits } from '../../contract/limits';
import type { SessionEndReason } from '../../contract/live';
import type { Audience, ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { Events } from '../platform/events';
import { Jobs } from '../platform/jobs';
import { Log } from '../platform/telemetry';
import { Clock, Ids } from '../platform/time';
import { StaffRolesRepository } from '../sites';
import { sessionEnded } from './auth.events';
import { SessionsRepository } from './sessions.repository';

const rememberedSessions = 20_000;
const checkEveryMilliseconds = 1_000;

interface Remembered {
  actor: ReaderActor;
  expiresAt: Date;
}

/**
 * Opaque tokens of which only the hash is stored. A session that was looked up is remembered here, and every second one query asks
 * which sessions have ended since the last, in whatever process: that bounds how long an ended session is still believed.
 */
@Injectable()
export class Sessions implements OnModuleInit, OnApplicationShutdown {
  /** Sessions of open connections, which send no request that would have them looked up; with how many each has. */
  private readonly watched = new Map<string, number>();
  private readonly remembered = new LRUCache<string, Remembered>({ max: rememberedSessions });
  /** By the database's clock: all that ended before is known here. At first, when the first session was looked up. */
  private askedAt?: Date;
  private timer?: NodeJS.Timeout;
  private checking?: Promise<void>;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly roles: StaffRolesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.define({
      name: 'delete_old_sessions',
      cron: '17 3 * * *',
      run: () => this.transactions.run((tx) => this.sessions.deleteOld(tx)),
    });
    this.timer = setInterval(() => {
      this.checking ??= this.forgetEnded().finally(() => {
        this.checking = undefined;
      });
    }, checkEveryMilliseconds);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.checking;
  }

  /** A new session; its token is known to nobody but the answer that sets the cookie. */
  async begin(tx: Transaction, readerId: string, audience: Audience): Promise<string> {
    const token = this.ids.secret();
    const lifetimeSeconds = audience === 'embed' ? limits.session.embedDays * 86_400 : limits.session.consoleHours * 3_600;
    await this.sessions.insertSession(tx, { id: this.ids.next(), readerId, audience, tokenHash: hashToken(token), lifetimeSeconds });
    return token;
  }

  /** The actor behind a token, or undefined. Rights of staff exist in the console only. */
  async find(token: string, audience: Audience): Promise<ReaderActor | undefined> {
    const tokenHash = hashToken(token);
    const known = this.remembered.get(keyOf(tokenHash));
    if (known !== undefined) return known.expiresAt > this.clock.now() && known.actor.audience === audience ? known.actor : undefined;
    const session = await this.sessions.findLiveSession(tokenHash);
    if (session === undefined || session.audience !== audience) return undefined;
    this.askedAt ??= session.askedAt;
    const roles = audience === 'console' ? await this.roles.listRoles(session.readerId) : [];
    const actor: ReaderActor = { kind: 'reader', readerId: session.readerId, sessionId: session.id, audience, roles };
    this.remembered.set(keyOf(tokenHash), { actor, expiresAt: session.expiresAt });
    return actor;
  }

  async end(sessionId: string): Promise<void> {
    const tokenHash = await this.transactions.run((tx) => {
      tx.tell(sessionEnded, { sessionId, reason: 'logout' });
      return this.sessions.endSession(tx, sessionId, 'logout');
    });
    if (tokenHash !== undefined) this.forget(tokenHash);
  }

  /** All that somebody has in the console. Every process has noticed within two seconds. */
  async endInConsole(tx: Transaction, readerId: string, reason: Exclude<SessionEndReason, 'expired'>): Promise<void> {
    for (const sessionId of await this.sessions.endConsoleSessions(tx, readerId, reason)) tx.tell(sessionEnded, { sessionId, reason });
  }

  /** Ends what the cookie of a browser named until now, since it is about to name another: nobody goes on with the one before. */
  async endBefore(token: string | undefined, audience: Audience): Promise<void> {
    const actor = token === undefined ? undefined : await this.find(token, audience);
    if (actor !== undefined) await this.end(actor.sessionId);
  }

  /** From now on its end is told however quiet the session is. Call what it returns when the connection closes. */
  watch(sessionId: string): () => void {
    this.watched.set(sessionId, (this.watched.get(sessionId) ?? 0) + 1);
    return () => {
      const left = (this.watched.get(sessionId) ?? 1) - 1;
      if (left > 0) this.watched.set(sessionId, left);
      else this.watched.delete(sessionId);
    };
  }

  /** When the database cannot be asked, the next question begins where the last answer ended. */
  private async forgetEnded(): Promise<void> {
    if (this.askedAt === undefined) return;
    try {
      const { ended, askedAt } = await this.sessions.findEndedSince(this.askedAt);
      this.askedAt = askedAt;
      for (const { id, tokenHash, reason } of ended) {
        this.forget(tokenHash);
        if (this.watched.has(id)) this.events.tell(sessionEnded, { sessionId: id, reason });
      }
    } catch (error) {
      this.remembered.clear();
      this.log.warn({ err: error }, 'could not ask which sessions ended: all are looked up again');
    }
  }

  private forget(tokenHash: Buffer): void {
    this.remembered.delete(keyOf(tokenHash));
  }
}

function keyOf(tokenHash: Buffer): string {
  return tokenHash.toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
