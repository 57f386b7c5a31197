import { Module } from '@nestjs/common';
import { SitesModule } from '../sites';
import { FirstViewsRepository } from './first-views.repository';
import { HeadCache } from './head-cache';
import { NoteClosings } from './note-closings';
import { OpenThread } from './open-thread';
import { OpenThreads } from './open-threads';
import { RegisterThread } from './register-thread';
import { SettleFirstViews } from './settle-first-views';
import { ThreadHeads } from './thread-heads';
import { ThreadsController } from './threads.controller';
import { ThreadsRepository } from './threads.repository';

@Module({
  imports: [SitesModule],
  controllers: [ThreadsController],
  providers: [
    FirstViewsRepository,
    HeadCache,
    NoteClosings,
    OpenThread,
    OpenThreads,
    RegisterThread,
    SettleFirstViews,
    ThreadHeads,
    ThreadsRepository,
  ],
  exports: [HeadCache, OpenThread, OpenThreads, RegisterThread, ThreadHeads, ThreadsRepository],
})
export class ThreadsModule {}
