import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type CommentStatus, commentStatuses } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import {
  type Decided as DecidedContract,
  type DecideRequest,
  type DecisionView as DecisionViewContract,
  type HeldPage as HeldPageContract,
  type LeaseView,
  type ModeratedComment as ModeratedCommentContract,
  type Verdict,
  verdicts,
} from '../../contract/moderation';
import { type FindingWithEvidence, type ListOutcome, listOutcomes, type ScreeningRule, screeningRules } from '../../contract/screening';
import type { CommentBody } from '../../contract/text';

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

export class Person {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

class DecisionView implements DecisionViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ enum: verdicts })
  verdict: Verdict;

  @ApiProperty({ type: 'integer', minimum: 1 })
  revision: number;

  @ApiProperty({ enum: commentStatuses })
  from: CommentStatus;

  @ApiProperty({ enum: commentStatuses })
  to: CommentStatus;

  @ApiProperty()
  decidedBy: Person;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

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

export class ModeratedComment implements ModeratedCommentContract {
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
  @ApiProperty({ type: [ModeratedComment] })
  comments: ModeratedComment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
