import { Body, Controller, Delete, Get, Header, Param, Put } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MineInThread, VisibleComment } from '../../contract/conversation';
import { ListOwnComments, schemaNamed } from '../comments';
import { CurrentReader, ForReaders, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { OwnSanction, SanctionsRepository } from '../sanctions';
import { ReactDto } from './react.dto';
import { ReactionsRepository } from './reactions.repository';
import { SetReaction } from './set-reaction';

@ApiTags('reactions')
@ApiExtraModels(OwnSanction)
@ForReaders()
@Controller('api/v1')
export class ReactionsController {
  constructor(
    private readonly setReaction: SetReaction,
    private readonly reactions: ReactionsRepository,
    private readonly ownComments: ListOwnComments,
    private readonly sanctions: SanctionsRepository,
  ) {}

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

  @Get('threads/:threadId/mine')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'What belongs to the caller in a thread: own comments that others do not see, reactions, and what limits the caller',
  })
  @ApiOkResponse({ schema: schemaNamed('MineInThread') })
  async mine(@CurrentReader() reader: ReaderActor, @Param('threadId', IdPipe) threadId: string): Promise<MineInThread> {
    const [unpublished, reactions, sanction, waitSeconds] = await Promise.all([
      this.ownComments.unpublished(threadId, reader.readerId),
      this.reactions.listInThread(threadId, reader.readerId),
      this.sanctions.findOwnInThread(threadId, reader.readerId),
      this.ownComments.wait(threadId, reader.readerId),
    ]);
    return { unpublished, reactions, sanction, waitSeconds };
  }
}
