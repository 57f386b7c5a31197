import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { ThreadsModule } from '../threads';
import { CountsController } from './counts.controller';
import { FragmentController } from './fragment.controller';
import { FrameController } from './frame.controller';
import { ScriptsController } from './scripts.controller';
import { ShowFragment } from './show-fragment';
import { ShowFrame } from './show-frame';
import { WidgetBuild } from './widget-build';

@Module({
  imports: [SitesModule, ThreadsModule, CommentsModule],
  controllers: [ScriptsController, CountsController, FrameController, FragmentController],
  providers: [{ provide: WidgetBuild, useFactory: () => new WidgetBuild() }, ShowFrame, ShowFragment],
})
export class EmbedModule {}
