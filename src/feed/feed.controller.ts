import { Body, Controller, Get, Header, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FeedPage } from '../../contract/inbox';
import { schemaNamed } from '../comments';
import { NewsCount } from '../inbox';
import { CurrentReader, ForReaders, type ReaderActor } from '../platform/access';
import { FeedSeenDto } from './feed.dto';
import { MarkFeedSeen } from './mark-feed-seen';
import { ReadFeed } from './read-feed';

@ApiTags('feed')
@ForReaders()
@Controller('api/v1/sites/:siteKey/feed')
export class FeedController {
  constructor(
    private readonly readFeed: ReadFeed,
    private readonly markFeedSeen: MarkFeedSeen,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'What the readers, threads, conversations and sections that the caller follows on a site brought, newest first',
  })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ schema: schemaNamed('FeedPage') })
  page(@CurrentReader() reader: ReaderActor, @Param('siteKey') siteKey: string, @Query('cursor') cursor?: string): Promise<FeedPage> {
    return this.readFeed.execute(reader.readerId, siteKey, cursor);
  }

  @Put('seen')
  @ApiOperation({ summary: 'Note up to where the caller has seen the feed; it never goes back' })
  @ApiOkResponse({ type: NewsCount })
  seen(@CurrentReader() reader: ReaderActor, @Param('siteKey') siteKey: string, @Body() { at }: FeedSeenDto): Promise<NewsCount> {
    return this.markFeedSeen.execute(reader.readerId, siteKey, at);
  }
}
