import { limits } from '../../contract/limits';
import { type Connection, rawWebSocket } from './live-socket';

const { maxWaitingFrames, maxWaitingBytes } = limits.live;

interface Waiting {
  bytes: number;
  frames: number;
}

/** Finds, from one look to the next, the connections whose client does not take what it is sent. */
export class SlowConnections {
  private readonly before = new WeakMap<Connection, Waiting>();

  /** Closes those with too much waiting that took nothing since the last look, and says how many: they catch up by number when they return. */
  drop(connections: Connection[]): number {
    const slow = connections.filter((connection) => this.isSlow(connection));
    for (const connection of slow) dropConnection(connection);
    return slow.length;
  }

  private isSlow(connection: Connection): boolean {
    const now = waitingFor(connection);
    const before = this.before.get(connection);
    const isTooMuch = now.bytes > maxWaitingBytes || now.frames > maxWaitingFrames;
    if (isTooMuch) this.before.set(connection, now);
    else this.before.delete(connection);
    return isTooMuch && before !== undefined && now.bytes >= before.bytes && now.frames >= before.frames;
  }
}

/** At once: whoever does not answer would otherwise be waited for. */
export function dropConnection(connection: Connection): void {
  const raw = rawWebSocket(connection);
  connection.close(true);
  raw?.terminate();
}

function waitingFor(connection: Connection): Waiting {
  const { writeBuffer } = connection as unknown as { writeBuffer: unknown[] };
  return { bytes: rawWebSocket(connection)?.bufferedAmount ?? 0, frames: writeBuffer.length };
}
