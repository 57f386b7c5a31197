import { Body, Controller, Get, Header, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ChangeThreadSettings } from './change-thread-settings';
import { ChangeThreadSettingsDto, ThreadInConsole, ThreadsPage } from './dto/thread-settings.dto';
import { ListThreads } from './list-threads';

/** Moderators and editors of the site in question see it, and administrators; editors and administrators change it. */
@ApiTags('threads')
@ForConsole()
@Controller('api/v1')
export class ThreadSettingsController {
  constructor(
    private readonly settings: ChangeThreadSettings,
    private readonly listThreads: ListThreads,
  ) {}

  @Get('sites/:siteKey/threads')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The threads of a site, those with the newest activity first' })
  @ApiQuery({ name: 'text', type: String, required: false, description: 'In the title, the key or the address.' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: ThreadsPage })
  list(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query('text') text?: string,
    @Query('cursor') cursor?: string,
  ): Promise<ThreadsPage> {
    return this.listThreads.execute(actor, siteKey, { text, cursor });
  }

  @Get('threads/:threadId/settings')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What is set of a thread' })
  @ApiOkResponse({ type: ThreadInConsole })
  read(@CurrentReader() actor: ReaderActor, @Param('threadId', IdPipe) threadId: string): Promise<ThreadInConsole> {
    return this.settings.read(actor, threadId);
  }

  @Patch('threads/:threadId')
  @ApiOperation({ summary: 'Set the mode, the closing time, slow mode or the question of a thread; what is not named stays as it is' })
  @ApiOkResponse({ type: ThreadInConsole })
  change(
    @CurrentReader() actor: ReaderActor,
    @Param('threadId', IdPipe) threadId: string,
    @Body() dto: ChangeThreadSettingsDto,
  ): Promise<ThreadInConsole> {
    return this.settings.execute(actor, threadId, dto);
  }
}
