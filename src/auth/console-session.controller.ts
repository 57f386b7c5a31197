import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentReader, ForConsole, Public, type ReaderActor } from '../platform/access';
import { addressKey, NotFound, RateLimits } from '../platform/http';
import { ReadersRepository } from '../readers';
import { SitesRepository } from '../sites';
import { ConsoleMe, LogInDto, SetupDto } from './auth.dto';
import { MakeFirstAdministrator } from './first-administrator/make-first-administrator';
import { LogIn } from './log-in';
import { type CheckedRequest, PasswordGuard } from './password.guard';
import { SessionCookies } from './session-cookies';
import { Sessions } from './sessions';

@ApiTags('console')
@Controller('api/v1/console')
export class ConsoleSessionController {
  constructor(
    private readonly logIn: LogIn,
    private readonly makeFirstAdministrator: MakeFirstAdministrator,
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
    private readonly readers: ReadersRepository,
    private readonly sites: SitesRepository,
    private readonly rates: RateLimits,
  ) {}

  @Post('session')
  @Public()
  @UseGuards(PasswordGuard)
  @HttpCode(204)
  @ApiOperation({ summary: 'Log in to the console' })
  @ApiBody({ type: LogInDto })
  @ApiNoContentResponse({ description: 'Logged in; the session is in a cookie of the console.' })
  async begin(@Req() request: CheckedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = await this.logIn.execute(request.user, 'console');
    await this.sessions.endBefore(this.cookies.read(request, 'console'), 'console');
    this.cookies.set(reply, 'console', token);
  }

  @Delete('session')
  @ForConsole()
  @HttpCode(204)
  @ApiOperation({ summary: 'Log out of the console' })
  @ApiNoContentResponse({ description: 'Logged out.' })
  async end(@CurrentReader() reader: ReaderActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(reader.sessionId);
    this.cookies.clear(reply, 'console');
  }

  @Get('me')
  @ForConsole()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Who is calling in the console, with which rights' })
  @ApiOkResponse({ type: ConsoleMe })
  async me(@CurrentReader() actor: ReaderActor): Promise<ConsoleMe> {
    const reader = await this.readers.findReader(actor.readerId);
    if (reader === undefined) throw new NotFound();
    return { reader, roles: [...actor.roles], sites: await this.sites.listSitesOfStaff(reader.id) };
  }

  @Post('first-administrator')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Make the first administrator with the one-time link that the service printed' })
  @ApiNoContentResponse({ description: 'Made, and logged in to the console.' })
  async setUp(
    @Body() { token, ...person }: SetupDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.rates.consume('setUpsPerAddress', addressKey(request.ip));
    this.cookies.set(reply, 'console', await this.makeFirstAdministrator.execute(token, person));
  }
}
