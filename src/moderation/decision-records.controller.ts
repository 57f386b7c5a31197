import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { DecisionFilterDto, DecisionQueryDto, DecisionRecordsPage } from './decision-records.dto';
import { ReadDecisions } from './read-decisions';

@ApiTags('moderation')
@ForConsole()
@Controller('api/v1/sites/:siteKey')
export class DecisionRecordsController {
  constructor(private readonly readDecisions: ReadDecisions) {}

  @Get('decisions')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What was decided on a site, newest first' })
  @ApiOkResponse({ type: DecisionRecordsPage })
  page(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query() query: DecisionQueryDto,
  ): Promise<DecisionRecordsPage> {
    return this.readDecisions.page(actor, siteKey, query);
  }

  @Get('decisions.csv')
  @ApiOperation({ summary: 'The same as a table for spreadsheets, all of it' })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async csv(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query() filter: DecisionFilterDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.readDecisions.csv(actor, siteKey, filter);
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="decisions.csv"`)
      .type('text/csv; charset=utf-8')
      // One batch ahead of whoever takes it; who goes away ends it.
      .send(Readable.from(lines, { objectMode: false, highWaterMark: 1 }));
  }
}
