import { Module } from '@nestjs/common';
import { SitesModule } from '../sites';
import { RegisterThread } from './register-thread';
import { ThreadsController } from './threads.controller';
import { ThreadsRepository } from './threads.repository';

@Module({
  imports: [SitesModule],
  controllers: [ThreadsController],
  providers: [RegisterThread, ThreadsRepository],
  exports: [ThreadsRepository],
})
export class ThreadsModule {}
