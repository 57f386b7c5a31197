import type { Server as HttpServer } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Server } from 'socket.io';
import { limits } from '../../contract/limits';
import { type JoinedThread, type JoinRefusal, livePath, type SessionEndReason } from '../../contract/live';
import { Sessions, sessionEnded } from '../auth';
import { Events } from '../platform/events';
import { isId, NotFound, RateLimits, TooManyRequests } from '../platform/http';
import { Log, Metrics } from '../platform/telemetry';
import { ConsoleChannel } from './console-channel';
import { Handshake } from './handshake';
import { limitPackets } from './limit-packets';
import { type Connection, type LiveIo, type LiveSocket, readerRoom, sessionRoom, threadOfRoom, threadRoom } from './live-socket';
import { ReaderChannel } from './reader-channel';
import { dropConnection, SlowConnections } from './slow-connections';
import { ThreadRooms } from './thread-rooms';

const { beaconMilliseconds, slowCheckMilliseconds, connectMilliseconds, maxMessageBytes, maxRoomsPerSocket } = limits.live;
const forgotten = {};

type Answer = (joined: JoinedThread) => void;

/** Socket.IO on the service's own HTTP server. What a client sends is checked by hand here: no guard and no pipe stands before it. */
@Injectable()
export class LiveServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private io?: LiveIo;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly slowConnections = new SlowConnections();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly handshake: Handshake,
    private readonly rooms: ThreadRooms,
    private readonly console: ConsoleChannel,
    private readonly readers: ReaderChannel,
    private readonly sessions: Sessions,
    private readonly rates: RateLimits,
    private readonly events: Events,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const io: LiveIo = new Server(this.host.httpAdapter.getHttpServer() as HttpServer, {
      path: livePath,
      serveClient: false,
      maxHttpBufferSize: maxMessageBytes,
      connectTimeout: connectMilliseconds,
      // Who polls does because WebSocket failed.
      allowUpgrades: false,
      perMessageDeflate: false,
      httpCompression: false,
      pingInterval: limits.live.pingIntervalMilliseconds,
      pingTimeout: limits.live.pingTimeoutMilliseconds,
    });
    this.io = io;
    io.engine.use(this.handshake.admit);
    io.use(this.handshake.identify);
    io.engine.on('headers', (headers: object) => Object.assign(headers, this.handshake.headers));
    io.engine.on('connection', (connection: Connection) => {
      connection.once('close', this.handshake.noteOpened(connection.request));
      limitPackets(connection);
    });
    io.on('connection', (socket) => this.welcome(socket));
    this.rooms.attach(io);
    this.console.attach(io);
    this.readers.attach(io);
    this.events.on(sessionEnded, ({ sessionId, reason }) => this.endSession(sessionId, reason));
    this.every(beaconMilliseconds, () => this.rooms.beacon());
    this.every(slowCheckMilliseconds, () => this.dropSlow(connectionsOf(io)));
    this.metrics.gauge('live_sockets', 'Open live connections.', () => ({ open: io.engine.clientsCount }));
    this.metrics.gauge('live_rooms', 'Threads somebody has open, and the readers in the fullest.', () => ({ ...this.rooms.sizes() }));
  }

  /** Before the HTTP server closes, which waits for every connection. */
  beforeApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.rooms.stop();
    this.readers.stop();
    if (this.io === undefined) return;
    for (const connection of connectionsOf(this.io)) dropConnection(connection);
    this.io.engine.close();
  }

  private every(milliseconds: number, run: () => void): void {
    this.timers.push(setInterval(run, milliseconds).unref());
  }

  private welcome(socket: LiveSocket): void {
    forgetHandshake(socket);
    // Nobody sends to a single socket.
    void socket.leave(socket.id);
    const { actor } = socket.data;
    if (actor.kind === 'reader') {
      void socket.join([sessionRoom(actor.sessionId), readerRoom(actor.readerId)]);
      socket.on('disconnect', this.sessions.watch(actor.sessionId));
    }
    socket.on('thread:join', (request, answer) => inTurn(socket, () => this.join(socket, request, answer)));
    socket.on('thread:leave', (request) => {
      if (isId(request?.threadId)) inTurn(socket, () => socket.leave(threadRoom(request.threadId.toLowerCase())));
    });
    socket.on('thread:typing', (typing) => this.noteTyping(socket, typing));
  }

  private async join(socket: LiveSocket, request: unknown, answer: unknown): Promise<void> {
    if (typeof answer !== 'function') return;
    const reply = answer as Answer;
    try {
      const wanted = readJoin(request);
      if (wanted === undefined || hasTooManyRooms(socket, wanted.threadId)) return reply({ refused: 'invalid_request' });
      await this.rates.consume('liveJoinsPerAddress', socket.data.address);
      reply(await this.rooms.join(socket, wanted.threadId, wanted.after));
    } catch (error) {
      reply({ refused: this.refusalFor(error) });
    }
  }

  private refusalFor(error: unknown): JoinRefusal {
    if (error instanceof NotFound) return 'not_found';
    if (error instanceof TooManyRequests) return 'too_many_requests';
    this.log.error({ err: error }, 'a join failed');
    return 'internal_error';
  }

  private noteTyping(socket: LiveSocket, typing: unknown): void {
    const { threadId, parentId } = (typing ?? {}) as { threadId?: unknown; parentId?: unknown };
    const isWhole = isId(threadId) && (parentId === null || isId(parentId));
    if (isWhole && socket.data.actor.kind === 'reader') this.rooms.noteTyping(socket, threadId.toLowerCase(), parentId);
  }

  private endSession(sessionId: string, reason: SessionEndReason): void {
    const sockets = this.io?.in(sessionRoom(sessionId));
    sockets?.emit('session:ended', { reason });
    sockets?.disconnectSockets(true);
    this.console.endSession(sessionId, reason);
  }

  private dropSlow(connections: Connection[]): void {
    const dropped = this.slowConnections.drop(connections);
    if (dropped > 0) this.log.info({ dropped }, 'closed live connections that do not keep up');
  }
}

/** What the handshake said is of no use any more, and larger than the rest of a socket. */
function forgetHandshake(socket: LiveSocket): void {
  Object.assign(socket.conn, { request: null });
  Object.assign(socket, { handshake: forgotten });
}

/** One thing after the other: how many rooms a socket is in, and whether it left one, is known only when the one before is done. */
function inTurn({ data }: LiveSocket, run: () => Promise<void> | void): void {
  data.turn = data.turn.then(run);
}

function connectionsOf({ engine }: LiveIo): Connection[] {
  return Object.values((engine as unknown as { clients: Record<string, Connection> }).clients);
}

function readJoin(request: unknown): { threadId: string; after: number } | undefined {
  const { threadId, after } = (request ?? {}) as { threadId?: unknown; after?: unknown };
  return isId(threadId) && Number.isSafeInteger(after) && (after as number) >= 0
    ? { threadId: threadId.toLowerCase(), after: after as number }
    : undefined;
}

function hasTooManyRooms(socket: LiveSocket, threadId: string): boolean {
  const joined = [...socket.rooms].map(threadOfRoom).filter((joinedId) => joinedId !== undefined);
  return joined.length >= maxRoomsPerSocket && !joined.includes(threadId);
}
