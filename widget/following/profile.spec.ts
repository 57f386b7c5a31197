import type { CommentElsewhere, ListedReadersPage, ReaderProfile } from '../../contract/following';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Store } from '../store/store';
import { Profile, type ProfileState } from './profile';

const anna = { id: 'anna', name: 'Anna' };
const aProfile = (id: string) => ({ id, name: id, commentCount: 3, hasPublicLists: true, relation: null }) as ReaderProfile;
const aReader = (id: string) => ({ id, name: id, isFollowed: false });
const notFound = new Refusal(404, { code: 'not_found', detail: '' }, null);
const aComment = (id: string) => ({ comment: { id } }) as CommentElsewhere;
const settle = () => new Promise((resolve) => setTimeout(resolve));

function opened() {
  const state = new Store<ProfileState>(null);
  const api = {
    profile: jest.fn(async (id: string) => aProfile(id)),
    listedReaders: jest.fn(
      async (of: string, list: string, cursor: string | null): Promise<ListedReadersPage> =>
        cursor === null
          ? { readers: [aReader(`${list} of ${of}`), aReader('x')], nextCursor: 'next' }
          : { readers: [aReader('x'), aReader('y')], nextCursor: null },
    ),
    profileComments: jest.fn(async (_: string, cursor: string | null) =>
      cursor === null
        ? { comments: [aComment('a'), aComment('b')], nextCursor: 'b' as string | null }
        : { comments: [aComment('b'), aComment('c')], nextCursor: null },
    ),
  };
  return { profile: new Profile({ state, api }), state, api };
}

const ids = (state: Store<ProfileState>) => state.get()?.comments.items.map(({ comment }) => comment.id);

describe('the profile of a reader', () => {
  it('has the name at once, then what is known, then their comments page by page; what is in two pages comes once', async () => {
    const { profile, state } = opened();
    profile.open({ ...anna, badge: null } as typeof anna);
    expect(state.get()).toMatchObject({ reader: anna, profile: null, progress: 'reading', comments: { progress: 'reading' } });
    await settle();
    expect(state.get()).toMatchObject({ profile: { id: 'anna' }, progress: 'read' });
    expect(ids(state)).toEqual(['a', 'b']);
    await profile.readComments();
    expect(ids(state)).toEqual(['a', 'b', 'c']);
    expect(state.get()?.comments).toMatchObject({ nextCursor: null, progress: 'read' });
  });

  it.each([
    ['gone', notFound],
    ['failed', new NoAnswer('offline')],
  ])('is %s, and can be asked for again', async (progress, error) => {
    const { profile, state, api } = opened();
    api.profile.mockRejectedValueOnce(error);
    profile.open(anna);
    await settle();
    expect(state.get()).toMatchObject({ progress, profile: null });
    await profile.readHead();
    expect(state.get()).toMatchObject({ progress: 'read' });
  });

  it('asks for a page once, however often it is pressed', async () => {
    const { profile, api } = opened();
    profile.open(anna);
    await profile.readComments();
    await settle();
    expect(api.profileComments).toHaveBeenCalledTimes(1);
  });

  it('says that comments could not be read', async () => {
    const { profile, state, api } = opened();
    api.profileComments.mockRejectedValueOnce(new NoAnswer('offline'));
    profile.open(anna);
    await settle();
    expect(state.get()?.comments.progress).toBe('failed');
    await profile.readComments();
    expect(ids(state)).toEqual(['a', 'b']);
  });

  it('does not show what was asked about somebody else, nor comes back when it was closed', async () => {
    const { profile, state, api } = opened();
    let answer = (_: ReaderProfile): void => undefined;
    api.profile.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    profile.open(anna);
    profile.open({ id: 'berta', name: 'Berta' });
    answer(aProfile('anna'));
    await settle();
    expect(state.get()?.profile?.id).toBe('berta');
    profile.open(anna);
    profile.close();
    await settle();
    expect(state.get()).toBeNull();
    profile.renew();
    profile.renewComments();
    await profile.readHead();
    await profile.readComments();
    expect(state.get()).toBeNull();
  });

  it('is read anew for somebody else, and its comments when others are seen', async () => {
    const { profile, state, api } = opened();
    profile.open(anna);
    await settle();
    profile.renewComments();
    expect(state.get()?.comments).toMatchObject({ items: [], progress: 'reading' });
    await settle();
    expect([api.profile, api.profileComments].map(({ mock }) => mock.calls.length)).toEqual([1, 2]);
    profile.renew();
    await settle();
    expect([api.profile, api.profileComments].map(({ mock }) => mock.calls.length)).toEqual([2, 3]);
  });
});

