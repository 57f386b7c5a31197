import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { limits } from '../../../contract/limits';
import { type StandardReason, standardReasons } from '../../../contract/reasons';
import {
  type ListedReport as ListedReportContract,
  type OwnReport as OwnReportContract,
  type OwnReportsPage as OwnReportsPageContract,
  type ReportOutcome,
  type ReportReason as ReportReasonContract,
  type ReportRequest,
  reportOutcomes,
} from '../../../contract/reports';
import { IsId, MayBeMissing } from '../../platform/http';

const { textMaxLength } = limits.report;

export class ReportDto implements ReportRequest {
  @ApiProperty({ format: 'uuid', description: 'One of the reasons for reports of the comment’s thread.' })
  @IsId()
  reasonId: string;

  @ApiPropertyOptional({ maxLength: textMaxLength, description: 'For the moderators.' })
  @MayBeMissing()
  @IsString()
  @MaxLength(textMaxLength)
  text?: string;
}

export class ReportReason implements ReportReasonContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, enum: [...standardReasons, null], nullable: true, description: 'Null for one of the site’s own.' })
  key: StandardReason | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a standard one.' })
  title: string | null;
}

export class OwnReport implements OwnReportContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty()
  reason: ReportReason;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ enum: reportOutcomes })
  outcome: ReportOutcome;

  @ApiProperty({ format: 'date-time' })
  reportedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt: string | null;
}

class ThreadOfReport {
  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'uri' })
  url: string;
}

class ListedReport extends OwnReport implements ListedReportContract {
  @ApiProperty()
  thread: ThreadOfReport;

  @ApiProperty({ type: String, nullable: true, description: 'How the comment begins; null when it is not public.' })
  excerpt: string | null;
}

export class OwnReportsPage implements OwnReportsPageContract {
  @ApiProperty({ type: [ListedReport] })
  reports: ListedReport[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
