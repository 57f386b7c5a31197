import type { ConsoleMe } from '../../../contract/auth';
import { type ConsoleApi, Refusal } from '../../api/console-api';
import { Session } from '../../session/session';
import { aThread } from './threads.builder';
import { deskOf } from './threads-desk';

const credentials = { email: 'ada@example.org', password: 'correct horse' };
const ended = () => new Refusal(401, { code: 'not_logged_in', detail: '' }, null);

function aPerson(id: string): ConsoleMe {
  return { reader: { id, name: id, email: `${id}@example.org` }, roles: [{ role: 'administrator' }], sites: [] };
}

/** Ada at work, and how somebody signs in. */
async function atWork() {
  let next = aPerson('ada');
  const session = new Session({ readerId: null, me: async () => next, signIn: async () => undefined, signOut: async () => undefined });
  const api = { ask: async () => aThread() } as unknown as ConsoleApi;
  const signIn = (id: string): Promise<void> => {
    next = aPerson(id);
    return session.signIn(credentials);
  };
  await signIn('ada');
  const typed = (siteKey = 'demo', id = 't1') => deskOf({ api, session }).thread(siteKey, id).store.getState().draft;
  const type = async (): Promise<void> => {
    const desk = deskOf({ api, session }).thread('demo', 't1');
    await desk.load();
    desk.edit({ question: 'And you?' });
  };
  return { api, session, signIn, type, typed };
}

afterEach(() => jest.useRealTimers());

describe('what was typed into the settings of a thread', () => {
  it('is there when somebody comes back, at this thread of this site alone', async () => {
    const { type, typed } = await atWork();
    await type();
    expect([typed(), typed('demo', 't2'), typed('other')]).toEqual([{ question: 'And you?' }, {}, {}]);
  });

  it('is still there when the same person signs in again after the session has ended', async () => {
    const { session, signIn, type, typed } = await atWork();
    await type();
    const answers = [() => Promise.reject(ended()), async () => undefined];
    const waiting = session.keepGoing(() => (answers.shift() as () => Promise<void>)());
    await new Promise((resolve) => setTimeout(resolve));
    expect([session.store.getState().phase, typed()]).toEqual(['ended', { question: 'And you?' }]);
    await signIn('ada');
    await waiting;
    expect(typed()).toEqual({ question: 'And you?' });
  });

  it('is gone when they leave, also for themselves', async () => {
    const { session, signIn, type, typed } = await atWork();
    await type();
    await session.signOut();
    await signIn('ada');
    expect(typed()).toEqual({});
  });

  it('is gone when somebody else signs in, also when the first comes back', async () => {
    const { signIn, type, typed } = await atWork();
    await type();
    await signIn('grace');
    expect(typed()).toEqual({});
    await signIn('ada');
    expect(typed()).toEqual({});
  });

  it('leaves what is looked for in the list where it was, for one person', async () => {
    jest.useFakeTimers();
    const { api, session, signIn } = await atWork();
    const text = (): string => deskOf({ api, session }).list('demo').store.getState().text;
    deskOf({ api, session }).list('demo').search('train');
    expect(text()).toBe('train');
    await signIn('grace');
    expect(text()).toBe('');
  });
});
