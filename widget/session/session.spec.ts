import type { Me } from '../../contract/auth';
import { Store } from '../store/store';
import { Session, type SessionState } from './session';

const anna = { id: 'anna', name: 'Anna', email: 'anna@example.org' };

/** A session whose service says, one after another, that these are reading. */
function aSession(readers: (Me['reader'] | Error)[]) {
  const state = new Store<SessionState>({ reader: undefined, reactions: {}, unpublished: [] });
  const tellOthers = jest.fn();
  const onChanged = jest.fn();
  const api = {
    me: async (): Promise<Me> => {
      const reader = readers.shift() ?? null;
      if (reader instanceof Error) throw reader;
      return { reader };
    },
    mine: async () => ({ unpublished: [], reactions: { c1: 'like' as const } }),
    join: async () => undefined,
    logIn: async () => undefined,
    logOut: async () => undefined,
  };
  return { session: new Session(state, api, { tellOthers, onChanged }), state, tellOthers, onChanged };
}

describe('the session', () => {
  it('learns who is reading, and what is theirs', async () => {
    const { session, state, onChanged, tellOthers } = aSession([anna]);
    await session.refresh();
    expect(state.get()).toEqual({ reader: anna, reactions: { c1: 'like' }, unpublished: [] });
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
    expect(state.get()).toEqual({ reader: null, reactions: {}, unpublished: [] });
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
    const { session, state, tellOthers } = aSession([anna, null]);
    await session.logIn({ email: anna.email, password: 'secret' });
    expect(state.get().reader).toEqual(anna);
    await session.logOut();
    expect(state.get().reader).toBeNull();
    expect(tellOthers).toHaveBeenCalledTimes(2);
  });
});
