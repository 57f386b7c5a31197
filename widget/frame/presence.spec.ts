import { Store } from '../store/store';
import type { PresenceState } from './frame-model';
import { Presence } from './presence';

describe('the presence of others', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function started() {
    const state = new Store<PresenceState>({ connection: 'starting', reading: null, typing: new Set() });
    return { state, presence: new Presence(state) };
  }

  it('is not known any more once the connection has been lost for a while, however often another try fails', () => {
    const { state, presence } = started();
    presence.noteConnected();
    presence.noteReading(12);
    presence.noteTyping(null);
    for (let tries = 0; tries < 4; tries += 1) {
      presence.noteDisconnected();
      jest.advanceTimersByTime(600);
    }
    expect(state.get()).toEqual({ connection: 'lost', reading: null, typing: new Set() });
    presence.noteConnected();
    jest.runAllTimers();
    expect(state.get().connection).toBe('up');
  });

  it('is not given up for a hiccup', () => {
    const { state, presence } = started();
    presence.noteDisconnected();
    jest.advanceTimersByTime(600);
    presence.noteConnected();
    jest.runAllTimers();
    expect(state.get().connection).toBe('up');
  });
});
