import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Public } from '../platform/access';
import { InvalidRequest, ReadElsewhere } from '../platform/http';
import { isOrigin, SitesRepository } from '../sites';
import { articleKeysSchema, readArticleKeys, ThreadsRepository, UnknownOrigin } from '../threads';

@ApiTags('embed')
@Controller('embed/counts')
export class CountsController {
  constructor(
    private readonly sites: SitesRepository,
    private readonly threads: ThreadsRepository,
  ) {}

  @Get()
  @Public()
  @ReadElsewhere()
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=30')
  @ApiOperation({ summary: 'The number of published comments of up to 100 articles of the site with an origin' })
  @ApiQuery({ name: 'origin', type: String, required: true })
  @ApiQuery({ name: 'article', schema: articleKeysSchema, required: true })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer' } } })
  async count(
    @Query('origin') origin: string | string[] | undefined,
    @Query('article') article: string | string[] | undefined,
  ): Promise<Record<string, number>> {
    const keys = readArticleKeys(article);
    if (typeof origin !== 'string') throw new InvalidRequest([{ field: 'origin', detail: 'name the origin of the page' }]);
    const site = isOrigin(origin) ? await this.sites.findSiteByOrigin(origin) : undefined;
    if (site === undefined) throw new UnknownOrigin(origin);
    const counts = await this.threads.countComments(site.key, keys);
    return Object.fromEntries(keys.map((key) => [key, counts.get(key) ?? 0]));
  }
}
