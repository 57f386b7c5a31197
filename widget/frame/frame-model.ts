import type { FrameState } from '../../contract/embed';
import type { Catalogue } from '../catalogues/catalogue';
import { Wording } from '../catalogues/wording';
import { type Conversation, conversationFromPage, conversationFromPermalink } from '../conversation/conversation';
import type { MineState } from '../decisions/mine';
import { Drafts, type Place } from '../drafts/drafts';
import type { Outgoing } from '../drafts/outbox';
import type { SafeStorage } from '../drafts/safe-storage';
import type { HiddenComments } from '../following/hidden-in';
import type { PeopleState } from '../following/people';
import { nothingPressed, type Pressed } from '../following/pressed';
import type { ProfileState } from '../following/profile';
import type { InboxState } from '../inbox/inbox';
import type { NewsState } from '../inbox/news';
import type { SessionState } from '../session/session';
import { Store } from '../store/store';
import type { PendingReactions } from './expected-counts';

export interface Screen {
  whole: Conversation;
  /** Stands in front of the whole conversation while one part of it is shown. */
  part: Conversation | null;
  /** What is being loaded, and what could not be: `order`, `more`, `part`, or the id of a comment for its replies. */
  loading: ReadonlySet<string>;
  failed: ReadonlySet<string>;
}

export function shownConversation({ whole, part }: Screen): Conversation {
  return part ?? whole;
}

export interface Warned {
  text: string;
  clientId?: string;
}

export interface Desk {
  /** The comment that is being answered. */
  replyingTo: string | null;
  editing: { id: string; source: string; revision: number; isSaving: boolean } | null;
  /** What to tell about a text that was not taken, by its place. */
  refusals: Readonly<Partial<Record<Place, string>>>;
  /** What a moderator may have to read first: the text, and the `clientId` it was posted with. It can be sent all the same. */
  warned: Readonly<Partial<Record<Place, Warned>>>;
  /** A text that is sent as soon as its author is logged in, and the service is being asked for that right now. */
  held: { parentId: string | null; text: string } | null;
  /** What the reader wrote last in this page, to bring it before their eyes: the `clientId` while it is on its way, then its id. */
  latest: string | null;
}

export interface PresenceState {
  /** `starting`: not connected yet, and nothing is wrong with that. */
  connection: 'starting' | 'up' | 'lost';
  reading: number | null;
  /** The parents of replies that somebody writes right now; null stands for a new comment. */
  typing: ReadonlySet<string | null>;
}

/** Where the form to join stands: at the top, below a text, or below a comment to react to. */
export type JoinPlace = 'top' | Place | `react-${string}`;

export interface JoinFormState {
  place: JoinPlace;
  mode: 'join' | 'logIn';
  /** It comes by itself, and must not disturb who is writing. */
  isUnasked?: boolean;
}

/** The form to join, for the next person at this screen. */
export const nothingEntered = { name: '', email: '', password: '' };

/** All that the view of a conversation shows; the same on the server and when the scripts take over. */
export class FrameModel {
  readonly wording: Wording;
  readonly drafts: Drafts;
  readonly screen: Store<Screen>;
  readonly session = new Store<SessionState>({
    reader: undefined,
    reactions: {},
    unpublished: [],
    sanction: null,
    reported: [],
    following: null,
    shown: new Set(),
    mayPostAt: 0,
  });
  readonly desk = new Store<Desk>({ replyingTo: null, editing: null, refusals: {}, warned: {}, held: null, latest: null });
  readonly outgoing = new Store<readonly Outgoing[]>([]);
  readonly presence = new Store<PresenceState>({ connection: 'starting', reading: null, typing: new Set() });
  readonly pending = new Store<PendingReactions>(new Map());
  /** What is open of the reader's comments and of the decisions about them. */
  readonly mine = new Store<MineState>(null);
  /** How much waits for the reader on this site. */
  readonly news = new Store<NewsState>(null);
  /** What is open of it. */
  readonly inbox = new Store<InboxState>(null);
  /** A reader whose profile is open, in front of all else. */
  readonly profile = new Store<ProfileState>(null);
  /** What is open of whom the reader follows and mutes. */
  readonly people = new Store<PeopleState>(null);
  /** What the reader changed of that in this page. */
  readonly pressed = new Store<Pressed>(nothingPressed);
  /** Comments that the reader does not want to see. */
  readonly hidden = new Store<HiddenComments>(new Map());
  /** There is something they do not want to see, in sight or not. */
  readonly hidesSome = new Store(false);
  readonly joinForm = new Store<JoinFormState | null>(null);
  /** What stands in the form to join, until somebody is in. */
  readonly entered = { ...nothingEntered };
  /** The last thing that could not be done, and at which comment; null is the reader's own corner. */
  readonly trouble = new Store<{ commentId: string | null; text: string } | null>(null);
  /** The question that has its place on the screen; another waits until the reader asks, so that nothing moves. */
  readonly question: Store<string | undefined>;
  /** From then on the browser may know more than the server did: its time zone, its storage. */
  readonly isTakenOver = new Store(false);
  /** Milliseconds; relative times are counted from it. */
  readonly now: Store<number>;

  constructor(
    readonly state: FrameState,
    texts: Catalogue,
    readonly storage: SafeStorage,
  ) {
    const { thread, page, permalink, order, language, renderedAt } = state;
    this.wording = new Wording(language, texts);
    this.drafts = new Drafts(storage, thread.id);
    this.question = new Store(page.thread.question);
    this.now = new Store(Date.parse(renderedAt));
    this.screen = new Store<Screen>({
      whole: conversationFromPage(page, order),
      part: permalink && conversationFromPermalink(permalink, order),
      loading: new Set(),
      failed: new Set(),
    });
  }
}
