import type { ServerEvents } from '../../contract/live';
import { type LiveIo, type LiveSocket, type RawWebSocket, rawWebSocket } from './live-socket';

const open = 1;

export interface RoomEvent<Name extends keyof ServerEvents> {
  name: Name;
  payload: Parameters<ServerEvents[Name]>[0];
  except?: LiveSocket;
  /** Worth nothing later. */
  isVolatile?: boolean;
}

/**
 * Sends an event to everybody in a room. It is encoded once, down to the bytes of the WebSocket frame, and written past the layers that
 * would do their work for every socket again. Who polls, or has something waiting there, gets it through them, so that the order holds; or
 * not at all when it is worth nothing later.
 */
export function sendToRoom<Name extends keyof ServerEvents>(io: LiveIo, room: string, event: RoomEvent<Name>): void {
  const { adapter, sockets } = io.of('/');
  const packet = `2${JSON.stringify([event.name, event.payload])}`;
  const frame = textFrame(`4${packet}`);
  for (const id of adapter.rooms.get(room) ?? []) {
    const socket = sockets.get(id);
    if (socket === undefined || socket === event.except) continue;
    const raw = idleWebSocket(socket);
    if (raw !== undefined) raw._socket.write(frame);
    else if (event.isVolatile !== true) socket.conn.write(packet);
  }
}

/** The socket that may be written to directly, because nothing that would have to go first waits above it. */
function idleWebSocket(socket: LiveSocket): RawWebSocket | undefined {
  const raw = rawWebSocket(socket.conn);
  return raw?.readyState === open && socket.conn.readyState === 'open' && socket.conn.transport.writable ? raw : undefined;
}

/** A whole message in one frame, as a server sends it: not masked (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = length < 126 ? Buffer.alloc(2) : length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  header[0] = 0x81;
  if (header.length === 2) header[1] = length;
  else if (header.length === 4) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, Buffer.from(text)]);
}
