import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { livePath } from '../../contract/live';

export interface RawLiveClient {
  socket: Socket;
  send(packet: string): void;
  /** As WebSocket does it, below what the channel calls a packet. */
  ping(): void;
}

/** A client of the live channel that does only what it is told: it answers no ping and takes nothing while it is paused. */
export async function openRawLiveClient(url: string, origin: string): Promise<RawLiveClient> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const request = [
    `GET ${livePath}/?EIO=4&transport=websocket HTTP/1.1`,
    `Host: ${hostname}`,
    `Origin: ${origin}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
  ];
  socket.write(`${request.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  return { socket, send: (packet) => socket.write(masked(packet)), ping: () => socket.write(Buffer.from([0x89, 0x80, 0, 0, 0, 0])) };
}

/** One text frame of a client, masked with zeros. */
function masked(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}
