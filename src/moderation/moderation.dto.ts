import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type CommentStatus, commentStatuses } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import {
  type Decided as DecidedContract,
  type DecideRequest,
  type DecisionView as DecisionViewContract,
  type HeldComment as HeldCommentContract,
  type HeldPage as HeldPageContract,
  type LeaseView,
  type Verdict,
  verdicts,
} from '../../contract/moderation';
import { type FindingWithEvidence, type ListOutcome, listOutcomes, type ScreeningRule, screeningRules } from '../../contract/screening';
import type { CommentBody } from '../../contract/text';
import { IsId, MayBeMissing } from '../platform/http';
import { GivenReason } from '../sanctions';
import { Person } from './person.dto';

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

class DecisionView implements DecisionViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  revision: number;

  @ApiProperty({ enum: commentStatuses })
  from: CommentStatus;

  @ApiProperty({ enum: commentStatuses })
  to: CommentStatus;

  @ApiProperty()
  decidedBy: Person;

  @ApiProperty({ type: GivenReason, nullable: true, description: 'As its author is told; null where nothing was taken from the public.' })
  reason: GivenReason | null;

  @ApiProperty({ type: String, nullable: true })
  message: string | null;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;
}

export class Decided implements DecidedContract {
  @ApiProperty()
  decision: DecisionView;

  @ApiProperty({ enum: commentStatuses })
  status: CommentStatus;
}

class HeldThread {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  articleKey: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'uri' })
  url: string;
}

export class LeaseEnd {
  @ApiProperty({ format: 'date-time' })
  until: string;
}

class Lease extends LeaseEnd implements LeaseView {
  @ApiProperty()
  by: Person;
}

class Finding implements FindingWithEvidence {
  @ApiProperty({ enum: screeningRules })
  rule: ScreeningRule;

  @ApiProperty({ enum: listOutcomes })
  outcome: ListOutcome;

  @ApiProperty({ type: [String], description: 'The parts of the text that it is about, as written.' })
  excerpts: string[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'By rule; contract/screening.ts says what.' })
  evidence: Record<string, unknown>;
}

class HeldComment implements HeldCommentContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  thread: HeldThread;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId: string | null;

  @ApiProperty()
  author: Person;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, description: 'The syntax tree of the text.' })
  body: CommentBody;

  @ApiProperty({ type: 'integer', minimum: 1 })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  postedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editedAt: string | null;

  @ApiProperty({ type: [Finding] })
  findings: Finding[];

  @ApiProperty({ type: Lease, nullable: true, description: 'Of whoever looks at it.' })
  lease: Lease | null;
}

export class HeldPage implements HeldPageContract {
  @ApiProperty({ type: [HeldComment] })
  comments: HeldComment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
