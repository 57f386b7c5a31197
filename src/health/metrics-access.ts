import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { Env } from '../config';
import { NotFound } from '../platform/http';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Metrics tell how busy each conversation is: only this machine, or who holds the token, may read them. */
@Injectable()
export class MetricsAccess {
  constructor(private readonly env: Env) {}

  assertMayRead(request: Pick<FastifyRequest, 'ip' | 'headers' | 'socket'>): void {
    const token = this.env.METRICS_TOKEN;
    if (token === undefined) {
      const isLocal =
        [request.ip, request.socket.remoteAddress ?? ''].every((address) => isLoopback(address)) &&
        request.headers['x-forwarded-for'] === undefined;
      if (!isLocal) throw new NotFound();
      return;
    }
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))) throw new NotFound();
  }
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
