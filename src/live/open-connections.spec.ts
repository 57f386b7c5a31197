import { limits } from '../../contract/limits';
import { OpenConnections } from './open-connections';

const { maxConnections, maxConnectionsPerAddress } = limits.live;

describe('open connections', () => {
  it('of one address are bounded, until one of them goes', () => {
    const connections = new OpenConnections();
    const gone = Array.from({ length: maxConnectionsPerAddress }, () => connections.note('192.0.2.1'));
    expect([connections.hasRoomFor('192.0.2.1'), connections.hasRoomFor('192.0.2.2')]).toEqual([false, true]);
    gone[0]?.();
    expect(connections.hasRoomFor('192.0.2.1')).toBe(true);
  });

  it('of all addresses together are bounded', () => {
    const connections = new OpenConnections();
    for (let number = 0; number < maxConnections; number += 1) connections.note(`address ${number}`);
    expect(connections.hasRoomFor('192.0.2.1')).toBe(false);
  });
});
