import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { Jobs } from '../platform/jobs';
import { ReasonsModule } from '../reasons';
import { ReportsModule } from '../reports';
import { SanctionsModule } from '../sanctions';
import { SearchModule } from '../search';
import { SitesModule } from '../sites';
import { AppealsController } from './appeals/appeals.controller';
import { AppealsRepository } from './appeals/appeals.repository';
import { DecideAppeal } from './appeals/decide-appeal';
import { ListAppeals } from './appeals/list-appeals';
import { ListOwnStatements } from './appeals/list-own-statements';
import { MakeAppeal } from './appeals/make-appeal';
import { OwnStatementsController } from './appeals/own-statements.controller';
import { OwnStatementsRepository } from './appeals/own-statements.repository';
import { BeginBulk } from './bulk/begin-bulk';
import { BulkController } from './bulk/bulk.controller';
import { BulkRepository } from './bulk/bulk.repository';
import { ControlBulk } from './bulk/control-bulk';
import { goOnWithBulk, RunBulk } from './bulk/run-bulk';
import { CivilCommentsController } from './civil-comments/civil-comments.controller';
import { CivilCommentsRepository } from './civil-comments/civil-comments.repository';
import { DecideComment } from './decide-comment';
import { DecisionRecordsController } from './decision-records.controller';
import { DecisionRecordsRepository } from './decision-records.repository';
import { DecisionsRepository } from './decisions.repository';
import { LeaseComment } from './lease-comment';
import { LeasesRepository } from './leases.repository';
import { ListHeldComments } from './list-held-comments';
import { ListReportedComments } from './list-reported-comments';
import { MakeStatement } from './make-statement';
import { ModeratedSite } from './moderated-site';
import { ModerationController } from './moderation.controller';
import { MacrosController } from './notes/macros.controller';
import { ManageMacros } from './notes/manage-macros';
import { ManageNotes } from './notes/manage-notes';
import { NotesRepository } from './notes/notes.repository';
import { CountHours } from './overview/count-hours';
import { OverviewController } from './overview/overview.controller';
import { OverviewRepository } from './overview/overview.repository';
import { ReadOverview } from './overview/read-overview';
import { ReadDecisions } from './read-decisions';
import { AcknowledgeWarning } from './sanctions/acknowledge-warning';
import { LiftSanction } from './sanctions/lift-sanction';
import { ReadReaderHistory } from './sanctions/read-reader-history';
import { ReaderHistoryRepository } from './sanctions/reader-history.repository';
import { RemoveRecentComments } from './sanctions/remove-recent-comments';
import { SanctionReader } from './sanctions/sanction-reader';
import { SanctionsController } from './sanctions/sanctions.controller';

@Module({
  imports: [CommentsModule, ReasonsModule, ReportsModule, SanctionsModule, SearchModule, SitesModule],
  controllers: [
    AppealsController,
    BulkController,
    CivilCommentsController,
    DecisionRecordsController,
    MacrosController,
    ModerationController,
    OverviewController,
    OwnStatementsController,
    SanctionsController,
  ],
  providers: [
    AcknowledgeWarning,
    AppealsRepository,
    BeginBulk,
    BulkRepository,
    CivilCommentsRepository,
    ControlBulk,
    DecideAppeal,
    DecideComment,
    DecisionRecordsRepository,
    DecisionsRepository,
    LeaseComment,
    LeasesRepository,
    LiftSanction,
    ListAppeals,
    ListHeldComments,
    ListOwnStatements,
    ListReportedComments,
    MakeAppeal,
    MakeStatement,
    ManageMacros,
    ManageNotes,
    ModeratedSite,
    NotesRepository,
    OwnStatementsRepository,
    ReadDecisions,
    CountHours,
    OverviewRepository,
    ReadOverview,
    ReadReaderHistory,
    ReaderHistoryRepository,
    RemoveRecentComments,
    RunBulk,
    SanctionReader,
  ],
})
export class ModerationModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly runBulk: RunBulk,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: goOnWithBulk, run: ({ id }) => this.runBulk.execute(String(id)) });
    this.jobs.define({ name: 'resume_stuck_bulk', cron: '* * * * *', run: () => this.runBulk.resumeStuck() });
  }
}
