import { ApiProperty, ApiPropertyOptional, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import {
  type PeoplesDecision,
  peoplesDecisions,
  type ReplayCounts as ReplayCountsContract,
  type ReplayExample as ReplayExampleContract,
  type ReplayFailure,
  type ReplayList as ReplayListContract,
  type ReplayProposal as ReplayProposalContract,
  type ReplayRequest,
  type ReplayState,
  type ReplayView as ReplayViewContract,
  type ReplayWithExamples as ReplayWithExamplesContract,
  replayFailures,
  replayStates,
  type ScreenedOutcome,
  screenedOutcomes,
  type TriedList as TriedListContract,
  type TriedSettings as TriedSettingsContract,
} from '../../../contract/replays';
import { type ScreeningRule, screeningRules } from '../../../contract/screening';
import { IsId, MayBeMissing } from '../../platform/http';
import { ChangeWordListDto, IsTriedVersion, ScreeningSettings } from '../dto/screening.dto';

class TriedSettings
  extends PartialType(OmitType(ScreeningSettings, ['repeatsOfReader', 'repeatsOfOthers']), { skipNullProperties: false })
  implements Partial<TriedSettingsContract> {}

class TriedList extends PickType(ChangeWordListDto, ['outcome', 'isOn', 'add', 'remove']) implements TriedListContract {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  id: string;
}

class ReplayProposal implements ReplayProposalContract {
  @ApiPropertyOptional({
    type: TriedSettings,
    description: 'Settings as they would be. Those of texts that are almost the same cannot be tried.',
  })
  @MayBeMissing()
  @IsObject()
  @ValidateNested()
  @Type(() => TriedSettings)
  settings?: TriedSettings;

  @ApiPropertyOptional({ type: TriedList, description: 'What would change in a list.' })
  @MayBeMissing()
  @IsObject()
  @ValidateNested()
  @Type(() => TriedList)
  list?: TriedList;
}

export class BeginReplayDto extends ReplayProposal implements ReplayRequest {
  @IsTriedVersion()
  version?: string;
}

const IsNumber = () => ApiProperty({ type: 'integer', minimum: 0 });

class NumbersByOutcome implements Record<ScreenedOutcome, number> {
  @IsNumber()
  publish: number;

  @IsNumber()
  hold: number;

  @IsNumber()
  refuse: number;
}

class NumbersByDecision implements Record<PeoplesDecision, number> {
  @IsNumber()
  published: number;

  @IsNumber()
  rejected: number;

  @IsNumber()
  removed: number;

  @IsNumber()
  left: number;
}

class ReplayCounts implements ReplayCountsContract {
  @ApiProperty({ description: 'What the rules that are on make of the comments.' })
  before: NumbersByOutcome;

  @ApiProperty({ description: 'What those that were proposed do.' })
  after: NumbersByOutcome;

  @ApiProperty({ description: 'What people decided on those that are judged more strictly.' })
  stricter: NumbersByDecision;

  @ApiProperty({ description: 'And on those that are judged more mildly.' })
  milder: NumbersByDecision;
}

class Person {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

export class ReplayView implements ReplayViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: replayStates })
  state: ReplayState;

  @ApiProperty({ enum: replayFailures, nullable: true, type: String })
  failure: ReplayFailure | null;

  @ApiProperty()
  proposal: ReplayProposal;

  @ApiProperty({ description: 'Of the rules that it was compared with.' })
  version: string;

  @ApiProperty()
  askedBy: Person;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({ format: 'date-time', description: 'Comments posted since then are looked at.' })
  since: string;

  @ApiProperty({ type: 'integer', minimum: 0, nullable: true, description: 'How many; null until they are counted.' })
  total: number | null;

  @ApiProperty({ type: 'integer', minimum: 0 })
  done: number;

  @ApiProperty()
  counts: ReplayCounts;
}

class ExampleThread {
  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'uri' })
  url: string;
}

class ExampleComment {
  @ApiProperty()
  author: Person;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  postedAt: string;

  @ApiProperty()
  thread: ExampleThread;
}

class ReplayExample implements ReplayExampleContract {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ enum: screenedOutcomes })
  before: ScreenedOutcome;

  @ApiProperty({ enum: screenedOutcomes })
  after: ScreenedOutcome;

  @ApiProperty({ enum: screeningRules, isArray: true })
  rules: ScreeningRule[];

  @ApiProperty({ enum: peoplesDecisions })
  decided: PeoplesDecision;

  @ApiProperty({ type: ExampleComment, nullable: true, description: 'As it is now; null where its author has withdrawn it.' })
  comment: ExampleComment | null;
}

class ReplayExamples {
  @ApiProperty({ type: [ReplayExample] })
  stricter: ReplayExample[];

  @ApiProperty({ type: [ReplayExample] })
  milder: ReplayExample[];
}

export class ReplayWithExamples extends ReplayView implements ReplayWithExamplesContract {
  @ApiProperty()
  examples: ReplayExamples;
}

export class ReplayList implements ReplayListContract {
  @ApiProperty({ type: [ReplayView] })
  replays: ReplayView[];
}
