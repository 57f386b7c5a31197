import { io, type Socket } from 'socket.io-client';
import { livePath, type ServerEvents } from '../../contract/live';
import type { BrowserLike } from './browser-like';

/** An open page of a reader in the frame, and what it was told of inbox and feed. */
export class HintedReader {
  readonly inbox: string[] = [];
  readonly feed: { siteId: string; added: number | null }[] = [];
  /** All that it was told, with its name. */
  readonly heard: unknown[][] = [];
  /** When it was told of its inbox. */
  private readonly inboxAt: number[] = [];
  private readonly socket: Socket<ServerEvents>;

  /** `browser` has the session; its page may be open on another process. */
  constructor(browser: BrowserLike, url = browser.url) {
    this.socket = io(url, {
      path: livePath,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin: 'http://localhost:4600', cookie: `__Host-parley=${browser.cookie('__Host-parley')}` },
    });
    this.socket.onAny((...event: unknown[]) => this.heard.push(event));
    this.socket.on('inbox:changed', ({ siteId }) => {
      this.inbox.push(siteId);
      this.inboxAt.push(performance.now());
    });
    this.socket.on('reader:activity', (activity) => this.feed.push(activity));
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  /** How many comments it was told of. */
  get added(): number {
    return this.feed.reduce((sum, { added }) => sum + (added ?? 0), 0);
  }

  /** Milliseconds, between two hints of its inbox. */
  get shortestPause(): number {
    return Math.min(...this.inboxAt.slice(1).map((at, index) => at - (this.inboxAt[index] ?? 0)));
  }

  close(): void {
    this.socket.disconnect();
  }
}
