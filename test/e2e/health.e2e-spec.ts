import { startTestApp, type TestApp } from '../support/test-app';

describe('health, metrics and the edge', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server.close());

  it('is alive and ready on a migrated database', async () => {
    expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', database: 'ok', migrations: 'ok' }]);
  });

  it('is not ready while a migration of this version is missing', async () => {
    await server.sql.query(`update migrations set name = 'Other' || name`);
    const ready = await fetch(`${server.url}/health/ready`);
    await server.sql.query(`update migrations set name = substr(name, 6)`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', database: 'ok', migrations: 'outdated' }]);
  });

  it('shows metrics to this machine: latency by route, pool, event loop, jobs', async () => {
    await fetch(`${server.url}/health/live`);
    const text = await (await fetch(`${server.url}/metrics`)).text();
    for (const name of [
      'parley_http_request_seconds_bucket',
      'parley_database_connections',
      'parley_nodejs_eventloop_lag_seconds',
      'parley_jobs',
      'parley_database_up 1',
    ]) {
      expect(text).toContain(name);
    }
    expect(text).toContain('route="/health/live"');
  });

  it('hides metrics from a request that came through a proxy', async () => {
    const answer = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(answer.status).toBe(404);
  });

  it('answers an unknown address with a problem that has a stable code', async () => {
    const answer = await fetch(`${server.url}/api/v1/nothing`);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({
      status: 404,
      code: 'not_found',
      instance: `urn:parley:request:${answer.headers.get('x-request-id')}`,
    });
  });

  it.each([
    ['/api/v1/sites/%00/threads/x', 404],
    ['/api/v1/sites/demo/counts?article=%00', 400],
  ])('refuses the NUL in %s', async (path, status) => {
    const answer = await fetch(server.url + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
  });

  it('answers what is no address at all with a problem too, and guards it like any answer', async () => {
    const answer = await fetch(`${server.url}/api/v1/sites/%zz/counts`);
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'malformed_request']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('keeps a request id that a proxy gave, and replaces one that is not an id', async () => {
    const given = await fetch(`${server.url}/health/live`, { headers: { 'x-request-id': 'proxy-made-4711' } });
    const refused = await fetch(`${server.url}/health/live`, { headers: { 'x-request-id': 'a b' } });
    expect(given.headers.get('x-request-id')).toBe('proxy-made-4711');
    expect(refused.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('metrics with a token', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp({ METRICS_TOKEN: 'a-long-operator-token' });
  });
  afterAll(() => server.close());

  it.each([
    ['the token', 'Bearer a-long-operator-token', 200],
    ['another token', 'Bearer guess', 404],
    ['no token', undefined, 404],
  ])('answers %s', async (_, authorization, status) => {
    const answer = await fetch(`${server.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
    expect(answer.status).toBe(status);
  });
});

describe('metrics while the database is away', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server.close());

  it('say so, and leave out what only the database knows', async () => {
    await server.database.drop();
    const answer = await fetch(`${server.url}/metrics`);
    const text = await answer.text();
    expect([answer.status, text.includes('parley_database_up 0')]).toEqual([200, true]);
    expect(text).toContain('parley_live_sockets{');
    expect(text).not.toContain('parley_jobs{');
  });
});
