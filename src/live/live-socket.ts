import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../contract/live';
import type { Actor } from '../platform/access';

interface SocketData {
  actor: Actor;
  /** Whose joins are counted together. */
  address: string;
  /** Done when everything asked so far is. */
  turn: Promise<void>;
}

type NoServerEvents = Record<string, never>;

export type LiveSocket = Socket<ClientEvents, ServerEvents, NoServerEvents, SocketData>;
export type LiveIo = Server<ClientEvents, ServerEvents, NoServerEvents, SocketData>;

/** Engine.IO's, under the socket: there before it, and when the client never asks for one. */
export type Connection = LiveSocket['conn'];

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

const readerPrefix = 'reader ';

/** All open pages of a reader. */
export function readerRoom(readerId: string): string {
  return readerPrefix + readerId;
}

/** The reader whose room has the name; undefined for rooms of another kind. */
export function readerOfRoom(name: string): string | undefined {
  return name.startsWith(readerPrefix) ? name.slice(readerPrefix.length) : undefined;
}

/** What of a socket of `ws` neither it nor Engine.IO lets be seen. */
export interface RawWebSocket {
  readonly readyState: number;
  readonly bufferedAmount: number;
  readonly _socket: { write(bytes: Buffer): void };
  terminate(): void;
  on(event: 'ping', run: () => void): void;
}

/** The WebSocket under Engine.IO's transport; none while it is polling. */
export function rawWebSocket(connection: Connection): RawWebSocket | undefined {
  return (connection.transport as unknown as { socket?: RawWebSocket } | undefined)?.socket;
}
