import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/database';
import { freePort } from '../support/free-port';
import { until } from '../support/live-reader';
import { ServiceProcess } from '../support/service-process';

const bootMilliseconds = 60_000;
/** The drain, and what stopping itself takes. */
const stopMilliseconds = 16_000;

let dataDir: string;
const services: ServiceProcess[] = [];
const cleanups: (() => unknown)[] = [];

async function aService(settings: Record<string, string> = {}): Promise<ServiceProcess> {
  const service = new ServiceProcess(dataDir, await freePort(), settings);
  services.push(service);
  service.start();
  return service;
}

async function aReadyService(settings: Record<string, string> = {}): Promise<ServiceProcess> {
  const service = await aService(settings);
  await until('the service is ready', service.isReady, bootMilliseconds);
  return service;
}

async function aSilentClientOf(service: ServiceProcess): Promise<void> {
  const client = connect(service.port, '127.0.0.1');
  client.on('error', () => undefined);
  cleanups.push(() => client.destroy());
  await once(client, 'connect');
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parley-stop-'));
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.end('SIGKILL');
  for (const cleanup of cleanups.splice(0)) await cleanup();
  // Whoever takes over what a killed service left may stop it.
  await startEmbeddedPostgres({ dataDir, log: () => undefined }).then((server) => server.stop());
  await rm(dataDir, { recursive: true, force: true });
}, bootMilliseconds);

describe('a second service on the same data folder', () => {
  it('is told what to do, and the first serves on', async () => {
    const first = await aReadyService();
    const second = await aService({ PORT: String(first.port) });

    expect(await second.ended()).toBe(1);
    expect(second.output).toMatch(/already running on the data folder .*: stop it first, or set PARLEY_DATA_DIR/);
    expect(await first.isReady()).toBe(true);
  }, 120_000);
});

describe('a signal', () => {
  it('while a client holds a connection and says nothing ends the service within the drain', async () => {
    const service = await aReadyService();
    await aSilentClientOf(service);
    service.signal('SIGTERM');

    await until('the service ends', () => service.hasEnded, stopMilliseconds);
    expect([await service.ended(), service.hasPostgres]).toEqual([0, false]);
  }, 120_000);

  it('that comes again does not wait for the drain', async () => {
    const service = await aReadyService();
    await aSilentClientOf(service);
    const start = performance.now();
    await until('the service ends', () => {
      service.signal('SIGHUP');
      return service.hasEnded;
    });
    expect(performance.now() - start).toBeLessThan(9_000);
    expect([await service.ended(), service.hasPostgres]).toEqual([0, false]);
  }, 120_000);

  it('during the boot leaves no PostgreSQL behind', async () => {
    const service = await aService();
    await until('PostgreSQL starts', () => service.hasPostgres, bootMilliseconds);
    service.signal('SIGTERM');

    await until('the service ends', () => service.hasEnded, stopMilliseconds);
    expect([await service.ended(), service.hasPostgres]).toEqual([0, false]);
  }, 120_000);

  it('while the database is away ends the service within the drain', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    cleanups.push(() => postgres.stop());
    const { user, password, database, host } = postgres.connection;
    const connections = new Set<Socket>();
    const network = createServer((client) => {
      const server = connect(join(host, '.s.PGSQL.5432'));
      for (const socket of [client, server]) {
        connections.add(socket);
        socket.on('error', () => undefined);
      }
      client.pipe(server).pipe(client);
    }).listen(0, '127.0.0.1');
    await once(network, 'listening');
    const { port } = network.address() as { port: number };
    cleanups.push(() => network.close());
    const service = await aReadyService({ DATABASE_URL: `postgres://${user}:${password}@127.0.0.1:${port}/${database}` });
    await until('the boot is over', () => service.output.includes('first administrator'));
    network.close();
    for (const socket of connections) socket.destroy();
    await until('the service notices', async () => !(await service.isReady()));
    service.signal('SIGTERM');

    await until('the service ends', () => service.hasEnded, stopMilliseconds);
    expect(await service.ended()).toBe(0);
  }, 120_000);
});
