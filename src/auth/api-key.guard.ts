import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound, RateLimits } from '../platform/http';
import type { ApiKeyHolder } from './api-key.strategy';
import { WrongApiKey } from './auth.errors';

interface KeyedRequest extends FastifyRequest<{ Params: { siteKey?: string } }> {
  apiKey: ApiKeyHolder;
}

/** Lets the holder of a key through to the routes of its own site; another site looks as if it were not there. */
@Injectable()
export class ApiKeyGuard extends AuthGuard('api-key') {
  constructor(private readonly rates: RateLimits) {
    super({ property: 'apiKey' });
  }

  /** @throws WrongApiKey, TooManyRequests, NotFound */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    const { apiKey, params } = context.switchToHttp().getRequest<KeyedRequest>();
    await this.rates.consume('callsPerApiKey', apiKey.id);
    if (params.siteKey !== apiKey.siteKey) throw new NotFound();
    return true;
  }

  override handleRequest<Holder>(error: unknown, holder: Holder | false, _info: unknown, context: ExecutionContext): Holder {
    if (error) throw error;
    if (holder !== false) return holder;
    context.switchToHttp().getResponse<FastifyReply>().header('www-authenticate', 'Bearer');
    throw new WrongApiKey();
  }
}
