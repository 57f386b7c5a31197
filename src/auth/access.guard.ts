import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { RateName } from '../../contract/limits';
import { Env } from '../config';
import { type Actor, type ReaderActor, type Right, rateKey, rightKey, uncountedKey, visitor } from '../platform/access';
import { addressKey, NotFound, RateLimits } from '../platform/http';
import { ApiKeyGuard } from './api-key.guard';
import { NotAllowed, NotLoggedIn } from './auth.errors';
import { assertSameOrigin } from './same-origin.policy';
import type { SessionRequest } from './session.strategy';
import { assertShownReader } from './shown-reader.policy';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const ofConsole = new Set<Right>(['console', 'administrator', 'publisher']);

/** The one guard of the application. Deny by default: a route that names no right does not exist. */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(
    private readonly reflector: Reflector,
    private readonly rates: RateLimits,
    private readonly env: Env,
    private readonly apiKeys: ApiKeyGuard,
  ) {
    super({ property: 'actor' });
  }

  override canActivate(context: ExecutionContext): true | Promise<boolean> {
    const right = this.metadata<Right>(context, rightKey);
    if (right === undefined) throw new NotFound();
    const request = context.switchToHttp().getRequest<SessionRequest>();
    // Answered at once: every reader of every page comes by here.
    if (right === 'public' && reading.has(request.method) && !this.isCounted(context, request)) return true;
    return this.admit(context, request, right);
  }

  private async admit(context: ExecutionContext, request: SessionRequest, right: Right): Promise<boolean> {
    if (right === 'publisher' && request.headers.authorization !== undefined) return this.admitKey(context, request);
    const writes = !reading.has(request.method);
    if (writes) {
      assertSameOrigin(request.headers, this.env.publicUrl);
      await this.rates.consume('writesPerAddress', addressKey(request.ip));
    } else await this.rates.consume('readsPerAddress', addressKey(request.ip));
    if (right === 'public') return true;
    request.wantedAudience = ofConsole.has(right) ? 'console' : 'embed';
    await super.canActivate(context);
    if (right === 'visitor') return true;
    const actor = loggedIn(request.actor ?? visitor);
    if (writes) {
      assertShownReader(request.headers, actor.readerId);
      await this.countWrite(context, actor);
    }
    const isForAdministrators = right === 'administrator' || right === 'publisher';
    if (isForAdministrators && !actor.roles.some(({ role }) => role === 'administrator')) throw new NotAllowed();
    return true;
  }

  /** Who sends a key counts for nothing else: cookies are not looked at, so where the request comes from does not matter. */
  private async admitKey(context: ExecutionContext, request: SessionRequest): Promise<boolean> {
    await this.rates.consume('callsWithApiKeyPerAddress', addressKey(request.ip));
    return this.apiKeys.canActivate(context);
  }

  private async countWrite(context: ExecutionContext, { readerId }: ReaderActor): Promise<void> {
    await this.rates.consume('writesPerReader', readerId);
    const rate = this.reflector.get<RateName | undefined>(rateKey, context.getHandler());
    if (rate !== undefined) await this.rates.consume(rate, readerId);
  }

  private isCounted(context: ExecutionContext, { query }: SessionRequest): boolean {
    const unlessAsked = this.metadata<string[]>(context, uncountedKey);
    return unlessAsked === undefined || unlessAsked.some((name) => (query as Record<string, unknown>)[name] !== undefined);
  }

  /** What the route says of itself, or its controller. */
  private metadata<Value>(context: ExecutionContext, key: string): Value | undefined {
    return this.reflector.getAllAndOverride<Value | undefined>(key, [context.getHandler(), context.getClass()]);
  }

  override handleRequest<Found>(error: unknown, actor: Found): Found {
    if (error) throw error;
    return actor;
  }
}

function loggedIn(actor: Actor): ReaderActor {
  if (actor.kind === 'visitor') throw new NotLoggedIn();
  return actor;
}
