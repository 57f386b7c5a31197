import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { IdPipe } from '../../platform/http';
import { BeginBulk } from './begin-bulk';
import { BulkDto, BulkView } from './bulk.dto';
import { ControlBulk } from './control-bulk';

/** For moderators and editors of the site in question, and administrators; to anybody else it looks unknown. */
@ApiTags('moderation')
@ForConsole()
@Controller('api/v1/sites/:siteKey/bulk')
export class BulkController {
  constructor(
    private readonly beginBulk: BeginBulk,
    private readonly control: ControlBulk,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Decide on many comments in a job: a selection, or everything a filter matches' })
  @ApiCreatedResponse({ type: BulkView })
  begin(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Body() dto: BulkDto): Promise<BulkView> {
    return this.beginBulk.execute(actor, siteKey, dto);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The newest jobs of a site' })
  @ApiOkResponse({ type: [BulkView] })
  list(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<BulkView[]> {
    return this.control.list(actor, siteKey);
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How far a job is' })
  @ApiOkResponse({ type: BulkView })
  read(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<BulkView> {
    return this.control.read(actor, siteKey, id);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pause a job' })
  @ApiOkResponse({ type: BulkView })
  pause(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<BulkView> {
    return this.control.pause(actor, siteKey, id);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on with a paused job' })
  @ApiOkResponse({ type: BulkView })
  resume(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<BulkView> {
    return this.control.resume(actor, siteKey, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take back what a job has decided, but for what was decided anew since' })
  @ApiOkResponse({ type: BulkView })
  undo(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<BulkView> {
    return this.control.undo(actor, siteKey, id);
  }
}
