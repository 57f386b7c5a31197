import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentReader, ForReaders, Public, RateLimited, type ReaderActor } from '../platform/access';
import { IdPipe, MayBeUnchanged, ReadElsewhere, Representation } from '../platform/http';
import { OwnReport, OwnReportsPage, ReportDto, ReportReason } from './dto/report.dto';
import { ListOwnReports } from './list-own-reports';
import { ListReportReasons } from './list-report-reasons';
import { ReportComment } from './report-comment';

@ApiTags('reports')
@Controller('api/v1')
export class ReportsController {
  constructor(
    private readonly reportComment: ReportComment,
    private readonly listOwnReports: ListOwnReports,
    private readonly listReportReasons: ListReportReasons,
  ) {}

  @Post('comments/:id/reports')
  @ForReaders()
  @RateLimited('reportsPerReader')
  @ApiOperation({ summary: 'Report a comment to the moderators; once, whatever is sent later' })
  @ApiCreatedResponse({ type: OwnReport })
  report(@CurrentReader() reader: ReaderActor, @Param('id', IdPipe) id: string, @Body() dto: ReportDto): Promise<OwnReport> {
    return this.reportComment.execute(reader, id, dto);
  }

  @Get('me/reports')
  @ForReaders()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The caller’s reports and what became of them, newest first' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: OwnReportsPage })
  own(@CurrentReader() reader: ReaderActor, @Query('cursor') cursor?: string): Promise<OwnReportsPage> {
    return this.listOwnReports.execute(reader.readerId, cursor);
  }

  @Get('threads/:threadId/report-reasons')
  @Public()
  @ReadElsewhere()
  @Header('cache-control', 'public, max-age=60')
  @ApiOperation({ summary: 'What comments of a thread can be reported for, in the order of the site' })
  @MayBeUnchanged()
  @ApiOkResponse({ type: [ReportReason] })
  async reasons(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('threadId', IdPipe) threadId: string): Promise<void> {
    await Representation.ofJson(await this.listReportReasons.execute(threadId)).send(request, reply);
  }
}
