import { Injectable } from '@nestjs/common';
import type { CommentElsewhere, ProfileCommentsPage, ReaderProfile } from '../../contract/following';
import { limits } from '../../contract/limits';
import { CommentsElsewhere } from '../comments';
import type { Actor } from '../platform/access';
import { NotFound, readTimeCursor, type TimePlace, writeTimeCursor } from '../platform/http';
import { type Meeting, MeetReader } from './meet-reader';
import { type ProfileRow, ProfilesRepository } from './profiles.repository';

/** A page is sought so often; what is missing then comes with the next one. */
const maxLooks = 5;

/** A reader as others meet them on one site. */
@Injectable()
export class ReadProfile {
  constructor(
    private readonly profiles: ProfilesRepository,
    private readonly elsewhere: CommentsElsewhere,
    private readonly meetReader: MeetReader,
  ) {}

  /** @throws NotFound */
  async execute(actor: Actor, siteKey: string, id: string): Promise<ReaderProfile> {
    const meeting = await this.meetReader.execute(actor, { siteKey, id });
    const row = await this.profiles.findProfile(meeting);
    if (row === undefined) throw new NotFound();
    return readerProfile(row, meeting.callerId);
  }

  /** Full pages, also where the caller does not want to see some of it. @throws NotFound, InvalidRequest */
  async comments(actor: Actor, { siteKey, id }: { siteKey: string; id: string }, cursor?: string): Promise<ProfileCommentsPage> {
    const meeting = await this.meetReader.execute(actor, { siteKey, id });
    let after = readTimeCursor(cursor);
    if (!(await this.profiles.isKnown(meeting))) throw new NotFound();
    const comments: CommentElsewhere[] = [];
    for (let looks = 0; looks < maxLooks; looks += 1) {
      const limit = limits.page.profileComments - comments.length;
      const places = await this.profiles.listPlaces(meeting, { limit: limit + 1, after });
      const looked = places.slice(0, limit);
      comments.push(...(await this.wanted(looked, meeting)));
      if (places.length === looked.length) return { comments, nextCursor: null };
      after = looked.at(-1);
      if (comments.length === limits.page.profileComments) break;
    }
    return { comments, nextCursor: after === undefined ? null : writeTimeCursor(after) };
  }

  private async wanted(places: readonly TimePlace[], { callerId }: Meeting): Promise<CommentElsewhere[]> {
    const ids = places.map(({ id }) => id);
    const found = await this.elsewhere.read(ids, callerId);
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}

function readerProfile(row: ProfileRow, callerId: string | null): ReaderProfile {
  const { id, name, is_followed: isFollowed, mute } = row;
  return {
    id,
    name,
    badge: row.is_staff ? 'staff' : null,
    joinedAt: row.created_at.toISOString(),
    commentCount: row.comment_count,
    followerCount: row.follower_count,
    followeeCount: row.followee_count,
    hasPublicLists: row.has_public_lists,
    relation: callerId === null || callerId === id ? null : { isFollowed, mute },
  };
}
