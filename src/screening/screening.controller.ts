import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ChangeScreeningSettings } from './change-screening-settings';
import {
  ChangeScreeningSettingsDto,
  ChangeWordListDto,
  MakeWordListDto,
  ScreeningSettings,
  ScreeningView,
  WordListWithTerms,
} from './dto/screening.dto';
import { ManageWordLists } from './manage-word-lists';
import { ReadScreening } from './read-screening';

/** For editors of the site in question and administrators; to anybody else it looks unknown. */
@ApiTags('screening')
@ForConsole()
@Controller('api/v1/sites/:siteKey')
export class ScreeningController {
  constructor(
    private readonly readScreening: ReadScreening,
    private readonly changeSettings: ChangeScreeningSettings,
    private readonly lists: ManageWordLists,
  ) {}

  @Get('screening')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What a site screens for, and its word lists without their words' })
  @ApiOkResponse({ type: ScreeningView })
  read(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<ScreeningView> {
    return this.readScreening.execute(actor, siteKey);
  }

  @Patch('screening')
  @ApiOperation({ summary: 'Change what a site screens for' })
  @ApiOkResponse({ type: ScreeningSettings })
  change(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Body() dto: ChangeScreeningSettingsDto,
  ): Promise<ScreeningSettings> {
    return this.changeSettings.execute(actor, siteKey, dto);
  }

  @Post('word-lists')
  @ApiOperation({ summary: 'Make an empty word list, switched off' })
  @ApiCreatedResponse({ type: WordListWithTerms })
  makeList(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Body() dto: MakeWordListDto,
  ): Promise<WordListWithTerms> {
    return this.lists.make(actor, siteKey, dto);
  }

  @Get('word-lists/:id')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'A word list with its words' })
  @ApiOkResponse({ type: WordListWithTerms })
  list(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
  ): Promise<WordListWithTerms> {
    return this.lists.read(actor, siteKey, id);
  }

  @Patch('word-lists/:id')
  @ApiOperation({ summary: 'Change a word list: add words, take words out, switch it on or off' })
  @ApiOkResponse({ type: WordListWithTerms })
  changeList(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeWordListDto,
  ): Promise<WordListWithTerms> {
    return this.lists.change(actor, { siteKey, id }, dto);
  }

  @Delete('word-lists/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a word list' })
  @ApiNoContentResponse({ description: 'Its words are not looked for any more.' })
  deleteList(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<void> {
    return this.lists.delete(actor, siteKey, id);
  }
}
