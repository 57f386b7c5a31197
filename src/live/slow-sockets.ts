import { limits } from '../../contract/limits';
import { type LiveIo, type LiveSocket, rawWebSocket } from './live-socket';

const { maxWaitingFrames, maxWaitingBytes } = limits.live;

interface Waiting {
  bytes: number;
  frames: number;
}

/** Finds, from one look to the next, the sockets whose client does not take what it is sent. */
export class SlowSockets {
  private readonly before = new WeakMap<LiveSocket, Waiting>();

  /** Closes those with too much waiting that took nothing since the last look, and says how many: they catch up by number when they return. */
  drop(io: LiveIo): number {
    const slow = [...io.of('/').sockets.values()].filter((socket) => this.isSlow(socket));
    dropSockets(slow);
    return slow.length;
  }

  private isSlow(socket: LiveSocket): boolean {
    const now = waitingFor(socket);
    const before = this.before.get(socket);
    const isTooMuch = now.bytes > maxWaitingBytes || now.frames > maxWaitingFrames;
    if (isTooMuch) this.before.set(socket, now);
    else this.before.delete(socket);
    return isTooMuch && before !== undefined && now.bytes >= before.bytes && now.frames >= before.frames;
  }
}

/** At once: whoever does not answer would otherwise be waited for. */
export function dropSockets(sockets: LiveSocket[]): void {
  for (const socket of sockets) {
    const raw = rawWebSocket(socket);
    socket.conn.close(true);
    raw?.terminate();
  }
}

function waitingFor(socket: LiveSocket): Waiting {
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
  return { bytes: rawWebSocket(socket)?.bufferedAmount ?? 0, frames: writeBuffer.length };
}
