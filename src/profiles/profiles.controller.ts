import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, ForVisitors } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ProfileCommentsPage, ReaderProfile } from './profile.dto';
import { ReadProfile } from './read-profile';

@ApiTags('profiles')
@ForVisitors()
@Controller('api/v1/sites/:siteKey/profiles/:id')
export class ProfilesController {
  constructor(private readonly readProfile: ReadProfile) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'A reader as others meet them on a site' })
  @ApiOkResponse({ type: ReaderProfile })
  profile(@CurrentActor() actor: Actor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<ReaderProfile> {
    return this.readProfile.execute(actor, siteKey, id);
  }

  @Get('comments')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What a reader published on a site and the caller wants to see, newest first' })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @ApiOkResponse({ type: ProfileCommentsPage })
  comments(
    @CurrentActor() actor: Actor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
    @Query('cursor') cursor?: string,
  ): Promise<ProfileCommentsPage> {
    return this.readProfile.comments(actor, { siteKey, id }, cursor);
  }
}
