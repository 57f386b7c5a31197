import { type AddressInfo, connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';

interface Pair {
  client: Socket;
  server: Socket;
  isSilent: boolean;
}

/** A network in between that can be cut: with a reset, as when a process dies, or silently, as when a train enters a tunnel. */
export class CuttableProxy {
  private readonly pairs = new Set<Pair>();
  private readonly server: Server;

  private constructor(private readonly target: NetConnectOpts) {
    this.server = createServer((client) => this.join(client));
  }

  /** `target` is an address, or the path of a socket. */
  static async before(target: string): Promise<CuttableProxy> {
    const proxy = new CuttableProxy(target.startsWith('/') ? { path: target } : addressOf(new URL(target)));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  reset(): void {
    for (const { client, server } of this.pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  /** From now on nothing passes in either direction, and nobody is told. */
  silence(): void {
    for (const pair of this.pairs) {
      pair.isSilent = true;
      pair.client.pause();
      pair.server.pause();
    }
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    const server = connect(this.target);
    const pair: Pair = { client, server, isSilent: false };
    this.pairs.add(pair);
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => {
        if (!pair.isSilent) to.write(bytes);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        if (!pair.isSilent) to.destroy();
        this.pairs.delete(pair);
      });
    };
    pass(client, server);
    pass(server, client);
  }
}

function addressOf({ hostname: host, port }: URL): NetConnectOpts {
  return { host, port: Number(port) };
}
