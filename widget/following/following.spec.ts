import type { FollowKind, MuteKind } from '../../contract/following';
import type { FollowingInThread } from '../../contract/following-in-thread';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Store } from '../store/store';
import { Following } from './following';
import { followsInThread, nothingPressed, type Pressed, unwantedOf } from './pressed';

const anna = { kind: 'reader', subject: 'anna' } as const;
const refused = new Refusal(403, { code: 'follow_refused', detail: 'No.' }, null);
const nothing: FollowingInThread = { followsThread: false, followsSection: false, conversations: [], muted: [], words: [] };

function aFollowing(readerId: string | null = 'me') {
  const pressed = new Store<Pressed>(nothingPressed);
  const session = { reader: readerId === null ? null : { id: readerId, name: 'Me', email: 'me@example.org' } };
  const sent: string[] = [];
  const api = {
    follow: jest.fn(async ({ subject }) => void sent.push(`follow ${subject}`)),
    unfollow: jest.fn(async ({ subject }) => void sent.push(`unfollow ${subject}`)),
    mute: jest.fn(async (id: string, kind: MuteKind) => void sent.push(`${kind} ${id}`)),
    unmute: jest.fn(async (id: string) => void sent.push(`unmute ${id}`)),
    changeMuteWords: jest.fn(async (request: { words: string[] }) => request),
  };
  const asked: (() => void)[] = [];
  const loggedOut: (() => void)[] = [];
  const tellOthers = jest.fn();
  const following = new Following({
    pressed,
    api,
    session,
    askToJoin: (then) => asked.push(then),
    logInAgain: (then) => loggedOut.push(then),
    tellOthers,
  });
  return { following, pressed, api, session, sent, asked, loggedOut, tellOthers };
}

