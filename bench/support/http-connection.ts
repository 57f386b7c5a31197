import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { atEnd } from './at-end';

export interface HttpAnswer {
  status: number;
  head: string;
  /** Empty unless the connection keeps bodies. */
  body: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One kept-alive connection that sends a request as soon as the one before is answered. It reads as little as it must (the status and
 * the length), so that on two cores the processor time of asking does not stand in for that of answering; complete clients cost several
 * times as much.
 */
export class HttpConnection {
  private received: Buffer[] = [];
  private head?: string;
  private bodyBytesLeft = 0;
  private settle?: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void };

  private constructor(
    private readonly socket: Socket,
    private readonly keepsBodies: 'keeps bodies' | 'counts bytes',
  ) {
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('the server closed the connection')));
  }

  static async open(port: number, keeps: 'keeps bodies' | 'counts bytes' = 'counts bytes'): Promise<HttpConnection> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    atEnd(async () => socket.destroy());
    return new HttpConnection(socket, keeps);
  }

  send(request: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    if (this.head === undefined) this.readHead(chunk);
    else this.readBody(chunk);
  }

  private readHead(chunk: Buffer): void {
    const start = this.received.length === 0 ? chunk : Buffer.concat([...this.received, chunk]);
    const end = start.indexOf(headEnd);
    if (end < 0) {
      this.received = [start];
      return;
    }
    this.received = [];
    const head = start.toString('latin1', 0, end);
    this.head = head;
    this.bodyBytesLeft = lengthIn(head);
    this.readBody(start.subarray(end + headEnd.length));
  }

  private readBody(chunk: Buffer): void {
    this.bodyBytesLeft -= chunk.length;
    if (this.keepsBodies === 'keeps bodies') this.received.push(chunk);
    if (this.bodyBytesLeft > 0) return;
    const head = this.head ?? '';
    const answer = { status: Number(head.slice(9, 12)), head, body: Buffer.concat(this.received) };
    this.head = undefined;
    this.received = [];
    this.settle?.resolve(answer);
  }
}

/** Openings of the header lines, as node sends them. */
function lengthIn(head: string): number {
  const start = head.search(/\r\ncontent-length:/i);
  return start < 0 ? 0 : Number.parseInt(head.slice(start + 17), 10);
}

export function openConnections(port: number, count: number): Promise<HttpConnection[]> {
  return Promise.all(Array.from({ length: count }, () => HttpConnection.open(port)));
}

/** The text of a request; its answer must be read before the next is sent. */
export function requestText(line: string, given: { headers?: Record<string, string>; body?: string } = {}): string {
  const length = given.body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(given.body) };
  const headers = Object.entries({ host: '127.0.0.1', ...given.headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${headers.join('')}\r\n${given.body ?? ''}`;
}
