import { ApiProperty } from '@nestjs/swagger';
import type { PublicAuthor } from '../../contract/conversation';
import {
  type CommentElsewhere,
  type ListedReader as ListedReaderContract,
  type ListedReadersPage as ListedReadersPageContract,
  type MuteKind,
  muteKinds,
  type ProfileCommentsPage as ProfileCommentsPageContract,
  type ReaderProfile as ReaderProfileContract,
  type ReaderRelation as ReaderRelationContract,
} from '../../contract/following';
import { limits } from '../../contract/limits';
import { schemaNamed } from '../comments';

const counted = { type: 'integer', minimum: 0, maximum: limits.profile.counted } as const;
const upTo = `Who has more than ${limits.profile.counted} has so many here.`;

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

  @ApiProperty({ ...counted, description: `Published, on this site. ${upTo}` })
  commentCount: number;

  @ApiProperty({ ...counted, description: `Also those whom a list leaves out. ${upTo}` })
  followerCount: number;

  @ApiProperty({ ...counted, description: `Readers; also those whom a list leaves out. ${upTo}` })
  followeeCount: number;

  @ApiProperty({ description: 'The caller may read whom they follow and who follows them.' })
  hasPublicLists: boolean;

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

class ListedReader implements ListedReaderContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'By the caller.' })
  isFollowed: boolean;
}

export class ListedReadersPage implements ListedReadersPageContract {
  @ApiProperty({ type: [ListedReader], maxItems: limits.page.listedReaders })
  readers: ListedReader[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A page may be short, or empty: who has no profile there, is muted by the caller or blocked them is left out.',
  })
  nextCursor: string | null;
}
