import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Metrics } from '../telemetry';
import type { Form, Representation } from './representation';
import { requestId } from './request-id';

interface ReadyAnswer {
  representation: Representation;
  /** Name, value, name, value: what an answer of each kind has in common with the first one. */
  headers: Record<Form['status'], readonly string[]>;
  observe: Record<Form['status'], (seconds: number) => void>;
  isCurrent(): boolean;
}

const maxBytes = 32 * 1024 * 1024;
/** Each answer's own, or node's. */
const notShared = new Set(['x-request-id', 'content-length', 'content-encoding', 'date', 'connection']);

/**
 * Answers to hot addresses that are the same for everybody, sent before the framework is asked: coming through it costs several times what
 * they do. The framework gave each of them once, and whatever is out of date, or asked for in another way, goes to it again.
 */
@Injectable()
export class ReadyAnswers implements BeforeApplicationShutdown {
  private readonly answers = new LRUCache<string, ReadyAnswer>({
    maxSize: maxBytes,
    sizeCalculation: ({ representation }) => representation.keptBytes,
  });
  private isStopping = false;

  constructor(private readonly metrics: Metrics) {}

  /** From now on this server's requests come by here first. */
  standBefore(server: Server): void {
    const listeners = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (!this.answer(request, response)) for (const listener of listeners) listener.call(server, request, response);
    });
  }

  /** A stopping service lets go of its connections, which the framework sees to. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  /** Keeps what has just been answered for as long as it `isCurrent`. Only for what everybody may have. */
  keep(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    kept: Pick<ReadyAnswer, 'representation' | 'isCurrent'>,
  ): void {
    const shared = Object.entries(reply.getHeaders()).filter(([name]) => !notShared.has(name));
    const notModified = shared.filter(([name]) => name !== 'content-type');
    const withType = [...notModified, ['content-type', kept.representation.contentType]];
    const headers = { 200: withType.flat().map(String), 304: notModified.flat().map(String) };
    const kind = { method: 'GET', route: request.routeOptions.url ?? '' };
    const observe = {
      200: this.metrics.requestObserver({ ...kind, status: 200 }),
      304: this.metrics.requestObserver({ ...kind, status: 304 }),
    };
    this.answers.set(request.raw.url ?? '', { ...kept, headers, observe });
  }

  private answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || this.isStopping) return false;
    const ready = this.currentAnswer(request.url ?? '');
    const form = ready?.representation.formFor(request.headers);
    if (ready === undefined || form === undefined) return false;
    const start = performance.now();
    const { status, body, coding } = form;
    const own = ['x-request-id', requestId(request)];
    if (body !== undefined) own.push('content-length', String(body.length));
    if (coding !== undefined) own.push('content-encoding', coding);
    response.writeHead(status, [...ready.headers[status], ...own]).end(body);
    ready.observe[status]((performance.now() - start) / 1000);
    return true;
  }

  private currentAnswer(url: string): ReadyAnswer | undefined {
    const ready = this.answers.get(url);
    if (ready?.isCurrent()) return ready;
    this.answers.delete(url);
    return undefined;
  }
}
