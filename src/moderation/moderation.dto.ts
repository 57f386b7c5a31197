import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type CommentStatus, commentStatuses } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import {
  type Decided as DecidedContract,
  type DecideRequest,
  type HeldPage as HeldPageContract,
  type Verdict,
  verdicts,
} from '../../contract/moderation';
import { type ScreeningRule, screeningRules } from '../../contract/screening';
import { DecisionView, HeldComment } from '../comments';
import { IsId, MayBeMissing } from '../platform/http';

const { messageMaxLength } = limits.statement;
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

  @ApiPropertyOptional({
    description:
      'It takes back the last decision, which the same person made: reports that that one settled are open again, others are left as they are. For `publish`, `hold` and `reopen`.',
  })
  @MayBeMissing()
  @IsBoolean()
  takesBack?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'One of the reasons of the site; `reject` and `remove` need one.' })
  @MayBeMissing()
  @IsId()
  reasonId?: string;

  @ApiPropertyOptional({ maxLength: messageMaxLength, description: 'What else its author should know; its author reads it.' })
  @IsOptional()
  @IsString()
  @MaxLength(messageMaxLength)
  message?: string;
}

export class Decided implements DecidedContract {
  @ApiProperty()
  decision: DecisionView;

  @ApiProperty({ enum: commentStatuses })
  status: CommentStatus;
}

export class ListHeldDto {
  @ApiPropertyOptional({ enum: screeningRules, description: 'Only what this check found something in, in one of its texts.' })
  @MayBeMissing()
  @IsIn(screeningRules)
  rule?: ScreeningRule;

  @ApiPropertyOptional()
  @MayBeMissing()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export class HeldPage implements HeldPageContract {
  @ApiProperty({ type: [HeldComment] })
  comments: HeldComment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
