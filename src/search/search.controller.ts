import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { FindReaders } from './find-readers';
import { CommentCount, CommentFilterDto, FindReadersDto, FoundPage, FoundReader, SearchCommentsDto } from './search.dto';
import { SearchComments } from './search-comments';

/** For moderators and editors of the site in question, and administrators; to anybody else it looks unknown. */
@ApiTags('search')
@ForConsole()
@Controller('api/v1/sites/:siteKey')
export class SearchController {
  constructor(
    private readonly searchComments: SearchComments,
    private readonly findReaders: FindReaders,
  ) {}

  @Get('comments')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The comments of a site that a filter matches, of every status, newest first' })
  @ApiOkResponse({ type: FoundPage })
  comments(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Query() dto: SearchCommentsDto): Promise<FoundPage> {
    return this.searchComments.execute(actor, siteKey, dto);
  }

  @Get('comments/count')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How many comments a filter matches, up to a limit' })
  @ApiOkResponse({ type: CommentCount })
  count(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Query() dto: CommentFilterDto): Promise<CommentCount> {
    return this.searchComments.count(actor, siteKey, dto);
  }

  @Get('readers')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Readers who have commented on a site, by a part of their name' })
  @ApiOkResponse({ type: [FoundReader] })
  readers(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Query() dto: FindReadersDto): Promise<FoundReader[]> {
    return this.findReaders.execute(actor, siteKey, dto.name);
  }
}
