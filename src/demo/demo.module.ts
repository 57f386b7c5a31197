import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { ReactionsModule } from '../reactions';
import { ReadersModule } from '../readers';
import { SitesModule } from '../sites';
import { ThreadsModule } from '../threads';
import { DemoPublisher } from './demo-publisher';
import { SeedDemo } from './seed-demo';

@Module({
  imports: [ReadersModule, SitesModule, ThreadsModule, CommentsModule, ReactionsModule],
  providers: [DemoPublisher, SeedDemo],
})
export class DemoModule {}
