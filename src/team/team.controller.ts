import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ChangeRole } from './change-role';
import { ReadTeam } from './read-team';
import { GiveRoleDto, RoleChangesPage, TeamView } from './team.dto';

@ApiTags('team')
@ForConsole()
@Controller('api/v1/sites/:siteKey/team')
export class TeamController {
  constructor(
    private readonly readTeam: ReadTeam,
    private readonly changeRole: ChangeRole,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Who has which role on a site' })
  @ApiOkResponse({ type: TeamView })
  members(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<TeamView> {
    return this.readTeam.members(actor, siteKey);
  }

  @Get('changes')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Every change of a role, the newest first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: RoleChangesPage })
  changes(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Query('cursor') cursor?: string,
  ): Promise<RoleChangesPage> {
    return this.readTeam.changes(actor, siteKey, cursor);
  }

  @Put(':readerId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give a reader a role on a site, in place of the one they have' })
  @ApiNoContentResponse({ description: 'They have it. Their sessions of the console have ended.' })
  give(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('readerId', IdPipe) readerId: string,
    @Body() { role }: GiveRoleDto,
  ): Promise<void> {
    return this.changeRole.give(actor, { siteKey, readerId }, role);
  }

  @Delete(':readerId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the role that somebody has on a site, or on all' })
  @ApiNoContentResponse({ description: 'They have none any more. Their sessions of the console have ended.' })
  take(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('readerId', IdPipe) readerId: string): Promise<void> {
    return this.changeRole.take(actor, siteKey, readerId);
  }
}
