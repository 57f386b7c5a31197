import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../contract/live';
import type { Actor } from '../platform/access';

interface SocketData {
  actor: Actor;
}

type NoServerEvents = Record<string, never>;

export type LiveSocket = Socket<ClientEvents, ServerEvents, NoServerEvents, SocketData>;
export type LiveIo = Server<ClientEvents, ServerEvents, NoServerEvents, SocketData>;

const threadPrefix = 'thread ';

export function threadRoom(threadId: string): string {
  return threadPrefix + threadId;
}

/** The thread whose room has the name; undefined for rooms of another kind. */
export function threadOfRoom(name: string): string | undefined {
  return name.startsWith(threadPrefix) ? name.slice(threadPrefix.length) : undefined;
}

export function sessionRoom(sessionId: string): string {
  return `session ${sessionId}`;
}
