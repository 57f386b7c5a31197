import { Injectable } from '@nestjs/common';
import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limits } from '../../contract/limits';
import { Env } from '../config';
import type { Audience } from '../platform/access';

const names: Record<Audience, string> = { embed: 'parley', console: 'parley-console' };
const lifetimeSeconds: Record<Audience, number> = {
  embed: limits.session.embedDays * 86_400,
  console: limits.session.consoleHours * 3_600,
};

/** The two session cookies: the frame's, which lives under other people's pages, and the console's, which never leaves its own. */
@Injectable()
export class SessionCookies {
  private readonly prefix: string;

  constructor(env: Env) {
    const address = new URL(env.publicUrl);
    const mayPrefix = address.protocol === 'https:' || address.hostname === 'localhost';
    this.prefix = mayPrefix ? '__Host-' : '';
  }

  read(request: FastifyRequest, audience: Audience): string | undefined {
    return this.readHeader(request.headers.cookie, audience);
  }

  /** The same from a raw Cookie header. */
  readHeader(header: string | undefined, audience: Audience): string | undefined {
    return header === undefined ? undefined : parse(header)[this.name(audience)];
  }

  set(reply: FastifyReply, audience: Audience, token: string): void {
    this.send(reply, audience, { token, maxAge: lifetimeSeconds[audience] });
  }

  clear(reply: FastifyReply, audience: Audience): void {
    this.send(reply, audience, { token: '', maxAge: 0 });
  }

  name(audience: Audience): string {
    return `${this.prefix}${names[audience]}`;
  }

  private send(reply: FastifyReply, audience: Audience, { token, maxAge }: { token: string; maxAge: number }): void {
    const own = audience === 'embed' ? { sameSite: 'none' as const, partitioned: true } : { sameSite: 'strict' as const };
    reply.header('set-cookie', serialize(this.name(audience), token, { path: '/', httpOnly: true, secure: true, maxAge, ...own }));
  }
}
