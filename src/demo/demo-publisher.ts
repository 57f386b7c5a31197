import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../platform/time';
import { demoArticles } from './articles';
import { readNewspaper } from './newspaper';
import { SeedDemo } from './seed-demo';

/** The service is found at `localhost`, so that this is another site for the browser, as a real publisher's is. */
const host = '127.0.0.1';

/** A newspaper on an origin of its own, with conversations under its articles. Not for production. */
@Injectable()
export class DemoPublisher implements OnApplicationShutdown {
  private server?: Server;

  constructor(
    private readonly seedDemo: SeedDemo,
    private readonly clock: Clock,
  ) {}

  /** Prints the newspaper at `port` (0: any free one), its conversations from `serviceUrl`. The address of its first article. */
  async start(port: number, serviceUrl: string): Promise<string> {
    const server = createServer((request, response) => this.answer(request, response, serviceUrl));
    server.listen(port, host);
    await once(server, 'listening');
    this.server = server;
    const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
    try {
      await this.seedDemo.execute(origin);
    } catch (error) {
      await this.stop();
      throw error;
    }
    return `${origin}/${demoArticles.nightTrain.key}`;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async stop(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  private answer(request: IncomingMessage, response: ServerResponse, serviceUrl: string): void {
    const authority = `${host}:${request.socket.localPort}`;
    const origin = `http://${authority}`;
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading) {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    // Browsers send `//` as it is, and that is the beginning of an authority.
    if (!URL.canParse(request.url ?? '/', origin)) {
      response.writeHead(400).end();
      return;
    }
    const path = new URL(request.url ?? '/', origin).pathname;
    if (request.headers.host !== authority) {
      response.writeHead(302, { location: origin + path }).end();
      return;
    }
    const { status, headers, body } = readNewspaper({ origin, serviceUrl, today: this.clock.now() }, path);
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(request.method === 'HEAD' ? undefined : body);
  }
}
