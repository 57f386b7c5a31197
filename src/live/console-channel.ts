import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Namespace, Server, Socket } from 'socket.io';
import { type ConsoleClientEvents, type ConsoleServerEvents, consoleNamespace, type SessionEndReason } from '../../contract/live';
import { Sessions } from '../auth';
import { queueChannel } from '../comments';
import { mayModerate } from '../moderation';
import type { ReaderActor } from '../platform/access';
import { Notices } from '../platform/database';
import { isId } from '../platform/http';
import { Handshake } from './handshake';
import { type LiveIo, sessionRoom } from './live-socket';

type NoEvents = Record<string, never>;
type ConsoleData = { actor: ReaderActor };
type ConsoleSocket = Socket<ConsoleClientEvents, ConsoleServerEvents, NoEvents, ConsoleData>;
type ConsoleNamespace = Namespace<ConsoleClientEvents, ConsoleServerEvents, NoEvents, ConsoleData>;

/** Between two hints to the consoles of a site: each asks for what it shows. */
const pauseMilliseconds = 250;

/** Tells open consoles that their queue has moved, whichever process moved it. What is in it they ask for, with their rights. */
@Injectable()
export class ConsoleChannel implements OnModuleInit {
  private namespace?: ConsoleNamespace;
  /** Sites that were told a moment ago, and whether there is news since. */
  private readonly resting = new Map<string, { hasMoved: boolean }>();

  constructor(
    private readonly handshake: Handshake,
    private readonly notices: Notices,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.notices.on({ channel: queueChannel, heard: (siteId) => this.noteMoved(siteId), missed: () => this.noteAllMoved() });
  }

  attach(io: LiveIo): void {
    this.namespace = (io as unknown as Server).of(consoleNamespace) as unknown as ConsoleNamespace;
    this.namespace.use(this.handshake.identifyConsole as Parameters<ConsoleNamespace['use']>[0]);
    this.namespace.on('connection', (socket) => this.welcome(socket));
  }

  endSession(sessionId: string, reason: SessionEndReason): void {
    const sockets = this.namespace?.in(sessionRoom(sessionId));
    sockets?.emit('session:ended', { reason });
    sockets?.disconnectSockets(true);
  }

  private welcome(socket: ConsoleSocket): void {
    const { sessionId } = socket.data.actor;
    void socket.join(sessionRoom(sessionId));
    socket.on('disconnect', this.sessions.watch(sessionId));
    socket.on('queue:watch', (request, answer) => {
      if (typeof answer === 'function') answer(this.watch(socket, request));
    });
  }

  private watch(socket: ConsoleSocket, request: unknown): boolean {
    const { siteId } = (request ?? {}) as { siteId?: unknown };
    if (!isId(siteId) || !mayModerate(socket.data.actor, siteId)) return false;
    void socket.join(queueRoom(siteId));
    return true;
  }

  /** At once, and after a pause again for all that moved meanwhile. */
  private noteMoved(siteId: string): void {
    const resting = this.resting.get(siteId);
    if (resting !== undefined) {
      resting.hasMoved = true;
      return;
    }
    const room = queueRoom(siteId);
    if (!this.namespace?.adapter.rooms.has(room)) return;
    this.namespace.to(room).emit('queue:moved', { siteId });
    const rest = { hasMoved: false };
    this.resting.set(siteId, rest);
    setTimeout(() => {
      this.resting.delete(siteId);
      if (rest.hasMoved) this.noteMoved(siteId);
    }, pauseMilliseconds).unref();
  }

  private noteAllMoved(): void {
    for (const room of this.namespace?.adapter.rooms.keys() ?? []) {
      const siteId = siteOfRoom(room);
      if (siteId !== undefined) this.noteMoved(siteId);
    }
  }
}

const queuePrefix = 'queue ';

function queueRoom(siteId: string): string {
  return queuePrefix + siteId;
}

function siteOfRoom(room: string): string | undefined {
  return room.startsWith(queuePrefix) ? room.slice(queuePrefix.length) : undefined;
}
