import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookies, Sessions } from '../auth';
import { Public } from '../platform/access';
import { addressKey, RateLimits } from '../platform/http';
import { AcceptInvitation } from './accept-invitation';
import { AcceptDto, LinkDto, LinkView } from './team.dto';

/** What the page behind an invitation asks; its secret is in no address. */
@ApiTags('team')
@Public()
@Controller('api/v1/console/invitations')
export class AcceptanceController {
  constructor(
    private readonly acceptInvitation: AcceptInvitation,
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
    private readonly rates: RateLimits,
  ) {}

  @Post('look')
  @HttpCode(200)
  @ApiOperation({ summary: 'What an invitation is for' })
  @ApiOkResponse({ type: LinkView })
  async look(@Body() { token }: LinkDto, @Req() request: FastifyRequest): Promise<LinkView> {
    await this.rates.consume('acceptancesPerAddress', addressKey(request.ip));
    const { siteName, role, email } = await this.acceptInvitation.look(token);
    return { siteName, role, email };
  }

  @Post('accept')
  @HttpCode(204)
  @ApiOperation({ summary: 'Accept an invitation, with the account of its address or a new one' })
  @ApiNoContentResponse({ description: 'Accepted, and logged in to the console.' })
  async accept(
    @Body() acceptance: AcceptDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.rates.consume('acceptancesPerAddress', addressKey(request.ip));
    const token = await this.acceptInvitation.execute(acceptance, request.ip);
    await this.sessions.endBefore(this.cookies.read(request, 'console'), 'console');
    this.cookies.set(reply, 'console', token);
  }
}
