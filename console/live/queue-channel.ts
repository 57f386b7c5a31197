import { Manager, type Socket as SocketOf } from 'socket.io-client';
import { type ConsoleClientEvents, type ConsoleServerEvents, consoleNamespace, livePath } from '../../contract/live';

type Socket = SocketOf<ConsoleServerEvents, ConsoleClientEvents>;

const firstDelayMilliseconds = 500;
const longestDelayMilliseconds = 30_000;
/** Before it tries again where the service closed or refused on purpose, which the library takes for good. */
const afterRefusalMilliseconds = 10_000;

/** The only one that knows Socket.IO: hears that the queue of one site has moved. What is in it is asked for elsewhere. */
export class QueueChannel {
  private socket?: Socket;
  private siteId: string | null = null;
  private isHeard = false;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly origin: string,
    /** Something moved, or may have moved while nothing was heard; or the session has ended, which the next question tells. */
    private readonly onNews: () => void,
  ) {}

  /** Whether news will be heard. */
  get isWatching(): boolean {
    return this.isHeard;
  }

  /** From now on this site, in the name of whoever is signed in; null for none. */
  watch(siteId: string | null): void {
    if (siteId === this.siteId) return;
    this.close();
    this.siteId = siteId;
    if (siteId !== null) this.open(siteId);
  }

  private open(siteId: string): void {
    const manager = new Manager(this.origin, {
      path: livePath,
      transports: ['websocket'],
      reconnectionDelay: firstDelayMilliseconds,
      reconnectionDelayMax: longestDelayMilliseconds,
    });
    const socket: Socket = manager.socket(consoleNamespace);
    this.socket = socket;
    socket.on('connect', () => socket.emit('queue:watch', { siteId }, (isWatched) => this.noteWatched(isWatched)));
    socket.on('connect_error', () => this.noteDeaf(socket));
    socket.on('disconnect', () => this.noteDeaf(socket));
    socket.on('queue:moved', (moved) => {
      if (moved.siteId === siteId) this.onNews();
    });
    socket.on('session:ended', () => this.onNews());
  }

  private noteWatched(isWatched: boolean): void {
    this.isHeard = isWatched;
    if (isWatched) this.onNews();
  }

  private noteDeaf(socket: Socket): void {
    this.isHeard = false;
    if (socket.active) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => socket.connect(), afterRefusalMilliseconds);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.isHeard = false;
    this.socket?.removeAllListeners();
    this.socket?.disconnect();
  }
}
