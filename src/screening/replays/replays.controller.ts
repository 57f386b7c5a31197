import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { IdPipe } from '../../platform/http';
import { ManageReplays } from './manage-replays';
import { BeginReplayDto, ReplayList, ReplayView, ReplayWithExamples } from './replays.dto';

/** Moderators of the site read; its editors and administrators begin and cancel. */
@ApiTags('screening')
@ForConsole()
@Controller('api/v1/sites/:siteKey/screening/replays')
export class ReplaysController {
  constructor(private readonly replays: ManageReplays) {}

  @Post()
  @ApiOperation({ summary: 'Try a change of the rules on the comments of the last days' })
  @ApiCreatedResponse({ type: ReplayView })
  begin(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Body() dto: BeginReplayDto): Promise<ReplayView> {
    return this.replays.begin(actor, siteKey, dto);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The changes that were tried last, newest first' })
  @ApiOkResponse({ type: ReplayList })
  list(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<ReplayList> {
    return this.replays.list(actor, siteKey);
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How far a change that is tried has come, with counts and examples' })
  @ApiOkResponse({ type: ReplayWithExamples })
  read(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplayWithExamples> {
    return this.replays.read(actor, siteKey, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel a change that is being tried' })
  @ApiNoContentResponse({ description: 'It goes on no more.' })
  cancel(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<void> {
    return this.replays.cancel(actor, siteKey, id);
  }
}
