import { ApiProperty } from '@nestjs/swagger';
import {
  type FollowersPage as FollowersPageContract,
  type FollowKind,
  type FollowsPage as FollowsPageContract,
  type FollowView as FollowViewContract,
  followKinds,
} from '../../../contract/following';

class FollowView implements FollowViewContract {
  @ApiProperty({ enum: followKinds })
  kind: FollowKind;

  @ApiProperty({ description: 'What it is called by when it is followed: an id, or the name of a section.' })
  subject: string;

  @ApiProperty({ description: 'Empty for a comment that is not public any more, and for what is gone.' })
  title: string;

  @ApiProperty({ type: String, format: 'uri', nullable: true, description: 'Of the article; null for a reader and a section.' })
  url: string | null;

  @ApiProperty({ format: 'date-time' })
  followedAt: string;
}

export class FollowsPage implements FollowsPageContract {
  @ApiProperty({ type: [FollowView] })
  follows: FollowView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

class Follower {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'By the caller.' })
  isFollowed: boolean;

  @ApiProperty({ format: 'date-time' })
  followedAt: string;
}

export class FollowersPage implements FollowersPageContract {
  @ApiProperty({ type: [Follower] })
  followers: Follower[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
