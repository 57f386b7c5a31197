import { limits } from '../../contract/limits';
import { PasswordHashes } from '../../src/auth/password-hashes';
import { type Answer, BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

const password = 'correct horse battery';
let server: TestApp;
let compared: jest.SpyInstance;

beforeEach(async () => {
  server = await startTestApp();
  compared = jest.spyOn(server.app.get<any>(PasswordHashes, { strict: false }), 'verify');
});
afterEach(() => server.close());

const browser = (): BrowserLike => new BrowserLike(server.url);
const logIn = (email: unknown, given: unknown) => browser().post('/api/v1/session', { email, password: given });
const outcomes = (answers: Answer[]) => answers.map(({ status, body }) => body?.code ?? status);

async function times<Result>(count: number, act: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1) results.push(await act(index));
  return results;
}

describe('what is no address with a password', () => {
  it('is refused before anything is done with it', async () => {
    const bodies = [
      { email: `${'a'.repeat(60_000)}@example.org`, password },
      { email: 'anna@example.org', password: `a${'\u0301\u0323'.repeat(15_000)}` },
      { email: 'a\u0000b@example.org', password },
      { email: ['anna@example.org'], password },
      { email: 'anna@example.org', password: { length: 9 } },
      { email: 'anna@example.org' },
      [],
      null,
    ];
    for (const path of ['/api/v1/session', '/api/v1/console/session', '/api/v1/readers']) {
      const answers = await times(bodies.length, (index) => browser().post(path, bodies[index]));
      expect([path, ...outcomes(answers)]).toEqual([path, ...Array(bodies.length).fill('invalid_request')]);
    }
    expect(compared).not.toHaveBeenCalled();
  });

  it('is a wrong one where it is only too long for a password, or has a NUL', async () => {
    const anna = await browser().join();
    const given = [`${password}\u0000`, 'x'.repeat(limits.password.maxLength + 1), '', '\ud800'];
    expect(outcomes(await Promise.all(given.map((wrong) => logIn(anna.email, wrong))))).toEqual(Array(4).fill('wrong_credentials'));
  });

  it('is not completed from the query string, which proxies write down', async () => {
    const anna = await browser().join();
    const query = new URLSearchParams({ email: anna.email, password });
    const bodies = [undefined, {}, { email: anna.email, password: '' }];
    const answers = await times(bodies.length, (index) => browser().post(`/api/v1/session?${query}`, bodies[index]));
    expect(answers.flatMap(({ cookies }) => cookies)).toEqual([]);
    expect(answers.every(({ status }) => status === 400 || status === 401)).toBe(true);
  });
});
