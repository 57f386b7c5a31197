import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Actor, CountedAs, CurrentActor, ForVisitors } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ListReaders } from './list-readers';
import { ListedReadersPage } from './profile.dto';

/** There only where the editors of the site show it; otherwise as if there were no such reader. */
@ApiTags('profiles')
@ForVisitors()
@CountedAs('listedReadersPerAddress')
@Controller('api/v1/sites/:siteKey/profiles/:id')
export class ListedReadersController {
  constructor(private readonly listReaders: ListReaders) {}

  @Get('follows')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Readers whom a reader follows on a site that shows it, the latest first' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: ListedReadersPage })
  follows(
    @CurrentActor() actor: Actor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
    @Query('cursor') cursor?: string,
  ): Promise<ListedReadersPage> {
    return this.listReaders.execute(actor, { siteKey, id, list: 'follows' }, cursor);
  }

  @Get('followers')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Who follows a reader on a site that shows it, the latest first' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: ListedReadersPage })
  followers(
    @CurrentActor() actor: Actor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
    @Query('cursor') cursor?: string,
  ): Promise<ListedReadersPage> {
    return this.listReaders.execute(actor, { siteKey, id, list: 'followers' }, cursor);
  }
}
