import { ApiProperty } from '@nestjs/swagger';
import { type CommentStatus, commentStatuses } from '../../../contract/conversation';
import {
  type DecisionView as DecisionViewContract,
  type HeldComment as HeldCommentContract,
  type LeaseView,
  type ParentView,
  type Verdict,
  verdicts,
} from '../../../contract/moderation';
import { type FindingWithEvidence, type ListOutcome, listOutcomes, type ScreeningRule, screeningRules } from '../../../contract/screening';
import type { CommentBody } from '../../../contract/text';
import { GivenReason } from '../../sanctions';
import { Person } from './person.dto';

export class DecisionView implements DecisionViewContract {
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

  @ApiProperty({ type: GivenReason, nullable: true, description: 'As its author is told; null where nothing was taken from the public.' })
  reason: GivenReason | null;

  @ApiProperty({ type: String, nullable: true })
  message: string | null;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;
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

export class Finding implements FindingWithEvidence {
  @ApiProperty({ enum: screeningRules })
  rule: ScreeningRule;

  @ApiProperty({ enum: listOutcomes })
  outcome: ListOutcome;

  @ApiProperty({ type: [String], description: 'The parts of the text that it is about, as written.' })
  excerpts: string[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'By rule; contract/screening.ts says what.' })
  evidence: Record<string, unknown>;
}

class Parent implements ParentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  author: Person;

  @ApiProperty({ enum: commentStatuses })
  status: CommentStatus;

  @ApiProperty({ description: 'The beginning of it; empty where it was withdrawn.' })
  text: string;
}

export class HeldComment implements HeldCommentContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  thread: HeldThread;

  @ApiProperty({ type: [Parent], description: 'What it replies to, and what that replies to in turn: the nearest last.' })
  parents: Parent[];

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
