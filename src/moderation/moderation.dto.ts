import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type CommentStatus, commentStatuses } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import {
  type Decided as DecidedContract,
  type DecideRequest,
  type HeldPage as HeldPageContract,
  type Verdict,
  verdicts,
} from '../../contract/moderation';
import { DecisionView, HeldComment } from '../comments';

const { reasonMaxLength } = limits.decision;
/** The largest number the column of revisions takes. */
const maxRevision = 2 ** 31 - 1;

export class DecideDto implements DecideRequest {
  @ApiProperty({ enum: verdicts })
  @IsIn(verdicts)
  verdict: Verdict;

  @ApiProperty({ minimum: 1, description: 'The revision that was read.' })
  @IsInt()
  @Min(1)
  @Max(maxRevision)
  revision: number;

  @ApiPropertyOptional({ enum: commentStatuses, description: 'The status that was seen; any other is a conflict.' })
  @IsOptional()
  @IsIn(commentStatuses)
  from?: CommentStatus;

  @ApiPropertyOptional({ maxLength: reasonMaxLength, description: 'For colleagues and for the record.' })
  @IsOptional()
  @IsString()
  @MaxLength(reasonMaxLength)
  reason?: string;
}

export class Decided implements DecidedContract {
  @ApiProperty()
  decision: DecisionView;

  @ApiProperty({ enum: commentStatuses })
  status: CommentStatus;
}

export class HeldPage implements HeldPageContract {
  @ApiProperty({ type: [HeldComment] })
  comments: HeldComment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
