import type {
  FollowersPage,
  FollowKind,
  FollowsPage,
  ListedReadersPage,
  MuteKind,
  MutesPage,
  MuteWords,
  ProfileCommentsPage,
  ReaderProfile,
} from '../../contract/following';
import { after, type ParleyApi } from './parley-api';

/** Something that can be followed, as the service calls it: by its id, a section by its name. */
export interface Topic {
  kind: FollowKind;
  subject: string;
}

/** Whom and what the reader follows on a site and mutes everywhere, and readers as others meet them. Every method throws Refusal or NoAnswer. */
export class FollowingApi {
  constructor(
    private readonly service: Pick<ParleyApi, 'read' | 'ask'>,
    private readonly siteKey: string,
  ) {}

  follow(topic: Topic): Promise<void> {
    return this.service.ask('PUT', this.addressOf(topic));
  }

  unfollow(topic: Topic): Promise<void> {
    return this.service.ask('DELETE', this.addressOf(topic));
  }

  mute(readerId: string, kind: MuteKind): Promise<void> {
    return this.service.ask('PUT', `me/mutes/${readerId}`, { kind });
  }

  unmute(readerId: string): Promise<void> {
    return this.service.ask('DELETE', `me/mutes/${readerId}`);
  }

  follows(cursor: string | null): Promise<FollowsPage> {
    return this.service.read(`${this.site}/follows${after(cursor)}`);
  }

  followers(cursor: string | null): Promise<FollowersPage> {
    return this.service.read(`${this.site}/followers${after(cursor)}`);
  }

  mutes(cursor: string | null): Promise<MutesPage> {
    return this.service.read(`me/mutes${after(cursor)}`);
  }

  muteWords(): Promise<MuteWords> {
    return this.service.read('me/mute-words');
  }

  changeMuteWords(request: MuteWords): Promise<MuteWords> {
    return this.service.ask('PUT', 'me/mute-words', request);
  }

  profile(readerId: string): Promise<ReaderProfile> {
    return this.service.read(`${this.site}/profiles/${readerId}`);
  }

  profileComments(readerId: string, cursor: string | null): Promise<ProfileCommentsPage> {
    return this.service.read(`${this.site}/profiles/${readerId}/comments${after(cursor)}`);
  }

  /** Readers whom a reader follows, or who follow them, where the site shows it. */
  listedReaders(readerId: string, list: 'follows' | 'followers', cursor: string | null): Promise<ListedReadersPage> {
    return this.service.read(`${this.site}/profiles/${readerId}/${list}${after(cursor)}`);
  }

  private get site(): string {
    return `sites/${this.siteKey}`;
  }

  private addressOf({ kind, subject }: Topic): string {
    return `${this.site}/follows/${kind}/${encodeURIComponent(subject)}`;
  }
}
