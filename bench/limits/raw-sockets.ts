import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** What live costs at least: a plain `ws` server that keeps sockets, and sends one frame to all of them when it is told. */
export interface RawSockets {
  maxMessageBytes: number;
}

process.once('message', ({ maxMessageBytes }: RawSockets) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, maxPayload: maxMessageBytes });
  const sockets = new Set<WebSocket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('listening', () => process.send?.((server.address() as AddressInfo).port));
  process.on('message', ({ frame }: { frame: string }) => {
    const bytes = Buffer.from(frame);
    for (const socket of sockets) socket.send(bytes, { binary: false });
  });
});
