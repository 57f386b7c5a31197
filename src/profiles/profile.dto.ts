import { ApiProperty } from '@nestjs/swagger';
import type { PublicAuthor } from '../../contract/conversation';
import {
  type CommentElsewhere,
  type MuteKind,
  muteKinds,
  type ProfileCommentsPage as ProfileCommentsPageContract,
  type ReaderProfile as ReaderProfileContract,
  type ReaderRelation as ReaderRelationContract,
} from '../../contract/following';
import { schemaNamed } from '../comments';

class ReaderRelation implements ReaderRelationContract {
  @ApiProperty()
  isFollowed: boolean;

  @ApiProperty({ type: String, enum: [...muteKinds, null], nullable: true })
  mute: MuteKind | null;
}

export class ReaderProfile implements ReaderProfileContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, enum: ['staff', null], nullable: true })
  badge: PublicAuthor['badge'];

  @ApiProperty({ format: 'date-time', description: 'Since when they are with the service.' })
  joinedAt: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Published, on this site.' })
  commentCount: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  followerCount: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Readers.' })
  followeeCount: number;

  @ApiProperty({ type: ReaderRelation, nullable: true, description: 'Null for a visitor, and for oneself.' })
  relation: ReaderRelation | null;
}

export class ProfileCommentsPage implements ProfileCommentsPageContract {
  @ApiProperty({ type: 'array', items: schemaNamed('CommentElsewhere') })
  comments: CommentElsewhere[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A page may be short, or empty, where the caller does not want to see more of it.',
  })
  nextCursor: string | null;
}
