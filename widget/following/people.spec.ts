import type { FollowView, MuteView, ReaderProfile } from '../../contract/following';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Store } from '../store/store';
import { type FollowerView, People, type PeopleState } from './people';

const aFollow = (kind: FollowView['kind'], subject: string) => ({ kind, subject, title: subject }) as FollowView;
const settle = () => new Promise((resolve) => setTimeout(resolve));

function somePeople() {
  const state = new Store<PeopleState>(null);
  const api = {
    follows: jest.fn(async (cursor: string | null) =>
      cursor === null
        ? { follows: [aFollow('reader', 'x'), aFollow('section', 'x')], nextCursor: 'next' as string | null }
        : { follows: [aFollow('section', 'x'), aFollow('thread', 'y')], nextCursor: null },
    ),
    followers: jest.fn(async () => ({ followers: [{ id: 'anna', name: 'Anna' } as FollowerView], nextCursor: null })),
    mutes: jest.fn(async () => ({ mutes: [{ reader: { id: 'berta', name: 'Berta' }, kind: 'mute' } as MuteView], nextCursor: null })),
    muteWords: jest.fn(async () => ({ words: ['ferry'] })),
    profile: jest.fn(async () => ({ followerCount: 12, hasPublicLists: true }) as ReaderProfile),
  };
  const asked: (() => void)[] = [];
  const session = { reader: { id: 'me', name: 'Me', email: 'me@example.org' } };
  const people = new People({ state, api, session, logInAgain: (then) => asked.push(then) });
  return { people, state, api, asked, session };
}

describe('whom and what a reader follows and mutes', () => {
  it('is read page by page, what is called alike by its kind; other lists when they are asked for', async () => {
    const { people, state, api } = somePeople();
    people.open('following');
    await settle();
    await people.read('following');
    expect(state.get()?.following.items.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['reader x', 'section x', 'thread y']);
    expect(state.get()?.following).toMatchObject({ nextCursor: null, progress: 'read' });
    expect([api.followers, api.mutes, api.muteWords, api.profile].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0, 1]);
    expect(state.get()?.areListsPublic).toBe(true);
    people.show('followers');
    await settle();
    expect(state.get()).toMatchObject({ tab: 'followers', followers: { items: [{ id: 'anna' }] }, followerCount: 12 });
    people.show('muted');
    await settle();
    expect(state.get()).toMatchObject({ tab: 'muted', muted: { items: [{ kind: 'mute' }] }, words: ['ferry'] });
    people.show('following');
    await settle();
    expect(api.follows).toHaveBeenLastCalledWith(null);
  });

  it('can be asked for again when there was no answer', async () => {
    const { people, state, api } = somePeople();
    api.mutes.mockRejectedValueOnce(new NoAnswer('offline'));
    api.muteWords.mockRejectedValueOnce(new NoAnswer('offline'));
    people.open('muted');
    await settle();
    expect(state.get()).toMatchObject({ muted: { progress: 'failed' }, words: null, haveWordsFailed: true });
    await people.read('muted');
    await people.readWords();
    expect(state.get()).toMatchObject({ muted: { progress: 'read' }, words: ['ferry'], haveWordsFailed: false });
  });

  it('asks who is logged out to log in, and goes on there', async () => {
    const { people, state, api, asked } = somePeople();
    api.followers.mockRejectedValueOnce(new Refusal(401, { code: 'not_logged_in', detail: '' }, null));
    people.open('followers');
    await settle();
    people.close();
    asked[0]?.();
    await settle();
    expect(state.get()).toMatchObject({ tab: 'followers', followers: { progress: 'read' } });
  });

  it('keeps what was typed of mute words until it is saved, for who typed it', async () => {
    const { people, state, session } = somePeople();
    const me = session.reader;
    people.open('muted');
    await settle();
    people.noteTyped('ferry\ntrain');
    people.close();
    people.open('muted');
    expect(state.get()?.typedWords).toBe('ferry\ntrain');
    people.noteSaved(['ferry', 'train']);
    expect(state.get()).toMatchObject({ typedWords: null, words: ['ferry', 'train'] });
    people.noteTyped('mine');
    people.close();
    session.reader = { ...me, id: 'other' };
    people.open('muted');
    expect(state.get()?.typedWords).toBeNull();
    people.close();
    session.reader = me;
    people.open('muted');
    expect(state.get()?.typedWords).toBe('mine');
  });

  it.each([
    ['muted', 'mutes', { mutes: [{ reader: { id: 'old', name: 'Old' }, kind: 'mute' }], nextCursor: null }],
    ['muted', 'muteWords', { words: ['old'] }],
    ['followers', 'profile', { followerCount: 99, hasPublicLists: false }],
    ['following', 'follows', { follows: [aFollow('reader', 'old')], nextCursor: null }],
  ] as const)('shows nothing in %s that %s says of an earlier reader', async (tab, method, answer) => {
    const { people, state, api } = somePeople();
    const late: ((now: unknown) => void)[] = [];
    (api[method] as jest.Mock).mockImplementationOnce(() => new Promise((resolve) => late.push(resolve)));
    people.open(tab);
    people.close();
    people.open(tab);
    await settle();
    const before = state.get();
    late[0]?.(answer);
    await settle();
    expect(late).toHaveLength(1);
    expect(state.get()).toEqual(before);
    expect(state.get()?.[tab].progress).toBe('read');
  });

  it('is asked anew as it stands, and shown when all is there', async () => {
    const { people, state, api } = somePeople();
    people.open('muted');
    await settle();
    api.mutes.mockResolvedValueOnce({ mutes: [], nextCursor: null });
    api.muteWords.mockResolvedValueOnce({ words: ['train'] });
    const before = state.get();
    const show = await people.askAgain();
    expect(state.get()).toBe(before);
    show();
    expect(state.get()).toMatchObject({ muted: { items: [], progress: 'read' }, words: ['train'] });
  });

  it('does not come back when it was closed meanwhile', async () => {
    const { people, state } = somePeople();
    people.open('muted');
    people.close();
    people.show('followers');
    await settle();
    expect(state.get()).toBeNull();
  });
});
