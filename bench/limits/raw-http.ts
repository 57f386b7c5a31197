import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page costs at least: `node:http` sending an answer it was told, whatever is asked. */
export interface RawAnswer {
  status: number;
  headers: [string, string][];
  bodyBase64: string;
}

process.once('message', ({ status, headers, bodyBase64 }: RawAnswer) => {
  const body = Buffer.from(bodyBase64, 'base64');
  const lines = headers.flat();
  const server = createServer((_request, response) => {
    response.writeHead(status, lines);
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
