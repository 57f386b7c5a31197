import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { Client } from 'pg';
import { clientConfig } from '../../src/platform/database';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

const problemType = 'application/problem+json; charset=utf-8';
const aThreadAddress = '/api/v1/threads/0193a000-0000-7000-8000-000000000001/comments';
let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

async function openSocket(to: TestApp): Promise<Socket> {
  const socket = connect(Number(new URL(to.url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

async function allFrom(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

/** What the service answers to bytes, as it came. */
async function answerTo(bytes: string): Promise<string> {
  const socket = await openSocket(server);
  socket.write(bytes);
  return allFrom(socket);
}

function problemIn(answer: string): { status: number; code: string; instance: string } {
  expect(answer).toContain(`content-type: ${problemType}`);
  expect(answer).toContain("content-security-policy: default-src 'none'");
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const problem = JSON.parse(body);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${problem.status} `));
  expect(problem.instance).toBe(`urn:parley:request:${/x-request-id: (\S+)/.exec(head)?.[1]}`);
  return problem;
}

describe('what is no request is a problem like any other', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'malformed_request'],
    ['headers that do not end', `GET / HTTP/1.1\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
  ])('%s', async (_, bytes, status, code) => {
    expect(problemIn(await answerTo(bytes))).toMatchObject({ status, code });
  });

  it('one that takes too long to arrive', async () => {
    const socket = new PassThrough();
    const late = Object.assign(new Error('too late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.app.getHttpServer().emit('clientError', late, socket);
    expect(problemIn(await allFrom(socket))).toMatchObject({ status: 408, code: 'request_too_slow' });
  });

  it('a name in the address that is longer than any', async () => {
    const answer = await fetch(`${server.url}/api/v1/sites/${'x'.repeat(4_000)}/counts`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([414, problemType]);
    expect((await answer.json()).code).toBe('address_too_long');
  });
});

describe('a method that an address does not have', () => {
  it.each([
    ['POST', '/health/live', 'GET, HEAD, OPTIONS'],
    ['DELETE', aThreadAddress, 'GET, HEAD, OPTIONS, POST'],
    ['GET', '/api/v1/readers', 'OPTIONS, POST'],
    ['PATCH', '/api/v1/sites/demo/threads/story', 'GET, HEAD, OPTIONS, PUT'],
    ['POST', '/api/openapi.json', 'GET, HEAD, OPTIONS'],
  ])('is refused with those it has: %s %s', async (method, path, allow) => {
    const answer = await fetch(server.url + path, { method });
    expect([answer.status, answer.headers.get('allow'), (await answer.json()).code]).toEqual([405, allow, 'method_not_allowed']);
  });

  it('leaves an unknown address unknown', async () => {
    expect((await fetch(`${server.url}/api/v1/nothing`, { method: 'POST' })).status).toBe(404);
  });
});

describe('a browser that asks before it reads from another origin', () => {
  const ask = (path: string, method: string) =>
    fetch(server.url + path, { method: 'OPTIONS', headers: { origin: 'https://a.example', 'access-control-request-method': method } });

  it('may read what is open, with headers of its own', async () => {
    const { status, headers } = await ask(aThreadAddress, 'GET');
    const allowed = ['origin', 'methods', 'headers', 'credentials'].map((name) => headers.get(`access-control-allow-${name}`));
    expect([status, ...allowed]).toEqual([204, '*', 'GET, HEAD', '*', null]);
  });

  it.each(['/api/v1/me', '/api/v1/sites', '/api/v1/readers'])('may not read %s', async (path) => {
    const { status, headers } = await ask(path, 'GET');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, null]);
  });
});

describe('a request that arrives while the service stops', () => {
  it('is answered, and is the last of its connection', async () => {
    const stopping = await startTestApp();
    const blocker = new Client(clientConfig(stopping.database.connection));
    await blocker.connect();
    await blocker.query('begin; lock table site in access exclusive mode');
    const socket = await openSocket(stopping);
    socket.write('GET /api/v1/sites/demo/threads/story HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await until('the first request waits', async () => {
      const { rowCount } = await stopping.sql.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rowCount === 1;
    });
    const closed = stopping.app.close();
    await until('nobody new is let in', () => !stopping.app.getHttpServer().listening);
    socket.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await blocker.query('rollback');
    const answers = await allFrom(socket);
    await Promise.all([closed, blocker.end()]);
    await stopping.close();
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
  });
});
