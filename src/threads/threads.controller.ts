import { Body, Controller, Get, Header, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { limits } from '../../contract/limits';
import { ForPublishers, Public } from '../platform/access';
import { NotFound, ReadElsewhere } from '../platform/http';
import { Clock } from '../platform/time';
import { articleKeysSchema, assertArticleKey, readArticleKeys } from './article';
import { RegisterThreadDto, ThreadView } from './dto/register-thread.dto';
import { RegisterThread } from './register-thread';
import { threadView } from './thread.view';
import { ThreadsRepository } from './threads.repository';

@ApiTags('threads')
@Controller('api/v1/sites/:siteKey')
export class ThreadsController {
  constructor(
    private readonly registerThread: RegisterThread,
    private readonly threads: ThreadsRepository,
    private readonly clock: Clock,
  ) {}

  @Put('threads/:articleKey')
  @ForPublishers()
  @ApiOperation({
    summary: 'Make or update the thread of an article',
    description: 'For administrators in the console, and for programs with `Authorization: Bearer` and an API key of the site.',
  })
  @ApiOkResponse({ type: ThreadView })
  async register(
    @Param('siteKey') siteKey: string,
    @Param('articleKey') articleKey: string,
    @Body() dto: RegisterThreadDto,
  ): Promise<ThreadView> {
    assertArticleKey(articleKey);
    return threadView(await this.registerThread.execute(siteKey, articleKey, dto), this.clock.now());
  }

  @Get('threads/:articleKey')
  @Public()
  @ReadElsewhere()
  @ApiOperation({ summary: 'The thread of an article' })
  @ApiOkResponse({ type: ThreadView })
  async find(@Param('siteKey') siteKey: string, @Param('articleKey') articleKey: string): Promise<ThreadView> {
    assertArticleKey(articleKey);
    const thread = await this.threads.findThreadOfArticle(siteKey, articleKey);
    if (thread === undefined) throw new NotFound();
    return threadView(thread, this.clock.now());
  }

  @Get('counts')
  @Public()
  @ReadElsewhere()
  @Header('cache-control', 'public, max-age=30')
  @ApiOperation({ summary: `The number of published comments of up to ${limits.thread.maxCountedArticles} articles` })
  @ApiQuery({ name: 'article', schema: articleKeysSchema, required: true })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer' } } })
  async count(
    @Param('siteKey') siteKey: string,
    @Query('article') article: string | string[] | undefined,
  ): Promise<Record<string, number>> {
    const keys = readArticleKeys(article);
    const counts = await this.threads.countComments(siteKey, keys);
    return Object.fromEntries(keys.map((key) => [key, counts.get(key) ?? 0]));
  }
}
