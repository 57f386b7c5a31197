import { Module, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { SitesModule } from '../sites';
import { AlikeInTurn } from './alike-in-turn';
import { ChangeScreeningSettings } from './change-screening-settings';
import { ManageWordLists } from './manage-word-lists';
import { ReadScreening } from './read-screening';
import { ManageReplays } from './replays/manage-replays';
import { ReplayedCommentsRepository } from './replays/replayed-comments.repository';
import { ReplaysController } from './replays/replays.controller';
import { ReplaysRepository } from './replays/replays.repository';
import { RunReplay, replayJob } from './replays/run-replay';
import { TriedRulesLoader } from './replays/tried-rules';
import { AskScorer } from './scorer/ask-scorer';
import { ManageScorer } from './scorer/manage-scorer';
import { ScorerController } from './scorer/scorer.controller';
import { ScorersRepository } from './scorer/scorers.repository';
import { ScreenDraft } from './screen-draft';
import { ScreeningController } from './screening.controller';
import { ScreeningRepository } from './screening.repository';
import { ScreeningAccess } from './screening-access';
import { ScreeningPolicies } from './screening-policies';
import { ScreeningSettingsRepository } from './screening-settings.repository';

@Module({
  imports: [SitesModule],
  controllers: [ReplaysController, ScorerController, ScreeningController],
  providers: [
    AlikeInTurn,
    AskScorer,
    ChangeScreeningSettings,
    ManageReplays,
    ManageScorer,
    ManageWordLists,
    ReadScreening,
    ReplayedCommentsRepository,
    ReplaysRepository,
    RunReplay,
    ScorersRepository,
    ScreenDraft,
    ScreeningAccess,
    ScreeningPolicies,
    ScreeningRepository,
    ScreeningSettingsRepository,
    TriedRulesLoader,
  ],
  exports: [AlikeInTurn, ScreenDraft],
})
export class ScreeningModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly screening: ScreeningRepository,
    private readonly replay: RunReplay,
  ) {}

  onModuleInit(): void {
    const run = (): Promise<void> => this.transactions.run((tx) => this.screening.deleteOldShapes(tx));
    this.jobs.define({ name: 'delete_old_shapes', cron: '17 * * * *', run });
    this.jobs.define({ name: replayJob, run: (payload) => this.replay.execute(payload) });
    this.jobs.define({ name: 'resume_replays', cron: '* * * * *', run: () => this.replay.resume() });
  }
}
