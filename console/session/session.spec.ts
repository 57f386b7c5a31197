import type { ConsoleMe } from '../../contract/auth';
import { NoAnswer, Refusal } from '../api/console-api';
import { moderatedSites, Session, SomebodyElse } from './session';
import { SignIn } from './sign-in';

const ended = () => new Refusal(401, { code: 'not_logged_in', detail: '' }, null);
const credentials = { email: 'ada@example.org', password: 'correct horse' };

function me(id: string): ConsoleMe {
  return { reader: { id, name: id, email: `${id}@example.org` }, roles: [{ role: 'administrator' }], sites: [] };
}

/** The service; `me` is who is signed in. */
class Service {
  readerId: string | null = null;
  signedIn: ConsoleMe | Error = ended();
  refusal: Error | null = null;
  next = me('ada');

  me = async (): Promise<ConsoleMe> => {
    if (this.signedIn instanceof Error) throw this.signedIn;
    return { ...this.signedIn };
  };
  signIn = async (): Promise<void> => {
    if (this.refusal !== null) throw this.refusal;
    this.signedIn = this.next;
  };
  signOut = async (): Promise<void> => {
    if (this.signedIn instanceof Error) throw this.signedIn;
    this.signedIn = ended();
  };
  work = async (): Promise<string> => (await this.me()).reader.id;
}

let service: Service;
let session: Session;
const phase = () => session.store.getState().phase;

beforeEach(() => {
  service = new Service();
  session = new Session(service);
});

describe('the session', () => {
  it.each<[string, ConsoleMe | Error]>([
    ['signedIn', me('ada')],
    ['signedOut', ended()],
    ['unreachable', new NoAnswer()],
  ])('is %s when the service says so', async (expected, answer) => {
    service.signedIn = answer;
    await session.find();
    expect(phase()).toBe(expected);
  });

  it('that ends keeps the work waiting, and does it when the same person signs in again', async () => {
    await session.signIn(credentials);
    service.signedIn = ended();
    const works = [session.keepGoing(service.work), session.keepGoing(service.work)];
    await new Promise((resolve) => setTimeout(resolve));
    expect([phase(), session.store.getState().me?.reader.id]).toEqual(['ended', 'ada']);
    works.push(session.keepGoing(service.work));
    await session.signIn(credentials);
    expect(await Promise.all(works)).toEqual(['ada', 'ada', 'ada']);
    expect(phase()).toBe('signedIn');
  });

  it('does nothing in the name of somebody else who signs in instead', async () => {
    await session.signIn(credentials);
    service.signedIn = ended();
    const work = expect(session.keepGoing(service.work)).rejects.toThrow(SomebodyElse);
    await new Promise((resolve) => setTimeout(resolve));
    service.next = me('grace');
    await session.signIn(credentials);
    await work;
  });

  it('learns of another person in another tab by the refusal, and does nothing', async () => {
    await session.signIn(credentials);
    service.signedIn = me('grace');
    const work = async () => {
      throw new Refusal(409, { code: 'other_reader', detail: '' }, null);
    };
    await expect(session.keepGoing(work)).rejects.toThrow(SomebodyElse);
    expect([session.store.getState().me?.reader.id, service.readerId]).toEqual(['grace', 'grace']);
  });

  it('lets every other refusal through', async () => {
    await session.signIn(credentials);
    const work = async () => {
      throw new NoAnswer();
    };
    await expect(session.keepGoing(work)).rejects.toThrow(NoAnswer);
  });

  it.each(['ended', 'alive'])('that is %s can be left, and what waits is given up', async (kind) => {
    await session.signIn(credentials);
    if (kind === 'ended') service.signedIn = ended();
    const work = kind === 'ended' ? expect(session.keepGoing(service.work)).rejects.toThrow(SomebodyElse) : undefined;
    await new Promise((resolve) => setTimeout(resolve));
    await session.signOut();
    await work;
    expect(session.store.getState()).toEqual({ phase: 'signedOut', me: null });
    await expect(session.keepGoing(service.work)).rejects.toThrow(SomebodyElse);
  });
});

describe('signing in', () => {
  it.each<[object, Error]>([
    [{ kind: 'wrongCredentials' }, new Refusal(401, { code: 'wrong_credentials', detail: '' }, null)],
    [{ kind: 'wrongCredentials' }, new Refusal(400, { code: 'invalid_request', detail: '' }, null)],
    [{ kind: 'tooManyTries', minutes: 15 }, new Refusal(429, { code: 'too_many_requests', detail: '' }, 841)],
    [{ kind: 'noAnswer' }, new NoAnswer()],
    [{ kind: 'refused', detail: 'Sorry.' }, new Refusal(503, { code: 'unavailable', detail: 'Sorry.' }, null)],
  ])('says %p', async (problem, refusal) => {
    const door = new SignIn(session);
    service.refusal = refusal;
    await door.submit(credentials);
    expect(door.store.getState()).toEqual({ isUnderWay: false, problem });
    service.refusal = null;
    await door.submit(credentials);
    expect([door.store.getState().problem, phase()]).toEqual([null, 'signedIn']);
  });
});

describe('the sites somebody moderates', () => {
  const sites = ['one', 'two', 'three'].map((id) => ({ id, key: id, name: id }));

  it('are those of which they are moderator or editor', () => {
    const roles = [
      { role: 'staff', siteId: 'one' },
      { role: 'editor', siteId: 'two' },
      { role: 'moderator', siteId: 'three' },
    ];
    expect(moderatedSites({ ...me('ada'), roles, sites }).map(({ id }) => id)).toEqual(['two', 'three']);
  });

  it('are all for an administrator', () => {
    expect(moderatedSites({ ...me('ada'), sites })).toEqual(sites);
  });
});
