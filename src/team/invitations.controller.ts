import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, RateLimited, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ManageInvitations } from './manage-invitations';
import { InvitationView, InviteDto, MadeInvitation } from './team.dto';

@ApiTags('team')
@ForConsole()
@Controller('api/v1/sites/:siteKey/invitations')
export class InvitationsController {
  constructor(private readonly invitations: ManageInvitations) {}

  @Post()
  @RateLimited('invitationsPerModerator')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Make a one-time link for an address; it ends those made for it before' })
  @ApiCreatedResponse({ type: MadeInvitation })
  invite(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Body() dto: InviteDto): Promise<MadeInvitation> {
    return this.invitations.invite(actor, siteKey, dto);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The invitations that can still be accepted, without their links' })
  @ApiOkResponse({ type: [InvitationView] })
  list(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<InvitationView[]> {
    return this.invitations.list(actor, siteKey);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an invitation back' })
  @ApiNoContentResponse({ description: 'Its link does nothing any more.' })
  revoke(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<void> {
    return this.invitations.revoke(actor, siteKey, id);
  }
}
