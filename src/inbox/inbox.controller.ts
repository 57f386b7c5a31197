import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { InboxPage } from '../../contract/inbox';
import { schemaNamed } from '../comments';
import { CurrentReader, ForReaders, type ReaderActor } from '../platform/access';
import { CountNews } from './count-news';
import { MarkReadDto, NewsCount } from './inbox.dto';
import { ListInbox } from './list-inbox';
import { MarkRead } from './mark-read';

@ApiTags('inbox')
@ForReaders()
@Controller('api/v1/sites/:siteKey')
export class InboxController {
  constructor(
    private readonly listInbox: ListInbox,
    private readonly markRead: MarkRead,
    private readonly countNews: CountNews,
  ) {}

  @Get('inbox')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What the caller was told on a site: answers, mentions, picks, decisions and outcomes, newest first' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ schema: schemaNamed('InboxPage') })
  page(@CurrentReader() reader: ReaderActor, @Param('siteKey') siteKey: string, @Query('cursor') cursor?: string): Promise<InboxPage> {
    return this.listInbox.execute(reader.readerId, siteKey, cursor);
  }

  @Post('inbox/read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark an item of the inbox as read, or all of it, up to what was shown' })
  @ApiOkResponse({ type: NewsCount })
  read(@CurrentReader() reader: ReaderActor, @Param('siteKey') siteKey: string, @Body() request: MarkReadDto): Promise<NewsCount> {
    return this.markRead.execute(reader.readerId, siteKey, request);
  }

  @Get('news')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How much waits for the caller on a site: unread items of the inbox, new comments in the feed' })
  @ApiOkResponse({ type: NewsCount })
  news(@CurrentReader() reader: ReaderActor, @Param('siteKey') siteKey: string): Promise<NewsCount> {
    return this.countNews.execute(reader.readerId, siteKey);
  }
}
