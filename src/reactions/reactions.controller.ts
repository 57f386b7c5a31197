import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { VisibleComment } from '../../contract/conversation';
import { schemaNamed } from '../comments';
import { CurrentReader, ForReaders, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ReactDto } from './react.dto';
import { SetReaction } from './set-reaction';

@ApiTags('reactions')
@ForReaders()
@Controller('api/v1')
export class ReactionsController {
  constructor(private readonly setReaction: SetReaction) {}

  @Put('comments/:id/reaction')
  @ApiOperation({ summary: 'Like or dislike a comment' })
  @ApiOkResponse({ schema: schemaNamed('VisibleComment') })
  put(@CurrentReader() reader: ReaderActor, @Param('id', IdPipe) id: string, @Body() dto: ReactDto): Promise<VisibleComment> {
    return this.setReaction.execute(reader, id, dto.kind);
  }

  @Delete('comments/:id/reaction')
  @ApiOperation({ summary: 'Take a reaction back' })
  @ApiOkResponse({ schema: schemaNamed('VisibleComment') })
  remove(@CurrentReader() reader: ReaderActor, @Param('id', IdPipe) id: string): Promise<VisibleComment> {
    return this.setReaction.execute(reader, id);
  }
}