describe('what a reader presses', () => {
  it('is shown before it is done, and told to the other tabs after it', async () => {
    const { following, pressed, tellOthers } = aFollowing();
    const doing = following.follow(anna, true, () => undefined);
    expect(pressed.get().follows.get('reader:anna')).toBe(true);
    expect(tellOthers).not.toHaveBeenCalled();
    expect(await doing).toBeNull();
    expect(tellOthers).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a follow', (following: Following) => following.follow(anna, true, () => undefined), 'follow' as const],
    ['a mute', (following: Following) => following.mute('anna', 'mute', () => undefined), 'mute' as const],
    ['a block', (following: Following) => following.mute('anna', 'block', () => undefined), 'mute' as const],
    ['mute words', (following: Following) => following.changeWords(['ferry'], () => undefined), 'changeMuteWords' as const],
  ])('is as it was before where the service refuses %s', async (_, press, method) => {
    const { following, pressed, api, tellOthers } = aFollowing();
    api[method].mockRejectedValueOnce(refused);
    expect(await press(following)).toBe(refused);
    expect(pressed.get()).toEqual(nothingPressed);
    expect(tellOthers).not.toHaveBeenCalled();
  });

  it('leaves what was pressed later of the same reader, and shows what was done where that is refused too', async () => {
    const { following, pressed, api } = aFollowing();
    api.mute.mockRejectedValueOnce(refused);
    const mute = following.mute('anna', 'mute', () => undefined);
    const block = following.mute('anna', 'block', () => undefined);
    await mute;
    expect(pressed.get().mutes.get('anna')).toBe('block');
    await block;
    api.mute.mockRejectedValue(refused);
    const presses = [following.mute('anna', 'mute', () => undefined), following.mute('anna', 'mute', () => undefined)];
    await Promise.all(presses);
    expect(pressed.get().mutes.get('anna')).toBe('block');
  });

  it('leaves the words that were typed later', async () => {
    const { following, pressed, api } = aFollowing();
    api.changeMuteWords.mockRejectedValueOnce(refused);
    await Promise.all([following.changeWords(['ferry'], () => undefined), following.changeWords(['train'], () => undefined)]);
    expect(pressed.get().words).toEqual(['train']);
  });

  it('stands until the service was asked what is known after it was done, and nothing was done since', async () => {
    const { following, pressed, api } = aFollowing();
    const before = following.done;
    await following.follow(anna, true, () => undefined);
    following.noteKnown(before);
    expect(pressed.get().follows.get('reader:anna')).toBe(true);
    const since = following.done;
    api.mute.mockImplementationOnce(() => new Promise(() => undefined));
    void following.mute('berta', 'mute', () => undefined);
    following.noteKnown(since);
    expect([pressed.get().follows.size, pressed.get().mutes.get('berta')]).toEqual([0, 'mute']);
  });

  it('leaves what was pressed meanwhile', async () => {
    const { following, pressed, api } = aFollowing();
    api.follow.mockRejectedValueOnce(new NoAnswer('offline'));
    const doing = following.follow(anna, true, () => undefined);
    await following.mute('berta', 'mute', () => undefined);
    await doing;
    expect(pressed.get().follows.size).toBe(0);
    expect(pressed.get().mutes.get('berta')).toBe('mute');
  });

  it('is sent in its order', async () => {
    const { following, sent, api } = aFollowing();
    let answer = (): void => undefined;
    api.follow.mockImplementationOnce(
      ({ subject }) => new Promise((resolve) => (answer = () => resolve(void sent.push(`follow ${subject}`)))) as Promise<undefined>,
    );
    const first = following.follow(anna, true, () => undefined);
    const second = following.follow(anna, false, () => undefined);
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toEqual([]);
    answer();
    await Promise.all([first, second]);
    expect(sent).toEqual(['follow anna', 'unfollow anna']);
  });

  it('waits until a visitor has joined', async () => {
    const { following, pressed, asked, sent } = aFollowing(null);
    const again = jest.fn();
    expect(await following.follow(anna, true, again)).toBeNull();
    expect(pressed.get()).toBe(nothingPressed);
    expect(sent).toEqual([]);
    asked[0]?.();
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('is done again where the session was over, when the reader is logged in', async () => {
    const { following, api, loggedOut } = aFollowing();
    const again = jest.fn();
    api.follow.mockRejectedValueOnce(new Refusal(401, { code: 'not_logged_in', detail: '' }, null));
    await following.follow(anna, true, again);
    loggedOut[0]?.();
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('of one reader does not come back for another', async () => {
    const { following, pressed, api, session } = aFollowing();
    await following.follow(anna, true, () => undefined);
    api.unfollow.mockImplementationOnce(async () => {
      session.reader = { id: 'other', name: 'Other', email: 'other@example.org' };
      following.forget();
      throw refused;
    });
    await following.follow(anna, false, () => undefined);
    expect(pressed.get()).toBe(nothingPressed);
  });

  it('of one reader is not sent for another, who does not wait for it', async () => {
    const { following, pressed, api, session, sent, tellOthers } = aFollowing();
    let answer = (): void => undefined;
    api.mute.mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve(undefined))));
    const first = following.mute('anna', 'mute', () => undefined);
    const second = following.follow(anna, true, () => undefined);
    await Promise.resolve();
    session.reader = { id: 'other', name: 'Other', email: 'other@example.org' };
    following.forget();
    await following.follow({ kind: 'section', subject: 'Culture' }, true, () => undefined);
    answer();
    expect(await Promise.all([first, second])).toEqual([undefined, undefined]);
    expect(sent).toEqual(['follow Culture']);
    expect([...pressed.get().follows.keys(), ...pressed.get().mutes.keys()]).toEqual(['section:Culture']);
    expect(tellOthers).toHaveBeenCalledTimes(1);
  });

  it('ends the follow of who is blocked, not of who is muted', async () => {
    const { following, pressed } = aFollowing();
    await following.follow(anna, true, () => undefined);
    await following.mute('anna', 'mute', () => undefined);
    expect(pressed.get().follows.get('reader:anna')).toBe(true);
    await following.mute('anna', 'block', () => undefined);
    expect(pressed.get().follows.get('reader:anna')).toBe(false);
  });
});

describe('what is known and what was pressed', () => {
  it('is put together: readers and words that are not wanted', () => {
    const pressed: Pressed = {
      ...nothingPressed,
      mutes: new Map([
        ['anna', null],
        ['berta', 'block'],
      ]),
      words: ['ferry'],
    };
    expect(unwantedOf({ muted: ['anna', 'carla'], words: ['train'] }, pressed)).toEqual({
      readers: new Set(['carla', 'berta']),
      words: ['ferry'],
    });
    expect(unwantedOf({ muted: [], words: ['train'] }, nothingPressed).words).toEqual(['train']);
    expect(unwantedOf(null, nothingPressed)).toEqual({ readers: new Set(), words: [] });
  });

  it.each<[FollowKind, FollowingInThread]>([
    ['thread', { ...nothing, followsThread: true }],
    ['section', { ...nothing, followsSection: true }],
    ['conversation', { ...nothing, conversations: ['x'] }],
  ])('tells whether a %s is followed', (kind, following) => {
    expect(followsInThread(following, { kind, subject: 'x' })).toBe(true);
    expect(followsInThread(nothing, { kind, subject: 'x' })).toBe(false);
    expect(followsInThread(null, { kind, subject: 'x' })).toBe(false);
  });
});
