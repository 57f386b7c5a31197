import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Coding = 'br' | 'gzip';

/** One way to answer with a representation. */
export interface Form {
  status: 200 | 304;
  body?: Buffer;
  coding?: Coding;
}

const worthCompressingBytes = 1_000;
/** Where brotli is about as quick as gzip and smaller. */
const brotliQuality = 5;

const compress: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: (body) => promisify(gzip)(body),
};

/** A finished body, the same for everybody: however often it is sent, its entity tag and its compressed forms are made once. */
export class Representation {
  readonly entityTag: string;
  /** About what it takes in memory, with what may be made of it. */
  readonly keptBytes: number;
  /** Each compressed form, or that it is being made. */
  private readonly compressed = new Map<Coding, Buffer | Promise<Buffer>>();

  constructor(
    readonly body: Buffer,
    readonly contentType: string,
  ) {
    // Weak, since the same tag stands for the plain and the compressed forms.
    this.entityTag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    this.keptBytes = Math.ceil(body.length * 1.5) + 500;
  }

  static ofJson(value: object): Representation {
    return new Representation(Buffer.from(JSON.stringify(value)), 'application/json; charset=utf-8');
  }

  /** Answers the request with it, or with 304 when the client has it. */
  async send(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.header('etag', this.entityTag).header('vary', 'accept-encoding');
    const { status, body, coding } = this.formFor(request.headers) ?? (await this.compress(request.headers));
    reply.status(status);
    if (coding !== undefined) reply.header('content-encoding', coding);
    if (body !== undefined) reply.type(this.contentType);
    reply.send(body);
  }

  /** What answers a request with these headers; undefined when it has to be compressed first. */
  formFor(headers: IncomingHttpHeaders): Form | undefined {
    if (names(headers['if-none-match'], this.entityTag)) return { status: 304 };
    const coding = this.codingFor(headers['accept-encoding']);
    const body = coding === undefined ? this.body : this.compressed.get(coding);
    return Buffer.isBuffer(body) ? { status: 200, body, coding } : undefined;
  }

  private codingFor(accepted: string | string[] | undefined): Coding | undefined {
    if (accepted === undefined || this.body.length < worthCompressingBytes) return undefined;
    const offered = accepted.toString();
    return accepts(offered, 'br') ? 'br' : accepts(offered, 'gzip') ? 'gzip' : undefined;
  }

  private async compress(headers: IncomingHttpHeaders): Promise<Form> {
    const coding = this.codingFor(headers['accept-encoding']) ?? 'gzip';
    const making = this.compressed.get(coding) ?? compress[coding](this.body);
    this.compressed.set(coding, making);
    const body = await making;
    this.compressed.set(coding, body);
    return { status: 200, body, coding };
  }
}

function accepts(offered: string, coding: Coding): boolean {
  return new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:\\s|,|$))`).test(offered);
}

/** Whether If-None-Match names the tag; compared weakly, as RFC 9110 says. */
function names(ifNoneMatch: string | undefined, entityTag: string): boolean {
  if (ifNoneMatch === undefined || ifNoneMatch === entityTag) return ifNoneMatch !== undefined;
  const opaque = entityTag.slice(2);
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque);
}
