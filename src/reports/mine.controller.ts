import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MineInThread } from '../../contract/conversation';
import { ListOwnComments, schemaNamed } from '../comments';
import { CurrentReader, ForReaders, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ReactionsRepository } from '../reactions';
import { ReportsRepository } from './reports.repository';

@ApiTags('comments')
@ForReaders()
@Controller('api/v1')
export class MineController {
  constructor(
    private readonly ownComments: ListOwnComments,
    private readonly reactions: ReactionsRepository,
    private readonly reports: ReportsRepository,
  ) {}

  @Get('threads/:threadId/mine')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'What belongs to the caller in a thread: own comments that others do not see, reactions, and what the caller reported',
  })
  @ApiOkResponse({ schema: schemaNamed('MineInThread') })
  async mine(@CurrentReader() reader: ReaderActor, @Param('threadId', IdPipe) threadId: string): Promise<MineInThread> {
    const [unpublished, reactions, reported] = await Promise.all([
      this.ownComments.unpublished(threadId, reader.readerId),
      this.reactions.listInThread(threadId, reader.readerId),
      this.reports.listInThread(threadId, reader.readerId),
    ]);
    return { unpublished, reactions, reported };
  }
}
