import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { ReasonsModule } from '../reasons';
import { SanctionsModule } from '../sanctions';
import { SitesModule } from '../sites';
import { AppealsController } from './appeals/appeals.controller';
import { AppealsRepository } from './appeals/appeals.repository';
import { DecideAppeal } from './appeals/decide-appeal';
import { ListAppeals } from './appeals/list-appeals';
import { ListOwnStatements } from './appeals/list-own-statements';
import { MakeAppeal } from './appeals/make-appeal';
import { OwnStatementsController } from './appeals/own-statements.controller';
import { OwnStatementsRepository } from './appeals/own-statements.repository';
import { DecideComment } from './decide-comment';
import { DecisionsRepository } from './decisions.repository';
import { LeaseComment } from './lease-comment';
import { LeasesRepository } from './leases.repository';
import { ListHeldComments } from './list-held-comments';
import { MakeStatement } from './make-statement';
import { ModeratedSite } from './moderated-site';
import { ModerationController } from './moderation.controller';
import { MacrosController } from './notes/macros.controller';
import { ManageMacros } from './notes/manage-macros';
import { ManageNotes } from './notes/manage-notes';
import { NotesRepository } from './notes/notes.repository';
import { AcknowledgeWarning } from './sanctions/acknowledge-warning';
import { ReadReaderHistory } from './sanctions/read-reader-history';
import { ReaderHistoryRepository } from './sanctions/reader-history.repository';
import { SanctionReader } from './sanctions/sanction-reader';
import { SanctionsController } from './sanctions/sanctions.controller';

@Module({
  imports: [CommentsModule, ReasonsModule, SanctionsModule, SitesModule],
  controllers: [AppealsController, MacrosController, ModerationController, OwnStatementsController, SanctionsController],
  providers: [
    AcknowledgeWarning,
    AppealsRepository,
    DecideAppeal,
    DecideComment,
    DecisionsRepository,
    LeaseComment,
    LeasesRepository,
    ListAppeals,
    ListHeldComments,
    ListOwnStatements,
    MakeAppeal,
    MakeStatement,
    ManageMacros,
    ManageNotes,
    ModeratedSite,
    NotesRepository,
    OwnStatementsRepository,
    ReadReaderHistory,
    ReaderHistoryRepository,
    SanctionReader,
  ],
})
export class ModerationModule {}
