import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../contract/live';
import type { Actor } from '../platform/access';

interface SocketData {
  actor: Actor;
}

type NoServerEvents = Record<string, never>;

export type LiveSocket = Socket<ClientEvents, ServerEvents, NoServerEvents, SocketData>;
export type LiveIo = Server<ClientEvents, ServerEvents, NoServerEvents, SocketData>;

export function threadRoom(threadId: string): string {
  return `thread ${threadId}`;
}

export function isThreadRoom(name: string): boolean {
  return name.startsWith('thread ');
}

export function sessionRoom(sessionId: string): string {
  return `session ${sessionId}`;
}
