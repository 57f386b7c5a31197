import { createStore } from 'zustand/vanilla';
import type { ConsoleMe } from '../../contract/auth';
import { ofPerson } from './of-person';
import type { SessionState } from './session';

const someone = (id: string): ConsoleMe => ({ reader: { id, name: id, email: '' }, roles: [], sites: [] });

describe('what is of one person', () => {
  const store = createStore<SessionState>(() => ({ phase: 'signedIn', me: someone('ada') }));
  const of = ofPerson((_: { session: { store: typeof store } }) => ({}));
  const here = () => of({ session });
  const session = { store };

  it('is the same on every page and after the same person has signed in again, and another after somebody else or a sign-out', () => {
    const adas = here();
    store.setState({ phase: 'ended' });
    store.setState({ phase: 'signedIn', me: someone('ada') });
    expect(here()).toBe(adas);
    store.setState({ me: someone('grace') });
    const graces = here();
    expect(graces).not.toBe(adas);
    store.setState({ phase: 'signedOut', me: null });
    store.setState({ phase: 'signedIn', me: someone('grace') });
    expect(here()).not.toBe(graces);
  });
});
