import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, ForVisitors, Public } from '../platform/access';
import { addressKey, RateLimits } from '../platform/http';
import { ReadersRepository } from '../readers';
import { LogInDto, Me, RegisterDto } from './auth.dto';
import { LogIn } from './log-in';
import { type CheckedRequest, PasswordGuard } from './password.guard';
import { Register } from './register';
import { SessionCookies } from './session-cookies';
import { Sessions } from './sessions';

@ApiTags('joining')
@ApiExtraModels(Me)
@Controller('api/v1')
export class AuthController {
  constructor(
    private readonly register: Register,
    private readonly logIn: LogIn,
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
    private readonly readers: ReadersRepository,
    private readonly rates: RateLimits,
  ) {}

  @Post('readers')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Join: make an account and log in' })
  @ApiNoContentResponse({ description: 'Logged in; the session is in the cookie.' })
  async join(@Body() dto: RegisterDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.rates.consume('registrationsPerAddress', addressKey(request.ip));
    const token = await this.register.execute(dto, request.ip);
    await this.sessions.endBefore(this.cookies.read(request, 'embed'), 'embed');
    this.cookies.set(reply, 'embed', token);
  }

  @Post('session')
  @Public()
  @UseGuards(PasswordGuard)
  @HttpCode(204)
  @ApiOperation({ summary: 'Log in' })
  @ApiBody({ type: LogInDto })
  @ApiNoContentResponse({ description: 'Logged in; the session is in the cookie.' })
  async begin(@Req() request: CheckedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = await this.logIn.execute(request.user, 'embed');
    await this.sessions.endBefore(this.cookies.read(request, 'embed'), 'embed');
    this.cookies.set(reply, 'embed', token);
  }

  @Delete('session')
  @ForVisitors()
  @HttpCode(204)
  @ApiOperation({ summary: 'Log out' })
  @ApiNoContentResponse({ description: 'Logged out, here and in every tab of this session.' })
  async end(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (actor.kind === 'reader') await this.sessions.end(actor.sessionId);
    this.cookies.clear(reply, 'embed');
  }

  @Get('me')
  @ForVisitors()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Who is calling' })
  @ApiOkResponse({ type: Me })
  async me(@CurrentActor() actor: Actor): Promise<Me> {
    if (actor.kind === 'visitor') return { reader: null };
    return { reader: (await this.readers.findReader(actor.readerId)) ?? null };
  }
}
