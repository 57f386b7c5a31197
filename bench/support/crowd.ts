import { WebSocket } from 'ws';
import { napping } from './nap';
import { cookieOf, fromReader } from './reader-address';

/**
 * The process of the readers who watch: many sockets that do as little as they can, so that they do not take the server's share of the
 * machine. They speak as much of Engine.IO and Socket.IO as it takes to join a thread, or nothing at all to a plain `ws` server.
 */
export interface CrowdOrder {
  port: number;
  sockets: number;
  /** The thread to join; without one the sockets only listen. */
  threadId?: string;
  /** Of the readers whose pages they are, who are told what comes to their feeds; one for each socket. */
  tokens?: readonly string[];
}

/** What all of them received since the last report. */
export interface CrowdReport {
  frames: number;
  /** How often a change arrived, by its age in milliseconds. */
  ages: Record<number, number>;
  /** Each frame as it came, once. */
  texts: string[];
  /** When a reader was told that something came to their feed, in milliseconds since 1970. */
  told: number[];
}

const opensAtOnce = 100;
/** What a rate limit remembers of an address for a minute is not a socket's: many readers share one. */
const socketsPerAddress = 250;
const sentAtShape = /sent at (\d{13})/g;

function emptyReport(): CrowdReport {
  return { frames: 0, ages: {}, texts: [], told: [] };
}

class Crowd {
  private report = emptyReport();
  private last?: { start: string; sentAt: number[] };

  constructor(private readonly order: CrowdOrder) {}

  async open(): Promise<void> {
    for (let number = 0; number < this.order.sockets; number += opensAtOnce) {
      const count = Math.min(opensAtOnce, this.order.sockets - number);
      await Promise.all(Array.from({ length: count }, (_, place) => this.openOne(number + place)));
    }
  }

  takeReport(): CrowdReport {
    const { report } = this;
    this.report = emptyReport();
    return report;
  }

  private openOne(number: number): Promise<void> {
    const { port, threadId, tokens } = this.order;
    const isPlain = threadId === undefined && tokens === undefined;
    const address = `ws://127.0.0.1:${port}${isPlain ? '' : '/live/?EIO=4&transport=websocket'}`;
    const cookie = tokens && { cookie: cookieOf(tokens[number]) };
    const headers = { 'sec-fetch-site': 'same-origin', ...cookie, ...fromReader(Math.floor(number / socketsPerAddress)) };
    const socket = new WebSocket(address, { headers, perMessageDeflate: false });
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('a socket was closed')));
      if (isPlain) socket.on('open', resolve);
      socket.on('message', (data: Buffer) => {
        const answer = this.read(data);
        if (answer === 'joined') resolve();
        else if (answer !== undefined) socket.send(answer);
      });
    });
  }

  /** The first bytes tell: 0 open, 2 ping, 40 connected, 42 event, 430 the answer to the join. */
  private read(data: Buffer): string | undefined {
    const start = data.toString('latin1', 0, 160);
    if (start.startsWith('42["thread:changes"')) return this.note(data, start);
    if (start.startsWith('42["reader:activity"')) this.report.told.push(Date.now());
    if (start.startsWith('0')) return '40';
    if (start === '2') return '3';
    if (start.startsWith('430')) return start.includes('refused') ? this.refuse(start) : 'joined';
    if (start.startsWith('40') && this.order.threadId === undefined) return 'joined';
    if (start.startsWith('40')) return `420${JSON.stringify(['thread:join', { threadId: this.order.threadId, after: 1_000_000_000 }])}`;
    return undefined;
  }

  /** All sockets get the same frames: only the first of each is read. */
  private note(data: Buffer, start: string): undefined {
    if (this.last?.start !== start) {
      const text = data.toString();
      this.report.texts.push(text);
      this.last = { start, sentAt: [...text.matchAll(sentAtShape)].map(([, sentAt]) => Number(sentAt)) };
    }
    this.report.frames += 1;
    const now = Date.now();
    for (const sentAt of this.last.sentAt) this.report.ages[now - sentAt] = (this.report.ages[now - sentAt] ?? 0) + 1;
  }

  private refuse(answer: string): never {
    throw new Error(`a join was refused: ${answer}`);
  }
}

const forever = new Promise<never>(() => undefined);

process.once('message', (order: CrowdOrder) => {
  void napping(forever);
  const crowd = new Crowd(order);
  void crowd.open().then(() => process.send?.('open'));
  process.on('message', () => process.send?.(crowd.takeReport()));
});
