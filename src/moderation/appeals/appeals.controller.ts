import { Body, Controller, Get, Header, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { IdPipe } from '../../platform/http';
import { AppealsPage, DecideAppealDto } from './appeals.dto';
import { DecideAppeal } from './decide-appeal';
import { ListAppeals } from './list-appeals';

/** For moderators and editors of the site in question, and administrators; to anybody else an appeal looks unknown. */
@ApiTags('moderation')
@ForConsole()
@Controller('api/v1')
export class AppealsController {
  constructor(
    private readonly listAppeals: ListAppeals,
    private readonly decideAppeal: DecideAppeal,
  ) {}

  @Get('sites/:siteKey/appeals')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The objections that the caller may decide on, oldest first: not those to their own decisions' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: AppealsPage })
  list(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Query('cursor') cursor?: string): Promise<AppealsPage> {
    return this.listAppeals.execute(actor, siteKey, cursor);
  }

  @Put('appeals/:statementId/decision')
  @HttpCode(204)
  @ApiOperation({ summary: 'Decide on an objection; what is overturned is taken back' })
  @ApiNoContentResponse({ description: 'Decided, and the reader can read it.' })
  decide(
    @CurrentReader() actor: ReaderActor,
    @Param('statementId', IdPipe) statementId: string,
    @Body() dto: DecideAppealDto,
  ): Promise<void> {
    return this.decideAppeal.execute(actor, statementId, dto);
  }
}
