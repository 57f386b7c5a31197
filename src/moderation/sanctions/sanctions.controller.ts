import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { IdPipe } from '../../platform/http';
import { ManageNotes } from '../notes/manage-notes';
import { NoteDto } from '../notes/notes.dto';
import { ReadReaderHistory } from './read-reader-history';
import { SanctionReader } from './sanction-reader';
import { NoteView, ReaderHistory, SanctionDto, SanctionView } from './sanctions.dto';

/** About readers who have written on the site; for its moderators and editors, and administrators. To anybody else it looks unknown. */
@ApiTags('moderation')
@ForConsole()
@Controller('api/v1/sites/:siteKey')
export class SanctionsController {
  constructor(
    private readonly readHistory: ReadReaderHistory,
    private readonly sanctionReader: SanctionReader,
    private readonly notes: ManageNotes,
  ) {}

  @Get('readers/:readerId')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What moderators of the site know of a reader' })
  @ApiOkResponse({ type: ReaderHistory })
  reader(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('readerId', IdPipe) readerId: string,
  ): Promise<ReaderHistory> {
    return this.readHistory.execute(actor, siteKey, readerId);
  }

  @Post('sanctions')
  @ApiOperation({ summary: 'Put a limit on a reader: warn, hold all, suspend or ban' })
  @ApiCreatedResponse({ type: SanctionView })
  sanction(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Body() dto: SanctionDto): Promise<SanctionView> {
    return this.sanctionReader.execute(actor, siteKey, dto);
  }

  @Delete('sanctions/:id')
  @ApiOperation({ summary: 'Lift a sanction' })
  @ApiOkResponse({ type: SanctionView })
  lift(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<SanctionView> {
    return this.sanctionReader.lift(actor, siteKey, id);
  }

  @Post('readers/:readerId/notes')
  @ApiOperation({ summary: 'Write a note on a reader, for colleagues' })
  @ApiCreatedResponse({ type: [NoteView] })
  note(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('readerId', IdPipe) readerId: string,
    @Body() { text }: NoteDto,
  ): Promise<NoteView[]> {
    return this.notes.write(actor, { siteKey, readerId }, text);
  }

  @Delete('notes/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete an own note' })
  @ApiNoContentResponse({ description: 'There is no such note of the caller any more.' })
  deleteNote(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<void> {
    return this.notes.delete(actor, siteKey, id);
  }
}
