import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import type { ThreadTyping } from '../../contract/live';
import type { LiveIo, LiveSocket } from './live-socket';
import { sendToRoom } from './send-to-room';

describe('an event to a room', () => {
  const http = createServer();
  const io: LiveIo = new Server(http, { perMessageDeflate: false });
  const clients: Socket[] = [];

  beforeAll(() => once(http.listen(0, '127.0.0.1'), 'listening'));
  afterEach(() => {
    for (const client of clients.splice(0)) client.disconnect();
  });
  afterAll(() => io.close());

  /** Somebody in the room, and what arrives there. */
  async function join(transport: 'websocket' | 'polling' = 'websocket'): Promise<{ socket: LiveSocket; received: ThreadTyping[] }> {
    const client = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: [transport], forceNew: true });
    clients.push(client);
    const received: ThreadTyping[] = [];
    client.on('thread:typing', (typing: ThreadTyping) => received.push(typing));
    const [socket] = (await once(io, 'connection')) as [LiveSocket];
    await socket.join('room');
    await until(() => client.connected);
    return { socket, received };
  }

  const typing = (threadId: string): ThreadTyping => ({ threadId, parentId: null });
  const send = (threadId: string, more: { except?: LiveSocket; isVolatile?: boolean } = {}): void =>
    sendToRoom(io, 'room', { name: 'thread:typing', payload: typing(threadId), ...more });

  it.each([70, 125, 126, 127, 65_535, 65_536, 70_000])('arrives whole with %i bytes', async (bytes) => {
    const text = 'ü'.padEnd(bytes - Buffer.byteLength(`42${JSON.stringify(['thread:typing', typing('ü')])}`) + 1, '.');
    const [one, two] = [await join(), await join()];
    send(text);
    send('after');
    await until(() => one.received.length === 2 && two.received.length === 2);
    expect([one.received, two.received]).toEqual([0, 1].map(() => [typing(text), typing('after')]));
  });

  it('comes after what waits for its socket', async () => {
    const { socket, received } = await join();
    socket.emit('thread:typing', typing('first'));
    socket.emit('thread:typing', typing('second'));
    send('third');
    await until(() => received.length === 3);
    expect(received.map(({ threadId }) => threadId)).toEqual(['first', 'second', 'third']);
  });

  it('comes to who polls', async () => {
    const { received } = await join('polling');
    send('one');
    send('two');
    await until(() => received.length === 2);
    expect(received).toEqual([typing('one'), typing('two')]);
  });

  it('does not come to who is left out, nor later when it is worth nothing later', async () => {
    const [author, busy] = [await join(), await join()];
    busy.socket.emit('thread:typing', typing('waits'));
    send('volatile', { except: author.socket, isVolatile: true });
    send('last');
    await until(() => author.received.length === 1 && busy.received.length === 2);
    expect([author.received, busy.received]).toEqual([[typing('last')], [typing('waits'), typing('last')]]);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
}
