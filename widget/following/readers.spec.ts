import type { ReaderProfile } from '../../contract/following';
import { NoAnswer, type ParleyApi } from '../api/parley-api';
import type { FrameModel } from '../frame/frame-model';
import type { Session } from '../session/session';
import { Store } from '../store/store';
import type { PeopleState } from './people';
import { nothingPressed, type Pressed } from './pressed';
import type { ProfileState } from './profile';
import { Readers } from './readers';

const anna = { kind: 'reader', subject: 'anna' } as const;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const again = () => undefined;

/** With the profile of Anna open, whom the reader follows by now. */
async function withAnna() {
  const model = {
    state: { site: { key: 'demo' } },
    pressed: new Store<Pressed>(nothingPressed),
    people: new Store<PeopleState>(null),
    profile: new Store<ProfileState>(null),
  };
  let isFollowed = false;
  const read = jest.fn(async (path: string) => {
    if (path.includes('/comments')) return { comments: [], nextCursor: null };
    return { id: 'anna', name: 'Anna', relation: { isFollowed, mute: null } } as unknown as ReaderProfile;
  });
  const ask = async (method: string) => {
    isFollowed = method === 'PUT';
  };
  const api = { read, ask };
  const session = { reader: { id: 'me', name: 'Me', email: 'me@example.org' } };
  const readers = new Readers({
    model: model as unknown as FrameModel,
    api: api as unknown as ParleyApi,
    session: session as Session,
    tellOthers: () => undefined,
    askToJoin: () => undefined,
    logInAgain: () => undefined,
  });
  readers.profile.open({ id: 'anna', name: 'Anna' });
  await settle();
  await readers.following.follow(anna, true, again);
  const seen: unknown[] = [];
  const look = () => seen.push(model.pressed.get().follows.get('reader:anna') ?? model.profile.get()?.profile?.relation?.isFollowed);
  for (const store of [model.pressed, model.profile]) store.subscribe(look);
  return { readers, model, read, seen, unfollowElsewhere: () => ask('DELETE') };
}

describe('what a reader pressed', () => {
  it('gives way to what the service knows later, and nothing goes back and forth', async () => {
    const { readers, seen, model, unfollowElsewhere } = await withAnna();
    readers.noteAsked()();
    await settle();
    expect(model.pressed.get()).toEqual(nothingPressed);
    expect([...new Set(seen)]).toEqual([true]);
    await readers.following.follow(anna, true, again);
    await unfollowElsewhere();
    readers.noteAsked()();
    await settle();
    expect([...new Set(seen)]).toEqual([true, false]);
  });

  it('stands where it was done after that was asked, or what is open cannot be asked', async () => {
    const { readers, model, read } = await withAnna();
    const onAnswer = readers.noteAsked();
    await readers.following.mute('berta', 'mute', again);
    onAnswer();
    await settle();
    read.mockRejectedValueOnce(new NoAnswer('offline'));
    readers.noteAsked()();
    await settle();
    expect([model.pressed.get().follows.get('reader:anna'), model.pressed.get().mutes.get('berta')]).toEqual([true, 'mute']);
  });

  it('is no reason to ask where it is nothing, nor for the next reader', async () => {
    const { readers, read } = await withAnna();
    const onAnswer = readers.noteAsked();
    readers.profile.close();
    readers.noteSession();
    const { length } = read.mock.calls;
    onAnswer();
    readers.profile.open({ id: 'anna', name: 'Anna' });
    await settle();
    readers.noteAsked()();
    await settle();
    expect(read.mock.calls.length).toBe(length + 2);
  });
});
