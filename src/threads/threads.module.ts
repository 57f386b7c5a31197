import { Module } from '@nestjs/common';
import { SitesModule } from '../sites';
import { ChangeThreadSettings } from './change-thread-settings';
import { FirstViewsRepository } from './first-views.repository';
import { HeadCache } from './head-cache';
import { ListThreads } from './list-threads';
import { NoteClosings } from './note-closings';
import { OpenThread } from './open-thread';
import { OpenThreads } from './open-threads';
import { RegisterThread } from './register-thread';
import { SettleFirstViews } from './settle-first-views';
import { ThreadHeads } from './thread-heads';
import { ThreadSettingsController } from './thread-settings.controller';
import { ThreadSettingsRepository } from './thread-settings.repository';
import { ThreadsController } from './threads.controller';
import { ThreadsRepository } from './threads.repository';

@Module({
  imports: [SitesModule],
  controllers: [ThreadSettingsController, ThreadsController],
  providers: [
    ChangeThreadSettings,
    FirstViewsRepository,
    HeadCache,
    ListThreads,
    NoteClosings,
    OpenThread,
    OpenThreads,
    RegisterThread,
    SettleFirstViews,
    ThreadHeads,
    ThreadSettingsRepository,
    ThreadsRepository,
  ],
  exports: [HeadCache, OpenThread, OpenThreads, RegisterThread, ThreadHeads, ThreadsRepository],
})
export class ThreadsModule {}
