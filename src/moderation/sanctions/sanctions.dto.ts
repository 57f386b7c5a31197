import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { limits } from '../../../contract/limits';
import {
  type NoteView as NoteViewContract,
  type ReaderHistory as ReaderHistoryContract,
  type SanctionKind,
  type SanctionRequest,
  type SanctionView as SanctionViewContract,
  sanctionKinds,
} from '../../../contract/sanctions';
import { Person } from '../../comments';
import { IsDateTime, IsId, MayBeMissing } from '../../platform/http';
import { GivenReason } from '../../sanctions';
import { BulkProgress } from '../bulk/bulk-progress.dto';

const { messageMaxLength } = limits.statement;
const { maxRemovalHours } = limits.moderation;

export class SanctionDto implements SanctionRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the client: sending it again puts no second limit.' })
  @IsId()
  id: string;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  readerId: string;

  @ApiProperty({ enum: sanctionKinds })
  @IsIn(sanctionKinds)
  kind: SanctionKind;

  @ApiPropertyOptional({ format: 'date-time', description: 'A suspension needs it; a warning has none.' })
  @MayBeMissing()
  @IsDateTime()
  endsAt?: string;

  @ApiPropertyOptional({ description: 'On every site; for administrators.' })
  @MayBeMissing()
  @IsBoolean()
  isEverywhere?: boolean;

  @ApiProperty({ format: 'uuid', description: 'One of the reasons of the site.' })
  @IsId()
  reasonId: string;

  @ApiPropertyOptional({ maxLength: messageMaxLength, description: 'The reader reads it.' })
  @MayBeMissing()
  @IsString()
  @MaxLength(messageMaxLength)
  message?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: maxRemovalHours,
    description:
      'What the reader posted on the site in so many hours goes too, in jobs: what is published is removed, what is held is rejected.',
  })
  @MayBeMissing()
  @IsInt()
  @Min(1)
  @Max(maxRemovalHours)
  removeCommentsOfHours?: number;
}

class Lifted {
  @ApiProperty()
  by: Person;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class SanctionView implements SanctionViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: sanctionKinds })
  kind: SanctionKind;

  @ApiProperty()
  isEverywhere: boolean;

  @ApiProperty()
  reason: GivenReason;

  @ApiProperty({ type: String, nullable: true })
  message: string | null;

  @ApiProperty()
  madeBy: Person;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endsAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt: string | null;

  @ApiProperty({ type: Lifted, nullable: true })
  lifted: Lifted | null;

  @ApiProperty()
  isInForce: boolean;

  @ApiProperty({ type: [BulkProgress], description: 'Jobs (`/bulk`) that were begun with it, on the site in the address.' })
  removals: BulkProgress[];
}

export class NoteView implements NoteViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  text: string;

  @ApiProperty()
  writtenBy: Person;

  @ApiProperty({ format: 'date-time' })
  writtenAt: string;
}

class KnownReader extends Person {
  @ApiProperty({ format: 'date-time' })
  joinedAt: string;
}

class CommentCounts {
  @ApiProperty({ type: 'integer', minimum: 0 })
  held: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  published: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  rejected: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  removed: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  withdrawn: number;
}

export class ReaderHistory implements ReaderHistoryContract {
  @ApiProperty()
  reader: KnownReader;

  @ApiProperty()
  comments: CommentCounts;

  @ApiProperty({ type: [SanctionView] })
  sanctions: SanctionView[];

  @ApiProperty({ type: [NoteView] })
  notes: NoteView[];
}