describe('the readers who follow somebody, and whom somebody follows', () => {
  const listed = (state: Store<ProfileState>) => state.get()?.people?.readers.items.map(({ id }) => id);

  it('are read page by page, in front of the profile, and left for it', async () => {
    const { profile, state } = opened();
    profile.open(anna);
    profile.openPeople('followers');
    expect(state.get()).toMatchObject({ people: { list: 'followers', readers: { items: [], progress: 'reading' } } });
    await settle();
    await profile.readPeople();
    expect(listed(state)).toEqual(['followers of anna', 'x', 'y']);
    expect(state.get()?.people?.readers).toMatchObject({ nextCursor: null, progress: 'read' });
    profile.closePeople();
    expect(state.get()).toMatchObject({ reader: anna, people: null, profile: { id: 'anna' } });
    profile.openPeople('follows');
    await settle();
    expect(listed(state)).toEqual(['follows of anna', 'x']);
  });

  it('lead to another reader, and back to themselves, read anew; from there to where it began', async () => {
    const { profile, state, api } = opened();
    profile.open(anna);
    profile.openPeople('followers');
    await settle();
    profile.open({ id: 'berta', name: 'Berta' });
    expect(state.get()).toMatchObject({ reader: { id: 'berta' }, people: null });
    profile.openPeople('follows');
    profile.open({ id: 'carla', name: 'Carla' });
    await settle();
    const steps = [];
    for (let step = 0; step < 2; step += 1) {
      profile.close();
      steps.push([state.get()?.reader.id, state.get()?.people?.list]);
      await settle();
    }
    expect(steps).toEqual([
      ['berta', 'follows'],
      ['anna', 'followers'],
    ]);
    expect(api.listedReaders).toHaveBeenCalledTimes(4);
    profile.closePeople();
    profile.close();
    expect(state.get()).toBeNull();
  });

  it('are all left at once by who goes to a comment', async () => {
    const { profile, state } = opened();
    profile.open(anna);
    profile.openPeople('followers');
    profile.open({ id: 'berta', name: 'Berta' });
    profile.closeAll();
    await settle();
    expect(state.get()).toBeNull();
  });

  it('go, and with them what leads there, when the site shows them no more', async () => {
    const { profile, state, api } = opened();
    profile.open(anna);
    profile.openPeople('followers');
    await settle();
    api.listedReaders.mockRejectedValueOnce(notFound);
    api.profile.mockResolvedValueOnce({ ...aProfile('anna'), hasPublicLists: false });
    const reading = profile.readPeople();
    await settle();
    await reading;
    expect(state.get()).toMatchObject({ people: null, progress: 'read', profile: { hasPublicLists: false } });
  });

  it('are asked for again when there was no answer', async () => {
    const { profile, state, api } = opened();
    profile.open(anna);
    api.listedReaders.mockRejectedValueOnce(new NoAnswer('offline'));
    profile.openPeople('followers');
    await settle();
    expect(state.get()?.people?.readers.progress).toBe('failed');
    await profile.readPeople();
    expect(listed(state)).toEqual(['followers of anna', 'x']);
  });

  it('do not come where another list is open by then, or none', async () => {
    const { profile, state, api } = opened();
    profile.open(anna);
    let answer = (_: ListedReadersPage): void => undefined;
    api.listedReaders.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    profile.openPeople('followers');
    profile.closePeople();
    profile.openPeople('follows');
    answer({ readers: [aReader('late')], nextCursor: null });
    await settle();
    expect(listed(state)).toEqual(['follows of anna', 'x']);
    const show = await profile.askAgain();
    profile.closePeople();
    show();
    expect(state.get()).toMatchObject({ people: null, progress: 'read' });
    await profile.readPeople();
    profile.close();
    profile.openPeople('followers');
    expect(state.get()).toBeNull();
  });

  it('are asked for anew with the profile, for who looks at it now too', async () => {
    const { profile, state, api } = opened();
    profile.open(anna);
    profile.openPeople('followers');
    await settle();
    api.listedReaders.mockResolvedValueOnce({ readers: [{ ...aReader('x'), isFollowed: true }], nextCursor: null });
    const show = await profile.askAgain();
    show();
    expect(state.get()?.people?.readers).toEqual({ items: [{ ...aReader('x'), isFollowed: true }], nextCursor: null, progress: 'read' });
    profile.renew();
    expect(state.get()).toMatchObject({ reader: anna, people: { list: 'followers', readers: { items: [] } } });
    await settle();
    expect(listed(state)).toEqual(['followers of anna', 'x']);
  });
});
