import { EventEmitter } from 'node:events';
import { limits } from '../../contract/limits';
import { limitPackets } from './limit-packets';
import type { Connection } from './live-socket';

const { maxPackets, packetsMilliseconds } = limits.live;

describe('what a client sends', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function aConnection() {
    const close = jest.fn();
    const connection = Object.assign(new EventEmitter(), { transport: {}, close });
    limitPackets(connection as unknown as Connection);
    const send = (count: number): void => {
      for (let number = 0; number < count; number += 1) connection.emit('packet');
    };
    return { close, send };
  }

  it('may be so much, and as much again when the time is over', () => {
    const { close, send } = aConnection();
    for (let time = 0; time < 3; time += 1) {
      jest.advanceTimersByTime(packetsMilliseconds + 1);
      send(maxPackets);
    }
    expect(close).not.toHaveBeenCalled();
  });

  it('is the end of the connection when it is more', () => {
    const { close, send } = aConnection();
    jest.advanceTimersByTime(packetsMilliseconds + 1);
    send(maxPackets + 1);
    expect(close).toHaveBeenCalledWith(true);
  });
});
