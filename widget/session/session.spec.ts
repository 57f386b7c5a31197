import type { Me } from '../../contract/auth';
import type { MineInThread, OwnComment } from '../../contract/conversation';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Store } from '../store/store';
import { CookieRefused, Session, type SessionState } from './session';

const anna = { id: 'anna', name: 'Anna', email: 'anna@example.org' };
const berta = { id: 'berta', name: 'Berta', email: 'berta@example.org' };
const joining = { email: anna.email, password: 'secret', name: 'Anna' };
const following = { followsThread: false, followsSection: false, conversations: [], muted: [], words: [] };
const offline = new NoAnswer('offline');

/** A session whose service says, one after another, that these are reading. */
function aSession(readers: (Me['reader'] | Error)[]) {
  const state = new Store<SessionState>({
    reader: undefined,
    reactions: {},
    unpublished: [],
    sanction: null,
    reported: [],
    following: null,
    shown: new Set(),
    mayPostAt: 0,
  });
  const tellOthers = jest.fn();
  const onChanged = jest.fn();
  const onAnswer = jest.fn();
  const api = {
    me: async (): Promise<Me> => {
      const reader = readers.shift() ?? null;
      if (reader instanceof Error) throw reader;
      return { reader };
    },
    mine: async (): Promise<MineInThread> => ({
      unpublished: [],
      reactions: { c1: 'like' as const },
      sanction: null,
      waitSeconds: 0,
      reported: ['c2'],
      following,
    }),
    join: jest.fn(async () => undefined),
    logIn: jest.fn(async () => undefined),
    logOut: async () => undefined,
  };
  return {
    session: new Session(state, api, { tellOthers, onChanged, onAsk: () => onAnswer }),
    state,
    api,
    tellOthers,
    onChanged,
    onAnswer,
  };
}

