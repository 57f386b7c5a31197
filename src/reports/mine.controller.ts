import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MineInThread } from '../../contract/conversation';
import { ListOwnComments, schemaNamed } from '../comments';
import { FollowingInThreadRepository } from '../follows';
import { CurrentReader, ForReaders, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ReactionsRepository } from '../reactions';
import { OwnSanction, SanctionsRepository } from '../sanctions';
import { ReportsRepository } from './reports.repository';

@ApiTags('comments')
@ApiExtraModels(OwnSanction)
@ForReaders()
@Controller('api/v1')
export class MineController {
  constructor(
    private readonly ownComments: ListOwnComments,
    private readonly reactions: ReactionsRepository,
    private readonly reports: ReportsRepository,
    private readonly sanctions: SanctionsRepository,
    private readonly following: FollowingInThreadRepository,
  ) {}

  @Get('threads/:threadId/mine')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'What belongs to the caller in a thread: own comments that others do not see, reactions, what the caller reported and follows, and what limits the caller',
  })
  @ApiOkResponse({ schema: schemaNamed('MineInThread') })
  async mine(@CurrentReader() reader: ReaderActor, @Param('threadId', IdPipe) threadId: string): Promise<MineInThread> {
    const [unpublished, reactions, reported, sanction, waitSeconds, following] = await Promise.all([
      this.ownComments.unpublished(threadId, reader.readerId),
      this.reactions.listInThread(threadId, reader.readerId),
      this.reports.listInThread(threadId, reader.readerId),
      this.sanctions.findOwnInThread(threadId, reader.readerId),
      this.ownComments.wait(threadId, reader.readerId),
      this.following.read(threadId, reader.readerId),
    ]);
    return { unpublished, reactions, reported, sanction, waitSeconds, following };
  }
}
