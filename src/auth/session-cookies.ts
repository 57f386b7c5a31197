import { fastifyCookie } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
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
    return request.cookies[this.name(audience)];
  }

  /** The same from a raw Cookie header. */
  readHeader(header: string | undefined, audience: Audience): string | undefined {
    return header === undefined ? undefined : fastifyCookie.parse(header)[this.name(audience)];
  }

  set(reply: FastifyReply, audience: Audience, token: string): void {
    reply.setCookie(this.name(audience), token, { ...this.attributes(audience), maxAge: lifetimeSeconds[audience] });
  }

  clear(reply: FastifyReply, audience: Audience): void {
    reply.setCookie(this.name(audience), '', { ...this.attributes(audience), maxAge: 0 });
  }

  name(audience: Audience): string {
    return `${this.prefix}${names[audience]}`;
  }

  private attributes(audience: Audience) {
    const own = { path: '/', httpOnly: true, secure: true };
    return audience === 'embed' ? { ...own, sameSite: 'none' as const, partitioned: true } : { ...own, sameSite: 'strict' as const };
  }
}
