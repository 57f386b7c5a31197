import type { PublicAuthor } from '../../contract/conversation';
import type { CommentElsewhere, ListedReader, ReaderProfile } from '../../contract/following';
import type { FollowingApi } from '../api/following-api';
import { isRefusedAs } from '../api/parley-api';
import type { OwnList } from '../decisions/mine';
import { readList, unreadList } from '../decisions/read-list';
import type { Store } from '../store/store';

type Named = Pick<PublicAuthor, 'id' | 'name'>;

/** Readers whom somebody follows, or who follow them. */
export type ReaderList = 'follows' | 'followers';

/** A list in which a name was pressed. */
interface Origin {
  reader: Named;
  list: ReaderList;
  cameBy: Origin | null;
}

/** Null where none is open. */
export type ProfileState = {
  reader: Named;
  /** Null until it is there. */
  profile: ReaderProfile | null;
  /** Of the profile. `gone`: there is no such reader any more. */
  progress: 'reading' | 'read' | 'failed' | 'gone';
  comments: OwnList<CommentElsewhere>;
  /** In front of all else; null where neither list is open. */
  people: { list: ReaderList; readers: OwnList<ListedReader> } | null;
  /** What led here, if it was a list, and is led back to. */
  cameBy: Origin | null;
} | null;

export interface ProfileWiring {
  state: Store<ProfileState>;
  api: Pick<FollowingApi, 'profile' | 'profileComments' | 'listedReaders'>;
}

/** A reader, as others meet them. */
export class Profile {
  constructor(private readonly wiring: ProfileWiring) {}

  /** From the list of somebody whose profile is open, or from elsewhere. */
  open(reader: Named): void {
    const before = this.wiring.state.get();
    this.show(reader, before?.people ? { reader: before.reader, list: before.people.list, cameBy: before.cameBy } : null);
  }

  /** Back to the list that led here; it is read anew. */
  close(): void {
    const cameBy = this.wiring.state.get()?.cameBy;
    if (!cameBy) this.closeAll();
    else {
      this.show(cameBy.reader, cameBy.cameBy);
      this.openPeople(cameBy.list);
    }
  }

  closeAll(): void {
    this.wiring.state.set(null);
  }

  openPeople(list: ReaderList): void {
    this.wiring.state.update((state) => state && { ...state, people: { list, readers: unreadList } });
    void this.readPeople();
  }

  closePeople(): void {
    this.wiring.state.update((state) => state && { ...state, people: null });
  }

  /** Somebody else looks at it. */
  renew(): void {
    const state = this.wiring.state.get();
    if (state === null) return;
    this.show(state.reader, state.cameBy);
    if (state.people) this.openPeople(state.people.list);
  }

  /** The reader sees others of their comments than before. */
  renewComments(): void {
    const state = this.wiring.state.get();
    if (state === null) return;
    this.patch(state.reader, { comments: unreadList });
    void this.readComments();
  }

  /** Asks anew what is shown of the reader. @returns what shows it @throws Refusal, NoAnswer */
  async askAgain(): Promise<() => void> {
    const { state, api } = this.wiring;
    const opened = state.get();
    if (opened === null) return () => undefined;
    const { reader, people } = opened;
    const list = people?.list;
    const [profile, page] = await Promise.all([api.profile(reader.id), list && api.listedReaders(reader.id, list, null)]);
    return () => {
      this.patch(reader, { profile, progress: 'read' });
      if (list && page) this.changePeople({ reader, list }, { items: page.readers, nextCursor: page.nextCursor, progress: 'read' });
    };
  }

  async readHead(): Promise<void> {
    const state = this.wiring.state.get();
    if (state === null) return;
    const { reader } = state;
    this.patch(reader, { progress: 'reading' });
    try {
      this.patch(reader, { profile: await this.wiring.api.profile(reader.id), progress: 'read' });
    } catch (error) {
      this.patch(reader, { progress: isRefusedAs('not_found', error) ? 'gone' : 'failed' });
    }
  }

  async readComments(): Promise<void> {
    const { state, api } = this.wiring;
    const opened = state.get();
    if (opened === null) return;
    const { reader } = opened;
    const list = (): OwnList<CommentElsewhere> | undefined => (state.get()?.reader === reader ? state.get()?.comments : undefined);
    const ask = async (cursor: string | null): Promise<{ items: CommentElsewhere[]; nextCursor: string | null }> => {
      const { comments, nextCursor } = await api.profileComments(reader.id, cursor);
      return { items: comments, nextCursor };
    };
    const change = (comments: OwnList<CommentElsewhere>): void => this.patch(reader, { comments });
    // What failed is said in its place.
    await readList({ list, ask, change, keyOf: ({ comment }) => comment.id }).catch(() => undefined);
  }

  /** Goes on with the list that is open, or begins it once more. Where there is none any more, it goes, and so does what leads to it. */
  async readPeople(): Promise<void> {
    const { state, api } = this.wiring;
    const opened = state.get();
    if (!opened?.people) return;
    const { reader, profile, people } = opened;
    const shown = { reader, list: people.list };
    const list = (): OwnList<ListedReader> | undefined => (this.isShown(shown) ? state.get()?.people?.readers : undefined);
    const ask = async (cursor: string | null): Promise<{ items: ListedReader[]; nextCursor: string | null }> => {
      const { readers, nextCursor } = await api.listedReaders(reader.id, people.list, cursor);
      return { items: readers, nextCursor };
    };
    const change = (readers: OwnList<ListedReader>): void => this.changePeople(shown, readers);
    try {
      await readList({ list, ask, change, keyOf: ({ id }) => id });
    } catch (error) {
      if (!isRefusedAs('not_found', error)) return;
      this.patch(reader, { people: null, profile: profile && { ...profile, hasPublicLists: false } });
      await this.readHead();
    }
  }

  private show({ id, name }: Named, cameBy: Origin | null): void {
    const reader = { id, name };
    this.wiring.state.set({ reader, profile: null, progress: 'reading', comments: unreadList, people: null, cameBy });
    void this.readHead();
    void this.readComments();
  }

  private isShown({ reader, list }: Pick<Origin, 'reader' | 'list'>): boolean {
    const state = this.wiring.state.get();
    return state?.reader === reader && state.people?.list === list;
  }

  /** Nothing where it was closed meanwhile, or another is open. */
  private changePeople(shown: Pick<Origin, 'reader' | 'list'>, readers: OwnList<ListedReader>): void {
    if (this.isShown(shown)) this.patch(shown.reader, { people: { list: shown.list, readers } });
  }

  /** Nothing where it was closed meanwhile, or another is open. */
  private patch(reader: object, parts: Partial<NonNullable<ProfileState>>): void {
    this.wiring.state.update((state) => (state?.reader === reader ? { ...state, ...parts } : state));
  }
}
