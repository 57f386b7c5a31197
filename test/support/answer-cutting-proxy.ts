import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** When the client loses its connection: the request always arrives. */
export type Cut = 'once the request is through' | 'before the answer' | 'in the answer';

/** A network that lets requests through and cuts some of the answers off, so that the client cannot know what became of its request. */
export class AnswerCuttingProxy {
  cutCount = 0;
  private readonly cuts: Cut[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(private readonly target: URL) {
    this.server = createServer((client) => this.join(client));
  }

  static async before(target: string): Promise<AnswerCuttingProxy> {
    const proxy = new AnswerCuttingProxy(new URL(target));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next requests end like this, one after the other. */
  cutNext(...cuts: Cut[]): void {
    this.cuts.push(...cuts);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    let cut: Cut | undefined;
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
    }
    client.on('data', (bytes) => {
      if (cut === undefined) {
        cut = this.cuts.shift();
        this.cutCount += Number(cut !== undefined);
      }
      server.write(bytes, () => {
        if (cut === 'once the request is through' && bytes.at(-1) === closingBrace) client.resetAndDestroy();
      });
    });
    server.on('data', (bytes) => {
      if (cut === undefined) return void client.write(bytes);
      if (cut === 'before the answer') return void client.resetAndDestroy();
      client.write(bytes.subarray(0, bytes.length / 2), () => client.resetAndDestroy());
    });
    server.on('close', () => client.destroy());
    // What the server was told stays told when the client has gone.
    client.on('close', () => setTimeout(() => server.destroy(), 2_000).unref());
  }
}

/** The last byte of a request with JSON in its body. */
const closingBrace = '}'.charCodeAt(0);
