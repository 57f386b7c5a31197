import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type CommentStatus, commentStatuses } from '../../contract/conversation';
import {
  type DecidedStatus,
  type DecisionFilter,
  type DecisionRecord as DecisionRecordContract,
  type DecisionRecordsPage as DecisionRecordsPageContract,
  decidedStatuses,
} from '../../contract/decision-records';
import { IsDateTime, IsId } from '../platform/http';
import { GivenReason } from '../sanctions';

export class DecisionFilterDto implements DecisionFilter {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Only those by this reader.' })
  @IsOptional()
  @IsId()
  by?: string;

  @ApiPropertyOptional({ type: String, enum: decidedStatuses, description: 'Only those that gave this status.' })
  @IsOptional()
  @IsIn(decidedStatuses)
  to?: DecidedStatus;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'The first moment that counts.' })
  @IsOptional()
  @IsDateTime()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'The first moment that does not count any more.' })
  @IsOptional()
  @IsDateTime()
  until?: string;
}

export class DecisionQueryDto extends DecisionFilterDto {
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

class Decider {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

class DecidedComment {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'How the revision that was decided on begins.' })
  excerpt: string;

  @ApiProperty()
  author: Decider;

  @ApiProperty()
  articleTitle: string;

  @ApiProperty({ format: 'uri' })
  articleUrl: string;
}

class DecisionRecord implements DecisionRecordContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  comment: DecidedComment;

  @ApiProperty({ type: 'integer', minimum: 1 })
  revision: number;

  @ApiProperty({ enum: commentStatuses })
  from: CommentStatus;

  @ApiProperty({ enum: decidedStatuses })
  to: DecidedStatus;

  @ApiProperty({ type: GivenReason, nullable: true, description: 'As its author was told; null where nothing was taken from the public.' })
  reason: GivenReason | null;

  @ApiProperty({ type: String, nullable: true })
  message: string | null;

  @ApiProperty()
  decidedBy: Decider;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;
}

export class DecisionRecordsPage implements DecisionRecordsPageContract {
  @ApiProperty({ type: [DecisionRecord] })
  decisions: DecisionRecord[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
