import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { ManageScorer } from './manage-scorer';
import { ScorerAnswer, SetScorerDto } from './scorer.dto';

/** Moderators of the site read; its editors and administrators set. */
@ApiTags('screening')
@ForConsole()
@Controller('api/v1/sites/:siteKey/screening/scorer')
export class ScorerController {
  constructor(private readonly scorer: ManageScorer) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The outside service that scores the texts of a site' })
  @ApiOkResponse({ type: ScorerAnswer })
  read(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<ScorerAnswer> {
    return this.scorer.read(actor, siteKey);
  }

  @Put()
  @ApiOperation({ summary: 'Have the texts of a site scored by an outside service' })
  @ApiOkResponse({ type: ScorerAnswer })
  set(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Body() dto: SetScorerDto): Promise<ScorerAnswer> {
    return this.scorer.set(actor, siteKey, dto);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Have the texts of a site scored no more' })
  @ApiNoContentResponse({ description: 'Its address and secret are forgotten.' })
  delete(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<void> {
    return this.scorer.delete(actor, siteKey);
  }
}
