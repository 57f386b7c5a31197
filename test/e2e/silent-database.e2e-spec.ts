import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { clientConfig, Notices } from '../../src/platform/database';
import { CuttableProxy } from '../support/cuttable-proxy';
import { until } from '../support/live-reader';
import { cloneDatabase, type TestDatabase } from '../support/test-app';
import { onServer, silentLog } from '../support/test-server';

describe('notices, when nothing passes any more between the application and its database', () => {
  let database: TestDatabase;
  let proxy: CuttableProxy;
  let notices: Notices;
  const heard: string[] = [];
  let missed = 0;

  beforeAll(async () => {
    database = await cloneDatabase();
    const { host, ...account } = clientConfig(database.connection);
    proxy = await CuttableProxy.before(`${host}/.s.PGSQL.5432`);
    const throughProxy = { ...account, host: '127.0.0.1', port: Number(new URL(proxy.url).port) };
    notices = new Notices(throughProxy, silentLog);
    notices.on({ channel: 'weather', heard: (payload) => heard.push(payload), missed: () => (missed += 1) });
    notices.onApplicationBootstrap();
  });
  afterAll(async () => {
    await proxy.close();
    await database.drop();
  });

  const say = (payload: string): Promise<unknown> =>
    onServer(clientConfig(database.connection), (client) => client.query('select pg_notify($1, $2)', ['weather', payload]));

  it('are heard again by another connection, and whoever listens is told that some may have been missed', async () => {
    await until('it hears', async () => {
      await say('sun');
      return heard.includes('sun');
    });
    proxy.silence();
    await say('rain');
    await until('it is told', () => missed === 1, 20_000);
    await say('wind');
    await until('it hears again', () => heard.includes('wind'));
    expect(heard).not.toContain('rain');
  }, 40_000);

  it('hold up no stop', async () => {
    proxy.silence();
    await notices.beforeApplicationShutdown();
  });

  it('hold up no stop while they are not heard yet', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    const connected = once(silent, 'connection');
    await once(silent, 'listening');
    const early = new Notices({ host: '127.0.0.1', port: (silent.address() as AddressInfo).port }, silentLog);
    early.on({ channel: 'weather', heard: () => undefined, missed: () => undefined });
    early.onApplicationBootstrap();
    const [socket] = await connected;
    await early.beforeApplicationShutdown();
    socket.destroy();
    silent.close();
  });
});
