import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForReaders, RateLimited, type ReaderActor } from '../../platform/access';
import { IdPipe } from '../../platform/http';
import { AcknowledgeWarning } from '../sanctions/acknowledge-warning';
import { AppealDto, OwnStatement, OwnStatementsPage } from './appeals.dto';
import { ListOwnStatements } from './list-own-statements';
import { MakeAppeal } from './make-appeal';

/** What was decided about the caller; somebody else's looks unknown. */
@ApiTags('statements of reasons')
@ForReaders()
@Controller('api/v1/me/statements')
export class OwnStatementsController {
  constructor(
    private readonly listStatements: ListOwnStatements,
    private readonly makeAppeal: MakeAppeal,
    private readonly acknowledgeWarning: AcknowledgeWarning,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What was decided about the caller and their comments, and why; newest first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: OwnStatementsPage })
  list(@CurrentReader() reader: ReaderActor, @Query('cursor') cursor?: string): Promise<OwnStatementsPage> {
    return this.listStatements.execute(reader, cursor);
  }

  @Post(':id/appeal')
  @RateLimited('appealsPerReader')
  @ApiOperation({ summary: 'Object to it, once, within six months; another person decides' })
  @ApiCreatedResponse({ type: OwnStatement })
  appeal(@CurrentReader() reader: ReaderActor, @Param('id', IdPipe) id: string, @Body() { text }: AppealDto): Promise<OwnStatement> {
    return this.makeAppeal.execute(reader, id, text);
  }

  @Put(':id/acknowledgement')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say that the warning was read; then the caller may post again' })
  @ApiNoContentResponse({ description: 'It was read.' })
  acknowledge(@CurrentReader() reader: ReaderActor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.acknowledgeWarning.execute(reader, id);
  }
}
