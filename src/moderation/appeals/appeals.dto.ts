import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { limits } from '../../../contract/limits';
import {
  type AppealItem as AppealItemContract,
  type AppealOutcome,
  type AppealRequest,
  type AppealsPage as AppealsPageContract,
  type AppealView as AppealViewContract,
  appealOutcomes,
  type DecideAppealRequest,
  type OwnStatement as OwnStatementContract,
  type OwnStatementsPage as OwnStatementsPageContract,
} from '../../../contract/sanctions';
import { Finding, Person } from '../../comments';
import { MayBeMissing } from '../../platform/http';
import { StatementView } from '../../sanctions';

const { appealMaxLength, messageMaxLength } = limits.statement;

export class AppealDto implements AppealRequest {
  @ApiProperty({ maxLength: appealMaxLength })
  @IsString()
  @MaxLength(appealMaxLength)
  text: string;
}

export class DecideAppealDto implements DecideAppealRequest {
  @ApiProperty({ enum: appealOutcomes })
  @IsIn(appealOutcomes)
  outcome: AppealOutcome;

  @ApiPropertyOptional({ maxLength: messageMaxLength, description: 'For the reader.' })
  @MayBeMissing()
  @IsString()
  @MaxLength(messageMaxLength)
  answer?: string;
}

class Article {
  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'uri' })
  url: string;
}

class RestrictedComment {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'As it was when it was decided on.' })
  text: string;

  @ApiProperty({ format: 'date-time' })
  postedAt: string;

  @ApiProperty()
  thread: Article;
}

class AppealedComment extends RestrictedComment {
  @ApiProperty()
  status: string;
}

class AppealView implements AppealViewContract {
  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, enum: appealOutcomes, nullable: true })
  outcome: AppealOutcome | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;
}

class SiteName {
  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;
}

export class OwnStatement extends StatementView implements OwnStatementContract {
  @ApiProperty()
  site: SiteName;

  @ApiProperty({ type: RestrictedComment, nullable: true })
  comment: RestrictedComment | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endsAt: string | null;

  @ApiProperty({ description: 'False once it is taken back, lifted, over, or acknowledged.' })
  isInForce: boolean;

  @ApiProperty({ type: AppealView, nullable: true })
  appeal: AppealView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: it can not be objected to any more.' })
  appealableUntil: string | null;
}

export class OwnStatementsPage implements OwnStatementsPageContract {
  @ApiProperty({ type: [OwnStatement] })
  statements: OwnStatement[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

class StatementWithEvidence extends StatementView {
  @ApiProperty({ type: [Finding] })
  override findings: Finding[];
}

class AppealItem implements AppealItemContract {
  @ApiProperty()
  statement: StatementWithEvidence;

  @ApiProperty()
  decidedBy: Person;

  @ApiProperty()
  reader: Person;

  @ApiProperty({ type: AppealedComment, nullable: true })
  comment: AppealedComment | null;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;
}

export class AppealsPage implements AppealsPageContract {
  @ApiProperty({ type: [AppealItem] })
  appeals: AppealItem[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
