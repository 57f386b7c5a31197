import { Body, Controller, Delete, Get, Header, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CountedAsLookUp, CurrentReader, ForConsole, Public, type ReaderActor } from '../platform/access';
import { IdPipe, MayBeUnchanged, ReadElsewhere } from '../platform/http';
import { schemaNamed } from './comments.openapi';
import { PickDto, Picked } from './dto/picks.dto';
import { ListPicks } from './list-picks';
import { PickComment } from './pick-comment';

@ApiTags('picks')
@Controller('api/v1')
export class PicksController {
  constructor(
    private readonly listPicks: ListPicks,
    private readonly pickComment: PickComment,
  ) {}

  @Get('threads/:threadId/picks')
  @Public()
  @CountedAsLookUp('cursor')
  @ReadElsewhere()
  @Header('cache-control', 'no-cache')
  @ApiOperation({ summary: "The editors' picks of a thread, the newest first, wherever they stand in it" })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @MayBeUnchanged()
  @ApiOkResponse({ schema: schemaNamed('CommentPage') })
  async picks(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('threadId', IdPipe) threadId: string,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    await (await this.listPicks.read(threadId, cursor)).send(request, reply);
  }

  @Put('comments/:id/pick')
  @ForConsole()
  @ApiOperation({ summary: 'Pick a published comment, at the revision that was read; for editors of its site' })
  @ApiOkResponse({ type: Picked })
  pick(@CurrentReader() actor: ReaderActor, @Param('id', IdPipe) id: string, @Body() dto: PickDto): Promise<Picked> {
    return this.pickComment.pick(actor, id, dto);
  }

  @Delete('comments/:id/pick')
  @ForConsole()
  @ApiOperation({ summary: 'Take a pick back' })
  @ApiOkResponse({ type: Picked })
  unpick(@CurrentReader() actor: ReaderActor, @Param('id', IdPipe) id: string): Promise<Picked> {
    return this.pickComment.unpick(actor, id);
  }
}
