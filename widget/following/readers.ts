import { FollowingApi } from '../api/following-api';
import type { ParleyApi } from '../api/parley-api';
import type { FrameModel, JoinPlace } from '../frame/frame-model';
import type { Session } from '../session/session';
import { Following } from './following';
import { People } from './people';
import { nothingPressed, type Pressed } from './pressed';
import { Profile } from './profile';

export interface ReadersWiring {
  model: FrameModel;
  api: ParleyApi;
  session: Session;
  /** The other tabs of this browser, which show the thread too. */
  tellOthers(): void;
  /** Asks the visitor to join, then does what they wanted to do. */
  askToJoin(place: JoinPlace, then: () => void): void;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(place: JoinPlace, then: () => void): void;
}

/** What the reader has to do with other readers. */
export class Readers {
  readonly following: Following;
  readonly people: People;
  readonly profile: Profile;

  constructor({ model, api: service, session, tellOthers, ...joining }: ReadersWiring) {
    const api = new FollowingApi(service, model.state.site.key);
    const askToJoin = (then: () => void): void => joining.askToJoin('top', then);
    const logInAgain = (then: () => void): void => joining.logInAgain('top', then);
    this.following = new Following({ pressed: model.pressed, api, session, askToJoin, logInAgain, tellOthers });
    this.people = new People({ state: model.people, api, session, logInAgain });
    this.profile = new Profile({ state: model.profile, api });
  }

  /** Somebody else is reading, or nobody. */
  noteSession(): void {
    this.people.close();
    this.following.forget();
    this.profile.renew();
  }

  /** The service is asked what the reader follows and mutes. @returns what to do when it has answered */
  noteAsked(): () => void {
    const { done } = this.following;
    return () => void this.noteKnown(done);
  }

  /** Back to the conversation. */
  closeAll(): void {
    this.profile.closeAll();
    this.people.close();
  }

  /** What is open shows what is known by now at the same moment: nothing goes back and forth. Without an answer, what was pressed stands. */
  private async noteKnown(done: Pressed): Promise<void> {
    if (done === nothingPressed) return;
    const shows = await Promise.all([this.profile.askAgain(), this.people.askAgain()]).catch(() => null);
    if (shows === null) return;
    for (const show of shows) show();
    this.following.noteKnown(done);
  }
}
