import { randomUUID } from 'node:crypto';
import { limits } from '../../contract/limits';
import { MakeFirstAdministrator } from '../../src/auth';
import { PasswordHashes } from '../../src/auth/password-hashes';
import { type Answer, BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

const password = 'correct horse battery';
const tries = limits.rates.logInFailuresPerAccountAndAddress.points;
let server: TestApp;
let compared: jest.SpyInstance;

beforeEach(async () => {
  server = await startTestApp();
  compared = jest.spyOn(server.app.get<any>(PasswordHashes, { strict: false }), 'verify');
});
afterEach(() => server.close());

const browser = (): BrowserLike => new BrowserLike(server.url);
const logIn = (email: unknown, given: unknown) => browser().post('/api/v1/session', { email, password: given });
const registerAgain = (email: string, given: string) => {
  const name = `Reader ${randomUUID().replace(/[^a-f]/g, '')}`;
  return browser().post('/api/v1/readers', { email, password: given, name });
};
const outcomes = (answers: Answer[]) => answers.map(({ status, body }) => body?.code ?? status);

async function times<Result>(count: number, act: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1) results.push(await act(index));
  return results;
}

describe('guessing the password of a reader', () => {
  it('by registering again uses up the same tries as by logging in', async () => {
    const anna = await browser().join();
    const guesses = await times(tries, (index) => registerAgain(anna.email, `another fine battery ${index}`));
    expect(outcomes(guesses)).toEqual(Array(tries).fill('registration_refused'));
    expect(outcomes([await registerAgain(anna.email, password), await logIn(anna.email, password)])).toEqual(
      Array(2).fill('too_many_requests'),
    );
    expect(compared).toHaveBeenCalledTimes(tries);
  });

  it('at the same moment compares no more passwords than one after the other', async () => {
    const anna = await browser().join();
    const answers = await Promise.all(Array.from({ length: 90 }, (_, index) => logIn(anna.email, `wrong horse ${index}`)));
    expect(compared).toHaveBeenCalledTimes(tries);
    expect(outcomes(answers).sort()).toEqual([...Array(90 - tries).fill('too_many_requests'), ...Array(tries).fill('wrong_credentials')]);
  });

  it('is counted for one account however its address is spelled', async () => {
    const iris = browser();
    const email = `iris-${iris.email}`;
    await iris.post('/api/v1/readers', { email, password, name: 'Iris' });
    const { rows } = await server.sql.query('select password_hash from reader');
    const spellings = [email, email.toUpperCase(), `İ${email.slice(1)}`, `İ${email.slice(1).toUpperCase()}`];
    for (const spelling of spellings) await times(tries, (index) => logIn(spelling, `wrong horse ${index}`));
    expect(compared.mock.calls.filter(([stored]) => stored === rows[0].password_hash).length).toBeLessThanOrEqual(tries);
  });

  it('costs those who know it nothing, however many log in at the same moment', async () => {
    const anna = await browser().join();
    const together = await Promise.all(Array.from({ length: 40 }, () => logIn(anna.email, password)));
    expect(outcomes(together)).toEqual(Array(40).fill(204));
    const wrong = await times(tries - 1, () => logIn(anna.email, 'wrong horse battery'));
    expect(outcomes([...wrong, await logIn(anna.email, password)])).toEqual([...Array(tries - 1).fill('wrong_credentials'), 204]);
  });
});

describe('an address', () => {
  it('is one reader’s in every spelling, and its reader logs in with any', async () => {
    const anna = browser();
    await anna.post('/api/v1/readers', { email: `İnes.${anna.email}`, password, name: 'İnes' });
    const answers = [`İnes.${anna.email}`, `İNES.${anna.email.toUpperCase()}`].map((email) => logIn(email, password));
    expect(outcomes(await Promise.all(answers))).toEqual([204, 204]);
    expect(outcomes([await registerAgain(`İNES.${anna.email}`, 'another fine battery')])).toEqual(['registration_refused']);
  });
});

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

describe('the link of the first administrator', () => {
  const issue = () => server.app.get(MakeFirstAdministrator, { strict: false }).issueToken();
  const setUp = (token: unknown, given = password) => {
    const candidate = browser();
    return candidate.post('/api/v1/console/first-administrator', { token, email: candidate.email, password: given, name: 'Chief' });
  };

  it('is looked at before any work is done for who presents it', async () => {
    const hashed = jest.spyOn(server.app.get(PasswordHashes, { strict: false }), 'hash');
    const token = await issue();
    expect(outcomes([await setUp('A'.repeat(43)), await setUp('A'.repeat(43), 'short')])).toEqual(Array(2).fill('setup_link_invalid'));
    await server.sql.query(`update setup_token set expires_at = now() - interval '1 second'`);
    expect(outcomes([await setUp(token), await setUp(token, 'short')])).toEqual(Array(2).fill('setup_link_invalid'));
    expect(hashed).not.toHaveBeenCalled();
  });

  it('is good until an administrator is made, whatever was refused before', async () => {
    const token = await issue();
    expect(outcomes([await setUp(token, 'short'), await setUp(token), await setUp(token)])).toEqual([
      'password_refused',
      204,
      'setup_link_invalid',
    ]);
  });

  it('is not tried without end from one address', async () => {
    await times(limits.rates.setUpsPerAddress.points, () => setUp('A'.repeat(43)));
    expect(outcomes([await setUp(await issue())])).toEqual(['too_many_requests']);
  });
});

describe('logging in', () => {
  it.each([
    ['in a frame', '/api/v1/session', '__Host-parley', '/api/v1/me'],
    ['to the console', '/api/v1/console/session', '__Host-parley-console', '/api/v1/console/me'],
  ])('%s ends the session that the browser had before, and no other', async (_, path, cookie, me) => {
    const chief = browser();
    const token = await server.app.get(MakeFirstAdministrator, { strict: false }).issueToken();
    await chief.post('/api/v1/console/first-administrator', { token, email: chief.email, password, name: 'Chief' });
    const elsewhere = browser();
    for (const one of [chief, elsewhere]) await one.post(path, { email: chief.email, password });
    const thief = browser();
    thief.give(cookie, chief.cookie(cookie) ?? '');
    const isLoggedIn = async (one: BrowserLike) => Boolean((await one.get(me)).body.reader);
    expect(await isLoggedIn(thief)).toBe(true);
    await chief.post(path, { email: chief.email, password });
    expect([await isLoggedIn(thief), await isLoggedIn(chief), await isLoggedIn(elsewhere)]).toEqual([false, true, true]);
  });

  it('by registering again ends it too', async () => {
    const anna = await browser().join();
    const thief = browser();
    thief.give('__Host-parley', anna.cookie('__Host-parley') ?? '');
    await anna.post('/api/v1/readers', { email: anna.email, password, name: 'Anna Two' });
    expect((await anna.get('/api/v1/me')).body.reader).not.toBeNull();
    expect((await thief.get('/api/v1/me')).body.reader).toBeNull();
  });
});
