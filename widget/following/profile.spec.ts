import type { CommentElsewhere, ReaderProfile } from '../../contract/following';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Store } from '../store/store';
import { Profile, type ProfileState } from './profile';

const anna = { id: 'anna', name: 'Anna' };
const aProfile = (id: string) => ({ id, name: id, commentCount: 3, relation: null }) as ReaderProfile;
const aComment = (id: string) => ({ comment: { id } }) as CommentElsewhere;
const settle = () => new Promise((resolve) => setTimeout(resolve));

function opened() {
  const state = new Store<ProfileState>(null);
  const api = {
    profile: jest.fn(async (id: string) => aProfile(id)),
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
    ['gone', new Refusal(404, { code: 'not_found', detail: '' }, null)],
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
