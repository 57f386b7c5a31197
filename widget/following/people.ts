import type { FollowersPage, FollowView, MuteView } from '../../contract/following';
import type { FollowingApi } from '../api/following-api';
import { isLoggedOut } from '../api/parley-api';
import type { OwnList } from '../decisions/mine';
import { type ListPage, type ReadList, readList, unreadList } from '../decisions/read-list';
import type { Session } from '../session/session';
import type { Store } from '../store/store';
import { keyOf } from './pressed';

export type PeopleTab = 'following' | 'followers' | 'muted';
export type FollowerView = FollowersPage['followers'][number];

interface PeopleLists {
  following: OwnList<FollowView>;
  followers: OwnList<FollowerView>;
  muted: OwnList<MuteView>;
}

/** Null where it is closed. */
export type PeopleState =
  | (PeopleLists & {
      tab: PeopleTab;
      /** How many follow the reader here; null until that is known. */
      followerCount: number | null;
      /** As far as it is known: the site shows everybody whom they follow, and who follows them. */
      areListsPublic: boolean;
      /** Null until they are there. */
      words: readonly string[] | null;
      haveWordsFailed: boolean;
      /** What was typed of them, and not saved. */
      typedWords: string | null;
    })
  | null;

export interface PeopleWiring {
  state: Store<PeopleState>;
  api: Pick<FollowingApi, 'follows' | 'followers' | 'mutes' | 'muteWords' | 'profile'>;
  session: Pick<Session, 'reader'>;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(then: () => void): void;
}

/** Whom and what the reader follows, who follows them, and what they do not want to see, as far as they asked for it. */
export class People {
  /** By the id of the reader who typed them. They stay while the page is there. */
  private readonly typedWords = new Map<string | undefined, string | null>();
  /** Answers to what was asked before the list was shown anew are nobody's any more. */
  private opening = 0;

  constructor(private readonly wiring: PeopleWiring) {}

  open(tab: PeopleTab): void {
    this.wiring.state.set({
      tab,
      following: unreadList,
      followers: unreadList,
      muted: unreadList,
      followerCount: null,
      areListsPublic: false,
      words: null,
      haveWordsFailed: false,
      typedWords: this.typedWords.get(this.wiring.session.reader?.id) ?? null,
    });
    this.readAll(tab);
  }

  close(): void {
    this.opening += 1;
    this.wiring.state.set(null);
  }

  /** Each tab is read anew whenever it is shown. */
  show(tab: PeopleTab): void {
    if (this.wiring.state.get() === null) return;
    this.wiring.state.update((state) => state && { ...state, tab, [tab]: unreadList });
    this.readAll(tab);
  }

  /** Asks anew what is shown. @returns what shows it @throws Refusal, NoAnswer */
  async askAgain(): Promise<() => void> {
    const tab = this.wiring.state.get()?.tab;
    if (tab === undefined) return () => undefined;
    const patch = this.patching();
    const [page, words] = await Promise.all([this.ask(tab, null), tab === 'muted' ? this.wiring.api.muteWords() : {}]);
    return () => patch({ [tab]: { ...page, progress: 'read' }, ...words });
  }

  /** Goes on with a list, or begins it once more. */
  async read(tab: PeopleTab): Promise<void> {
    await this.attempt(() => {
      if (tab === 'following') return this.readTab(tab, keyOf);
      return tab === 'followers' ? this.readTab(tab, ({ id }) => id) : this.readTab(tab, ({ reader }) => reader.id);
    });
  }

  async readWords(): Promise<void> {
    const patch = this.patching();
    patch({ haveWordsFailed: false });
    await this.attempt(async () => {
      try {
        const { words } = await this.wiring.api.muteWords();
        patch({ words });
      } catch (error) {
        patch({ haveWordsFailed: true });
        throw error;
      }
    });
  }

  noteTyped(text: string | null): void {
    this.typedWords.set(this.wiring.session.reader?.id, text);
    this.patching()({ typedWords: text });
  }

  /** They are as they were typed. */
  noteSaved(words: readonly string[]): void {
    this.noteTyped(null);
    this.patching()({ words });
  }

  private readAll(tab: PeopleTab): void {
    this.opening += 1;
    void this.read(tab);
    if (tab === 'muted') void this.readWords();
    else void this.attempt(() => this.readOwnProfile());
  }

  private async readOwnProfile(): Promise<void> {
    const { api, session } = this.wiring;
    const patch = this.patching();
    if (!session.reader) return;
    const { followerCount, hasPublicLists } = await api.profile(session.reader.id);
    patch({ followerCount, areListsPublic: hasPublicLists });
  }

  private readTab<Tab extends PeopleTab>(tab: Tab, keyOfItem: (item: PeopleLists[Tab]['items'][number]) => string): Promise<void> {
    type Item = PeopleLists[Tab]['items'][number];
    const list = (): OwnList<Item> | undefined => this.wiring.state.get()?.[tab];
    const patch = this.patching();
    const parts: ReadList<Item> = {
      list,
      change: (next) => patch({ [tab]: next }),
      ask: (cursor) => this.ask(tab, cursor) as Promise<ListPage<Item>>,
      keyOf: keyOfItem,
    };
    return readList(parts);
  }

  private async ask(tab: PeopleTab, cursor: string | null): Promise<ListPage<FollowView | FollowerView | MuteView>> {
    const { api } = this.wiring;
    if (tab === 'following') {
      const { follows, nextCursor } = await api.follows(cursor);
      return { items: follows, nextCursor };
    }
    if (tab === 'followers') {
      const { followers, nextCursor } = await api.followers(cursor);
      return { items: followers, nextCursor };
    }
    const { mutes, nextCursor } = await api.mutes(cursor);
    return { items: mutes, nextCursor };
  }

  /** What failed is said in its place; who is logged out is asked to log in. */
  private async attempt(read: () => Promise<void>): Promise<void> {
    const tab = this.wiring.state.get()?.tab;
    try {
      await read();
    } catch (error) {
      if (isLoggedOut(error) && tab) this.wiring.logInAgain(() => this.open(tab));
    }
  }

  /** What changes what is shown now; nothing where it was closed, or shown anew, meanwhile. */
  private patching(): (parts: Partial<NonNullable<PeopleState>>) => void {
    const { opening } = this;
    return (parts) => {
      if (opening === this.opening) this.wiring.state.update((state) => state && { ...state, ...parts });
    };
  }
}
