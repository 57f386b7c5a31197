import { Module } from '@nestjs/common';
import { SitesModule } from '../sites';
import { HeadCache } from './head-cache';
import { RegisterThread } from './register-thread';
import { ThreadHeads } from './thread-heads';
import { ThreadsController } from './threads.controller';
import { ThreadsRepository } from './threads.repository';

@Module({
  imports: [SitesModule],
  controllers: [ThreadsController],
  providers: [HeadCache, RegisterThread, ThreadHeads, ThreadsRepository],
  exports: [HeadCache, ThreadHeads, ThreadsRepository],
})
export class ThreadsModule {}
