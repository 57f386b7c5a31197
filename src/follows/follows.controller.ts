import { Controller, Delete, Get, Header, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { followKinds } from '../../contract/following';
import { CurrentReader, ForReaders, RateLimited, type ReaderActor } from '../platform/access';
import { FollowersPage, FollowsPage } from './dto/follows.dto';
import { FollowSomething } from './follow-something';
import { FollowedSite, readKind } from './followed-site';
import { ListFollows } from './list-follows';
import { Unfollow } from './unfollow';

const kindInPath = () => ApiParam({ name: 'kind', enum: followKinds });
const subjectInPath = () => ApiParam({ name: 'subject', type: String, description: 'An id, or the name of a section.' });

@ApiTags('follows')
@ForReaders()
@Controller('api/v1/sites/:siteKey')
export class FollowsController {
  constructor(
    private readonly site: FollowedSite,
    private readonly followSomething: FollowSomething,
    private readonly unfollow: Unfollow,
    private readonly listFollows: ListFollows,
  ) {}

  @Put('follows/:kind/:subject')
  @HttpCode(204)
  @RateLimited('followsPerReader')
  @ApiOperation({ summary: 'Follow a reader, a thread, a conversation or a section of a site' })
  @kindInPath()
  @subjectInPath()
  @ApiNoContentResponse()
  async follow(
    @CurrentReader() reader: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param() { kind, subject }: Record<'kind' | 'subject', string>,
  ): Promise<void> {
    await this.followSomething.execute(reader, await this.site.subjectOf(siteKey, kind, subject));
  }

  @Delete('follows/:kind/:subject')
  @HttpCode(204)
  @RateLimited('followsPerReader')
  @ApiOperation({ summary: 'Do not follow it any more' })
  @kindInPath()
  @subjectInPath()
  @ApiNoContentResponse()
  async remove(
    @CurrentReader() reader: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param() { kind, subject }: Record<'kind' | 'subject', string>,
  ): Promise<void> {
    await this.unfollow.execute(reader, await this.site.subjectOf(siteKey, kind, subject));
  }

  @Get('follows')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What the caller follows on a site, the latest first' })
  @ApiQuery({ name: 'kind', enum: followKinds, required: false })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: FollowsPage })
  async follows(
    @CurrentReader() { readerId }: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query() { kind, cursor }: { kind?: string; cursor?: string },
  ): Promise<FollowsPage> {
    return this.listFollows.followed({ readerId, siteId: await this.site.idOf(siteKey), kind: readKind(kind) }, cursor);
  }

  @Get('followers')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Who follows the caller on a site, the latest first; nobody else can ask' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: FollowersPage })
  async followers(
    @CurrentReader() { readerId }: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query('cursor') cursor?: string,
  ): Promise<FollowersPage> {
    return this.listFollows.followers({ readerId, siteId: await this.site.idOf(siteKey) }, cursor);
  }
}
