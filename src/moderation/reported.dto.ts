import { ApiProperty } from '@nestjs/swagger';
import { type ReasonGround, reasonGrounds, type StandardReason, standardReasons } from '../../contract/reasons';
import type {
  ReceivedNotice as ReceivedNoticeContract,
  ReceivedReport as ReceivedReportContract,
  ReportedComment as ReportedCommentContract,
  ReportedPage as ReportedPageContract,
} from '../../contract/reports';
import { HeldComment, Person } from '../comments';

class ReasonOfReport {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, enum: [...standardReasons, null], nullable: true })
  key: StandardReason | null;

  @ApiProperty({ type: String, nullable: true })
  title: string | null;

  @ApiProperty({ enum: reasonGrounds })
  ground: ReasonGround;
}

class ReceivedReport implements ReceivedReportContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reporter: Person;

  @ApiProperty()
  reason: ReasonOfReport;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Of the comment when it was reported.' })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  reportedAt: string;
}

class ReceivedNotice implements ReceivedNoticeContract {
  @ApiProperty()
  reference: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty()
  explanation: string;

  @ApiProperty({ type: String, nullable: true })
  law: string | null;

  @ApiProperty()
  isAboutMinors: boolean;

  @ApiProperty({ type: 'integer', minimum: 1 })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;
}

class ReportedComment extends HeldComment implements ReportedCommentContract {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'All that are open; the lists have the newest.' })
  reportCount: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  noticeCount: number;

  @ApiProperty({ type: [ReceivedReport] })
  reports: ReceivedReport[];

  @ApiProperty({ type: [ReceivedNotice] })
  notices: ReceivedNotice[];
}

export class ReportedPage implements ReportedPageContract {
  @ApiProperty({ type: [ReportedComment] })
  comments: ReportedComment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
