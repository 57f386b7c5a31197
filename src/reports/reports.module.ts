import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { FollowsModule } from '../follows';
import { ReactionsModule } from '../reactions';
import { ReasonsModule } from '../reasons';
import { SanctionsModule } from '../sanctions';
import { ThreadsModule } from '../threads';
import { ListOwnReports } from './list-own-reports';
import { ListReportReasons } from './list-report-reasons';
import { MineController } from './mine.controller';
import { NoticesController } from './notices.controller';
import { NoticesRepository } from './notices.repository';
import { ReportComment } from './report-comment';
import { ReportedCommentsRepository } from './reported-comments.repository';
import { ReportsController } from './reports.controller';
import { ReportsRepository } from './reports.repository';
import { SendNotice } from './send-notice';
import { SettleReports } from './settle-reports';

@Module({
  imports: [CommentsModule, FollowsModule, ReactionsModule, ReasonsModule, SanctionsModule, ThreadsModule],
  controllers: [ReportsController, NoticesController, MineController],
  providers: [
    ListOwnReports,
    ListReportReasons,
    NoticesRepository,
    ReportComment,
    ReportedCommentsRepository,
    ReportsRepository,
    SendNotice,
    SettleReports,
  ],
  exports: [NoticesRepository, ReportedCommentsRepository, ReportsRepository, SettleReports],
})
export class ReportsModule {}
