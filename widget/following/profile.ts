import type { PublicAuthor } from '../../contract/conversation';
import type { CommentElsewhere, ReaderProfile } from '../../contract/following';
import type { FollowingApi } from '../api/following-api';
import { isRefusedAs } from '../api/parley-api';
import type { OwnList } from '../decisions/mine';
import { readList, unreadList } from '../decisions/read-list';
import type { Store } from '../store/store';

/** Null where none is open. */
export type ProfileState = {
  reader: Pick<PublicAuthor, 'id' | 'name'>;
  /** Null until it is there. */
  profile: ReaderProfile | null;
  /** Of the profile. `gone`: there is no such reader any more. */
  progress: 'reading' | 'read' | 'failed' | 'gone';
  comments: OwnList<CommentElsewhere>;
} | null;

export interface ProfileWiring {
  state: Store<ProfileState>;
  api: Pick<FollowingApi, 'profile' | 'profileComments'>;
}

/** A reader, as others meet them. */
export class Profile {
  constructor(private readonly wiring: ProfileWiring) {}

  open({ id, name }: Pick<PublicAuthor, 'id' | 'name'>): void {
    this.wiring.state.set({ reader: { id, name }, profile: null, progress: 'reading', comments: unreadList });
    void this.readHead();
    void this.readComments();
  }

  close(): void {
    this.wiring.state.set(null);
  }

  /** Somebody else looks at it. */
  renew(): void {
    const state = this.wiring.state.get();
    if (state !== null) this.open(state.reader);
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
    const reader = this.wiring.state.get()?.reader;
    if (reader === undefined) return () => undefined;
    const profile = await this.wiring.api.profile(reader.id);
    return () => this.patch(reader, { profile, progress: 'read' });
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

  /** Nothing where it was closed meanwhile, or another is open. */
  private patch(reader: object, parts: Partial<NonNullable<ProfileState>>): void {
    this.wiring.state.update((state) => (state?.reader === reader ? { ...state, ...parts } : state));
  }
}
