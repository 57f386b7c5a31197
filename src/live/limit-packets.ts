import { limits } from '../../contract/limits';
import { type Connection, rawWebSocket } from './live-socket';
import { dropConnection } from './slow-connections';

const { maxPackets, packetsMilliseconds } = limits.live;

/**
 * Whoever sends faster than any reader can is none: each packet can have an answer, which waits in memory for who does not take it. So can
 * each ping of WebSocket, which never becomes a packet.
 */
export function limitPackets(connection: Connection): void {
  let count = 0;
  let since = 0;
  const note = (): void => {
    const now = performance.now();
    if (now - since > packetsMilliseconds) {
      count = 0;
      since = now;
    }
    count += 1;
    if (count > maxPackets) dropConnection(connection);
  };
  connection.on('packet', note);
  rawWebSocket(connection)?.on('ping', note);
}
