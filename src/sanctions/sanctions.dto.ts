import { ApiProperty } from '@nestjs/swagger';
import { reasonGrounds, standardReasons } from '../../contract/reasons';
import {
  type FoundBy,
  type GivenReason as GivenReasonContract,
  type OwnSanction as OwnSanctionContract,
  type Restriction,
  type SanctionKind,
  type StatementView as StatementViewContract,
  sanctionKinds,
} from '../../contract/sanctions';
import { type FindingView, listOutcomes, screeningRules } from '../../contract/screening';

export class GivenReason implements GivenReasonContract {
  @ApiProperty({ type: String, enum: standardReasons, nullable: true, description: 'Of those that come with the service.' })
  key: GivenReasonContract['key'];

  @ApiProperty({ type: String, nullable: true, description: 'Of one of the site.' })
  title: string | null;

  @ApiProperty({ enum: reasonGrounds })
  ground: GivenReasonContract['ground'];

  @ApiProperty({ type: String, nullable: true, description: 'The passage of the house rules, or the law.' })
  rule: string | null;
}

class ToldFinding implements FindingView {
  @ApiProperty({ enum: screeningRules })
  rule: FindingView['rule'];

  @ApiProperty({ enum: listOutcomes })
  outcome: FindingView['outcome'];

  @ApiProperty({ type: [String] })
  excerpts: string[];
}

export class StatementView implements StatementViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['rejected', 'removed', ...sanctionKinds] })
  restriction: Restriction;

  @ApiProperty()
  reason: GivenReason;

  @ApiProperty({ type: String, nullable: true, description: 'What the moderator wrote to the reader.' })
  message: string | null;

  @ApiProperty({ enum: ['screening', 'report', 'notice', 'moderator'], description: 'What drew attention to it.' })
  foundBy: FoundBy;

  @ApiProperty({ type: [ToldFinding] })
  findings: ToldFinding[];

  @ApiProperty({ format: 'date-time' })
  madeAt: string;
}

export class OwnSanction implements OwnSanctionContract {
  @ApiProperty({ enum: sanctionKinds })
  kind: SanctionKind;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: until it is lifted.' })
  endsAt: string | null;

  @ApiProperty()
  statement: StatementView;
}