describe('the session', () => {
  it('learns who is reading, and what is theirs', async () => {
    const { session, state, onChanged, tellOthers } = aSession([anna]);
    await session.refresh();
    expect(state.get()).toMatchObject({ reader: anna, reactions: { c1: 'like' }, unpublished: [], reported: ['c2'] });
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(tellOthers).not.toHaveBeenCalled();
  });

  it('says nothing when the same reader is still there, and forgets all when none is', async () => {
    const { session, state, onChanged } = aSession([anna, anna, null]);
    await session.refresh();
    await session.refresh();
    expect(onChanged).toHaveBeenCalledTimes(1);
    await session.refresh();
    expect(onChanged).toHaveBeenCalledTimes(2);
    expect(state.get()).toMatchObject({ reader: null, reactions: {}, unpublished: [], reported: [] });
  });

  it('stays as it was without an answer', async () => {
    const { session, state } = aSession([new Error('offline'), anna, new Error('offline')]);
    await session.refresh();
    expect(state.get().reader).toBeUndefined();
    await session.refresh();
    await session.refresh();
    expect(state.get().reader).toEqual(anna);
  });

  it('tells the other frames when somebody came or went', async () => {
    const { session, state, tellOthers, onChanged } = aSession([anna, null]);
    await session.logIn({ email: anna.email, password: 'secret' });
    expect(state.get().reader).toEqual(anna);
    await session.logOut();
    expect(state.get().reader).toBeNull();
    expect(tellOthers).toHaveBeenCalledTimes(2);
    expect(onChanged.mock.invocationCallOrder[0]).toBeLessThan(tellOthers.mock.invocationCallOrder[0] as number);
  });

  it('is over at once when the service says so, whatever an earlier question brings; the same reader can come back', async () => {
    const { session, state, onChanged } = aSession([anna, anna, anna]);
    await session.refresh();
    const late = session.refresh();
    session.noteEnded();
    await late;
    expect(state.get()).toMatchObject({ reader: null, reactions: {}, unpublished: [], reported: [] });
    await session.logIn({ email: anna.email, password: 'secret' });
    expect(onChanged).toHaveBeenCalledTimes(3);
  });

  it('tells that what belongs to the reader is there, not where there was no answer, or a later question', async () => {
    const { session, api, onAnswer } = aSession([anna, anna, anna, anna]);
    const { mine } = api;
    await Promise.all([session.refresh(), session.refresh()]);
    expect(onAnswer).toHaveBeenCalledTimes(1);
    api.mine = () => Promise.reject(offline);
    await session.refresh();
    expect(onAnswer).toHaveBeenCalledTimes(1);
    api.mine = async () => ({ ...(await mine()), following: { ...following } });
    await session.refresh();
    expect(onAnswer).toHaveBeenCalledTimes(2);
  });

  it('shows the next reader nothing of the one before, not even without an answer', async () => {
    const { session, state, api } = aSession([anna, berta]);
    await session.refresh();
    session.noteUnpublished({ id: 'held' } as OwnComment, true);
    api.mine = () => Promise.reject(offline);
    await session.refresh();
    expect(state.get()).toMatchObject({ reader: berta, reactions: {}, unpublished: [] });
  });

  it('shows what others do not see when it was posted here or asked for, until its reader is logged out', async () => {
    const { session, state, api } = aSession([anna, anna, anna, anna]);
    await session.refresh();
    const [before, here, later] = ['before', 'here', 'later'].map((id) => ({ id }) as OwnComment);
    api.mine = async () => ({
      reactions: {},
      sanction: null,
      unpublished: [before, here, later] as OwnComment[],
      waitSeconds: 0,
      reported: [],
      following,
    });
    const shown = () => state.get().unpublished.filter(({ id }) => state.get().shown.has(id));
    session.noteUnpublished(here as OwnComment, true);
    session.noteUnpublished(later as OwnComment, false);
    await session.refresh();
    expect(shown()).toEqual([here]);
    session.showUnpublished();
    await session.refresh();
    expect(shown()).toEqual([before, here, later]);
    session.noteEnded();
    await session.logIn({ email: anna.email, password: 'secret' });
    expect([state.get().unpublished, shown()]).toEqual([[before, here, later], []]);
  });

  it('does not vouch for a reader while a question has no answer', async () => {
    const { session, state } = aSession([anna, offline, offline, offline, berta]);
    await session.find();
    await expect(session.find()).rejects.toThrow(NoAnswer);
    expect(state.get().reader).toEqual(anna);
    await session.find();
    expect(state.get().reader).toEqual(berta);
  });

  it('says when the browser kept no cookie', async () => {
    const { session } = aSession([null, null]);
    await expect(session.join(joining)).rejects.toThrow(CookieRefused);
    await expect(session.logIn(joining)).rejects.toThrow(CookieRefused);
  });

  it('does not register twice when the answer was lost', async () => {
    const in204 = aSession([offline, offline, anna]);
    await expect(in204.session.join(joining)).rejects.toThrow(NoAnswer);
    await in204.session.join(joining);
    expect(in204.api.join).toHaveBeenCalledTimes(1);
    const lost = aSession([null, anna]);
    lost.api.join.mockRejectedValueOnce(offline);
    await expect(lost.session.join(joining)).rejects.toThrow(NoAnswer);
    await lost.session.join(joining);
    expect([lost.api.join.mock.calls.length, lost.state.get().reader]).toEqual([1, anna]);
  });

  it('registers again where the lost try had not arrived', async () => {
    const { session, state, api } = aSession([null, anna]);
    api.join.mockRejectedValueOnce(offline);
    api.logIn.mockRejectedValueOnce(new Refusal(401, { code: 'wrong_credentials', detail: '' }, null));
    await expect(session.join(joining)).rejects.toThrow(NoAnswer);
    await session.join(joining);
    expect([api.join.mock.calls.length, state.get().reader]).toEqual([2, anna]);
  });

  describe('knows from when on its reader may post in slow mode', () => {
    const now = Date.UTC(2030, 0, 1);
    beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
    afterEach(() => jest.restoreAllMocks());

    it('as the service says, and after each post', async () => {
      const { session, state, api } = aSession([anna]);
      api.mine = async () => ({ unpublished: [], reactions: {}, sanction: null, waitSeconds: 40, reported: [], following });
      await session.refresh();
      expect(state.get().mayPostAt).toBe(now + 40_000);
      session.noteWait(60);
      expect(state.get().mayPostAt).toBe(now + 60_000);
      session.noteEnded();
      expect(state.get().mayPostAt).toBe(0);
    });

    it('which is always for whoever works for the site', async () => {
      const { session, state, api } = aSession([anna]);
      api.mine = async () => ({ unpublished: [], reactions: {}, sanction: null, waitSeconds: null, reported: [], following });
      await session.refresh();
      session.noteWait(60);
      expect(state.get().mayPostAt).toBeNull();
    });
  });
});
