import { limits } from '../../contract/limits';
import type { LiveIo, LiveSocket } from './live-socket';

const { maxWaitingFrames, maxWaitingBytes } = limits.live;

interface RawWebSocket {
  bufferedAmount: number;
  terminate(): void;
}

/** Closes the sockets whose client does not take what it is sent, and says how many: they catch up by number when they return. */
export function dropSlowSockets(io: LiveIo): number {
  const slow = [...io.of('/').sockets.values()].filter(isSlow);
  dropSockets(slow);
  return slow.length;
}

/** At once: whoever does not answer would otherwise be waited for. */
export function dropSockets(sockets: LiveSocket[]): void {
  for (const socket of sockets) {
    const raw = rawWebSocket(socket);
    socket.conn.close(true);
    raw?.terminate();
  }
}

function isSlow(socket: LiveSocket): boolean {
  const waitingBytes = rawWebSocket(socket)?.bufferedAmount ?? 0;
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
  return waitingBytes > maxWaitingBytes || writeBuffer.length > maxWaitingFrames;
}

/** The socket of `ws` under Engine.IO's transport, neither of which tells what it holds back; none while it is polling. */
function rawWebSocket(socket: LiveSocket): RawWebSocket | undefined {
  return (socket.conn.transport as unknown as { socket?: RawWebSocket } | undefined)?.socket;
}
