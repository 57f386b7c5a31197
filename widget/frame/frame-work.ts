import type { PublishedComment, ReactionKind } from '../../contract/conversation';
import type { MentionableReaders } from '../../contract/following';
import { isLoggedOut, ParleyApi } from '../api/parley-api';
import { Mine } from '../decisions/mine';
import { Standing } from '../decisions/standing';
import { Drafts } from '../drafts/drafts';
import { SafeStorage } from '../drafts/safe-storage';
import { Readers } from '../following/readers';
import type { Inbox } from '../inbox/inbox';
import type { News } from '../inbox/news';
import { whatWaits } from '../inbox/what-waits';
import { Reporting } from '../reports/reporting';
import { Session, type SessionWiring } from '../session/session';
import { type FrameModel, type JoinFormState, type JoinPlace, nothingEntered } from './frame-model';
import { keepInFront } from './panel-order';
import { Presence } from './presence';
import { Reacting } from './reacting';
import { Reading } from './reading';
import { barredText, refusalText } from './refusal-text';
import { Writing } from './writing';

export interface FrameWiring extends Omit<SessionWiring, 'onAsk'> {
  /** The service did what it was asked. */
  onAnswer(): void;
  /** Nobody looks at the page. */
  isHidden(): boolean;
}

/** All that can be done in a conversation. It changes the model, and the view follows. */
export class FrameWork {
  readonly reading: Reading;
  readonly session: Session;
  readonly writing: Writing;
  readonly presence: Presence;
  readonly standing: Standing;
  readonly mine: Mine;
  readonly reporting: Reporting;
  /** Whom the service knows by the beginning of a name; to a visitor it says nothing. */
  readonly mentionable: (prefix: string) => Promise<MentionableReaders['readers']>;
  readonly news: News;
  readonly inbox: Inbox;
  readonly readers: Readers;
  private readonly reacting: Reacting;
  private readonly passing: Drafts;
  private afterJoining: (() => void) | null = null;
  /** Who reads, or read before they were logged out: more than one answer may tell that. */
  private lastReaderId: string | undefined;
  private readonly joining = {
    askToJoin: (place: JoinPlace, then: () => void) => this.askToJoin({ place, mode: 'join' }, then),
    logInAgain: (place: JoinPlace, then: () => void) => this.logInAgain(place, then),
  };

  constructor(
    readonly model: FrameModel,
    { tellOthers, onChanged, onAnswer, isHidden }: FrameWiring,
  ) {
    keepInFront(model);
    const api = new ParleyApi(model.state.thread.id, () => this.session, fetchTelling(onAnswer));
    this.presence = new Presence(model.presence);
    this.reading = new Reading(model.screen, api);
    this.session = new Session(model.session, api, {
      tellOthers,
      onChanged: () => {
        onChanged();
        this.noteSession();
      },
      onAsk: () => this.readers.noteAsked(),
    });
    this.passing = new Drafts(new SafeStorage(() => window.sessionStorage), model.state.thread.id);
    const { session, reading } = this;
    this.standing = new Standing({
      state: model.session,
      session,
      acknowledge: (id) => api.acknowledge(id),
      later: (run, milliseconds) => setTimeout(run, milliseconds),
    });
    this.mine = new Mine({
      state: model.mine,
      api,
      session,
      drafts: model.drafts,
      logInAgain: (then) => this.logInAgain('top', then),
    });
    this.reporting = new Reporting({ api, session, drafts: model.drafts, passing: this.passing, ...this.joining });
    this.mentionable = async (prefix) => (session.reader ? (await api.mentionable(model.state.site.key, prefix)).readers : []);
    ({ news: this.news, inbox: this.inbox } = whatWaits({ model, api, isHidden, logInAgain: (then) => this.logInAgain('top', then) }));
    this.writing = new Writing({ model, api, session, reading, standing: this.standing, ...this.joining });
    const tellOfChange = (): void => {
      tellOthers();
      this.news.lookAgain();
    };
    this.readers = new Readers({ model, api, session, tellOthers: tellOfChange, ...this.joining });
    this.reacting = new Reacting(model.pending, {
      api,
      session,
      reading,
      onRefused: (comment, kind, error) => this.noteReactionRefused(comment, kind, error),
    });
  }

  /** Joins or logs in. What waits to be posted is shown as if it were on its way, so that nothing moves when it is. */
  async enter(ask: (session: Session) => Promise<void>): Promise<void> {
    this.writing.hold(this.model.joinForm.get()?.place);
    try {
      await ask(this.session);
    } finally {
      this.writing.letGo();
    }
  }

  /** Shows the form, and remembers what the visitor wanted to do. */
  askToJoin(form: JoinFormState, then: (() => void) | null = null): void {
    this.afterJoining = then;
    this.model.joinForm.set(form);
  }

  closeJoinForm(): void {
    this.afterJoining = null;
    this.model.joinForm.set(null);
  }

  react(comment: PublishedComment, kind: ReactionKind): void {
    this.model.trouble.set(null);
    const { sanction } = this.session;
    if (sanction?.kind === 'suspend' || sanction?.kind === 'ban')
      this.model.trouble.set({ commentId: comment.id, text: barredText(sanction.endsAt, this.model.wording) });
    else if (this.session.reader) void this.reacting.toggle(comment, kind);
    else this.askToJoin({ place: `react-${comment.id}`, mode: 'join' }, () => this.react(comment, kind));
  }

  /** @returns as `Reading.showRepliesUntilSeen` */
  showReplies(parentId: string): Promise<string | undefined> {
    return this.reading.showRepliesUntilSeen(parentId, (id) => this.model.hidden.get().get(id) !== 'none');
  }

  async logOut(): Promise<void> {
    this.model.trouble.set(null);
    await this.session.logOut().catch((error: unknown) => this.tellTrouble(null, error));
  }

  /** @returns what to tell when it did not work */
  async acknowledge(): Promise<string | null> {
    try {
      await this.standing.acknowledge();
    } catch (error) {
      if (isLoggedOut(error)) this.logInAgain('top', () => undefined);
      return refusalText(error, this.model.wording);
    }
    return null;
  }

  private noteReactionRefused(comment: PublishedComment, kind: ReactionKind, error: unknown): void {
    this.standing.noteRefused(error);
    if (isLoggedOut(error)) this.logInAgain(`react-${comment.id}`, () => this.react(comment, kind));
    else this.tellTrouble(comment.id, error);
  }

  private tellTrouble(commentId: string | null, error: unknown): void {
    this.model.trouble.set({ commentId, text: refusalText(error, this.model.wording) });
  }

  private logInAgain(place: JoinPlace, then: () => void): void {
    const { lastReaderId } = this;
    this.session.noteEnded();
    this.askToJoin({ place, mode: 'logIn', isUnasked: true }, () => {
      // Whoever logs in here goes on only with what is their own.
      if (this.session.reader?.id === lastReaderId) then();
    });
  }

  private noteSession(): void {
    const { reader } = this.session;
    const then = this.afterJoining;
    this.mine.close();
    this.inbox.close();
    this.news.belongTo(reader?.id ?? null);
    this.readers.noteSession();
    if (reader) {
      this.lastReaderId = reader.id;
      this.closeJoinForm();
      // The next person at this screen is somebody else.
      Object.assign(this.model.entered, nothingEntered);
    }
    this.passing.belongTo(reader?.id ?? null);
    this.writing.noteReader(reader?.id ?? null, reader ? then : null);
  }
}

function fetchTelling(onAnswer: () => void): typeof fetch {
  return async (...request) => {
    const answer = await fetch(...request);
    if (answer.ok) onAnswer();
    return answer;
  };
}
