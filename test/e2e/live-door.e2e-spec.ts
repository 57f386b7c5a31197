import { get, type IncomingMessage } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { limits } from '../../contract/limits';
import { livePath } from '../../contract/live';
import { WhoIsCalling } from '../../src/auth';
import { aThread } from '../builders/conversation';
import { LiveReader, until } from '../support/live-reader';
import { openRawLiveClient, type RawLiveClient } from '../support/raw-live-client';
import { startTestApp, type TestApp } from '../support/test-app';

const ownOrigin = 'http://localhost:4600';
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'A'.repeat(22).concat('=='),
};

/** Who gets in, and what a client may ask for: no guard and no pipe stands before it. */
describe('the live channel’s door', () => {
  let test: TestApp;
  let threadId: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    threadId = await aThread(test.sql);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });
  afterAll(() => test.close());

  function aSocket(headers: Record<string, string>, transports = ['websocket']): Socket {
    const socket = io(test.url, { path: livePath, transports, extraHeaders: headers, forceNew: true, reconnection: false });
    sockets.push(socket);
    return socket;
  }

  async function gauge(name: string): Promise<number> {
    const metrics = await (await fetch(`${test.url}/metrics`)).text();
    return Number(new RegExp(`^parley_${name.replace(/[{}]/g, '\\$&')} (\\d+)$`, 'm').exec(metrics)?.[1]);
  }

  /** The address of a new connection by polling. */
  async function pollingSession(): Promise<string> {
    const path = `${test.url}${livePath}/?EIO=4&transport=polling`;
    const opened = await fetch(path, { headers: { origin: ownOrigin } });
    return `${path}&sid=${JSON.parse((await opened.text()).slice(1)).sid}`;
  }

  const outcome = (socket: Socket) =>
    new Promise<string>((resolve) => {
      socket.on('connect', () => resolve('connected'));
      socket.on('connect_error', () => resolve('refused'));
    });

  it.each([
    ['the own origin', { origin: ownOrigin }, 'connected'],
    ['the article page', { origin: 'https://news.example.org' }, 'refused'],
    ['no origin at all', {}, 'refused'],
    ['an origin that only begins alike', { origin: `${ownOrigin}.evil.example` }, 'refused'],
    ['a sandboxed page', { origin: 'null' }, 'refused'],
    ['a same-origin request without Origin', { 'sec-fetch-site': 'same-origin' }, 'connected'],
    ['a cross-site request that names the own origin', { origin: ownOrigin, 'sec-fetch-site': 'cross-site' }, 'refused'],
  ])('from %s is answered as it should be', async (_, headers: Record<string, string>, expected) => {
    expect(await outcome(aSocket(headers))).toBe(expected);
    expect(await outcome(aSocket(headers, ['polling']))).toBe(expected);
  });

  it.each([
    ['polling', {}],
    ['websocket', upgrade],
  ])('refuses by %s with a problem like any other', async (transport, headers) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(
        `${test.url}${livePath}/?EIO=4&transport=${transport}&sid=`,
        { headers: { ...headers, origin: 'https://a.example' } },
        resolve,
      ).on('error', reject);
    });
    const body = JSON.parse((await answer.toArray()).join(''));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([403, 'application/problem+json; charset=utf-8']);
    expect([body.code, body.instance]).toEqual(['cross_site_request', `urn:parley:request:${answer.headers['x-request-id']}`]);
  });

  it('answers who polls with the headers of every other answer', async () => {
    const session = await pollingSession();
    const answer = await fetch(session, { method: 'POST', headers: { origin: ownOrigin }, body: '1' });
    const others = await fetch(`${test.url}/health/live`);
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-resource-policy']) {
      expect([name, answer.headers.get(name)]).toEqual([name, others.headers.get(name)]);
      expect(answer.headers.get(name)).not.toBeNull();
    }
  });

  it('refuses what is no request, without an answer that tells anything', async () => {
    const socket = aSocket({ origin: ownOrigin });
    for (const request of [undefined, null, 'x', { threadId: 'x', after: 0 }, { threadId, after: -1 }, { threadId, after: '0' }]) {
      expect(await socket.emitWithAck('thread:join', request)).toEqual({ refused: 'invalid_request' });
    }
    expect(await socket.emitWithAck('thread:join', { threadId: crypto.randomUUID(), after: 0 })).toEqual({ refused: 'not_found' });
  });

  it('refuses a connection that begins again after it left', async () => {
    const { socket, send } = await openRawLiveClient(test.url, ownOrigin);
    let told = '';
    socket.on('data', (bytes) => {
      told += bytes;
    });
    send('40');
    await until('it has begun', () => told.includes('40{'));
    for (const packet of ['41', '40']) send(packet);
    await until('it was refused', () => told.includes('44{"message":"invalid_request"}'));
    socket.destroy();
  });

  it('lets one socket into a few rooms, and ask so often', async () => {
    const socket = aSocket({ origin: ownOrigin });
    const answers = [];
    for (let number = 0; number <= limits.live.maxRoomsPerSocket; number += 1) {
      answers.push(await socket.emitWithAck('thread:join', { threadId: await aThread(test.sql), after: 0 }));
    }
    expect(answers.map((answer) => answer.refused)).toEqual([undefined, undefined, undefined, 'invalid_request']);
    const closed = new Promise((resolve) => socket.on('disconnect', resolve));
    for (let number = 0; number < limits.live.maxPackets; number += 1) {
      socket.emit(number % 2 === 0 ? 'thread:leave' : 'no:such:event', { threadId: 'x' });
    }
    expect(await closed).toBe('transport close');
  });

  it('lets one socket into no more rooms when it asks for all at once, and not into one that it left meanwhile', async () => {
    const socket = aSocket({ origin: ownOrigin });
    const threads: string[] = [];
    for (let number = 0; number < 8; number += 1) threads.push(await aThread(test.sql));
    const answers = threads.map((joined) => socket.emitWithAck('thread:join', { threadId: joined, after: 0 }));
    const refused = (await Promise.all(answers)).map((answer) => answer.refused);
    expect(refused.filter((refusal) => refusal === undefined)).toHaveLength(limits.live.maxRoomsPerSocket);
    for (const left of threads) socket.emit('thread:leave', { threadId: left });
    const answer = socket.emitWithAck('thread:join', { threadId, after: 0 });
    socket.emit('thread:leave', { threadId });
    await answer;
    await socket.emitWithAck('thread:join', 'a question that is answered after it');
    expect(await gauge('live_rooms{state="count"}')).toBe(0);
  });

  describe('closes a connection that only sends, before it says what it wants:', () => {
    const isOver = async () => (await gauge('live_sockets{state="open"}')) === 0;

    beforeEach(() => until('everybody before is gone', isOver));

    async function expectClosedBy(flood: () => unknown): Promise<void> {
      expect(await isOver()).toBe(false);
      await flood();
      await until('it is closed', isOver, limits.live.connectMilliseconds / 2);
    }

    it.each([
      ['packets', ({ send }: RawLiveClient) => send('40/nowhere,')],
      ['pings', ({ ping }: RawLiveClient) => ping()],
    ])('%s of WebSocket', async (_, sendOne) => {
      const client = await openRawLiveClient(test.url, ownOrigin);
      client.socket.pause();
      await expectClosedBy(() => {
        for (let number = 0; number <= limits.live.maxPackets; number += 1) sendOne(client);
      });
      client.socket.destroy();
    });

    it('packets by polling', async () => {
      const session = await pollingSession();
      const body = Array.from({ length: limits.live.maxPackets + 1 }, () => '40/nowhere,').join('\x1e');
      await expectClosedBy(() => fetch(session, { method: 'POST', headers: { origin: ownOrigin }, body }));
    });
  });

  it('lets nobody who polls go on by WebSocket', async () => {
    const session = await pollingSession();
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(session.replace('polling', 'websocket'), { headers: { ...upgrade, origin: ownOrigin } }, resolve).on('error', reject);
    });
    expect([answer.statusCode, JSON.parse((await answer.toArray()).join('')).code]).toEqual([400, 'invalid_request']);
    await fetch(session, { method: 'POST', headers: { origin: ownOrigin }, body: '1' });
  });

  it('tells a client nothing of what went wrong inside', async () => {
    jest.spyOn(test.app.get(WhoIsCalling, { strict: false }), 'ofFrame').mockRejectedValueOnce(new Error('no socket at /var/secret'));
    const socket = aSocket({ origin: ownOrigin });
    expect(await new Promise((resolve) => socket.on('connect_error', ({ message }) => resolve(message)))).toBe('internal_error');
  });

  it('knows a thread by its id in any case', async () => {
    const reader = new LiveReader({ url: test.url, threadId });
    await until('joined', () => reader.reading === 1);
    const socket = aSocket({ origin: ownOrigin });
    expect(await socket.emitWithAck('thread:join', { threadId: threadId.toUpperCase(), after: 0 })).toMatchObject({ reading: 2 });
    reader.follower.stop();
  });

  it('closes a connection that sends more than a message may hold', async () => {
    const socket = aSocket({ origin: ownOrigin });
    const closed = new Promise((resolve) => socket.on('disconnect', resolve));
    await until('connected', () => socket.connected);
    socket.emit('thread:join', { threadId: 'x'.repeat(limits.live.maxMessageBytes + 1), after: 0 });
    await closed;
  });
});
