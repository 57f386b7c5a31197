import { limits } from '../../contract/limits';
import type { Connection } from './live-socket';
import { dropConnection } from './slow-connections';

const { maxPackets, packetsMilliseconds } = limits.live;

/** Whoever sends faster than any reader can is none: each packet can have an answer, which waits in memory for who does not take it. */
export function limitPackets(connection: Connection): void {
  let count = 0;
  let since = 0;
  connection.on('packet', () => {
    const now = performance.now();
    if (now - since > packetsMilliseconds) {
      count = 0;
      since = now;
    }
    count += 1;
    if (count > maxPackets) dropConnection(connection);
  });
}
