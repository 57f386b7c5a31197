import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { LeaseEnd } from '../comments';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { DecideComment } from './decide-comment';
import { LeaseComment } from './lease-comment';
import { ListHeldComments } from './list-held-comments';
import { ListReportedComments } from './list-reported-comments';
import { DecideDto, Decided, HeldPage, ListHeldDto } from './moderation.dto';
import { ReportedPage } from './reported.dto';

/** For moderators and editors of the site in question, and administrators; to anybody else a comment here looks unknown. */
@ApiTags('moderation')
@ForConsole()
@Controller('api/v1')
export class ModerationController {
  constructor(
    private readonly decideComment: DecideComment,
    private readonly leaseComment: LeaseComment,
    private readonly listHeldComments: ListHeldComments,
    private readonly listReportedComments: ListReportedComments,
  ) {}

  @Post('comments/:id/decisions')
  @ApiOperation({ summary: 'Decide on a comment, at the revision that was read' })
  @ApiCreatedResponse({ type: Decided })
  decide(@CurrentReader() actor: ReaderActor, @Param('id', IdPipe) id: string, @Body() dto: DecideDto): Promise<Decided> {
    return this.decideComment.execute(actor, id, dto);
  }

  @Put('comments/:id/lease')
  @ApiOperation({ summary: 'Keep a comment while looking at it; asking again makes it last longer' })
  @ApiOkResponse({ type: LeaseEnd })
  takeLease(@CurrentReader() actor: ReaderActor, @Param('id', IdPipe) id: string): Promise<LeaseEnd> {
    return this.leaseComment.take(actor, id);
  }

  @Delete('comments/:id/lease')
  @HttpCode(204)
  @ApiOperation({ summary: 'Leave a comment to others' })
  @ApiNoContentResponse({ description: 'The caller does not keep it.' })
  endLease(@CurrentReader() actor: ReaderActor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.leaseComment.end(actor, id);
  }

  @Get('sites/:siteKey/held')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The comments of a site that wait for a moderator, oldest first' })
  @ApiOkResponse({ type: HeldPage })
  held(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Query() dto: ListHeldDto): Promise<HeldPage> {
    return this.listHeldComments.execute(actor, siteKey, dto);
  }

  @Get('sites/:siteKey/reported')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The visible comments of a site with something open against them, the most urgent first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: ReportedPage })
  reported(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query('cursor') cursor?: string,
  ): Promise<ReportedPage> {
    return this.listReportedComments.execute(actor, siteKey, cursor);
  }
}
