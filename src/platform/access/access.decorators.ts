import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RateName } from '../../../contract/limits';
import { type Actor, type ReaderActor, visitor } from './actor';

/**
 * The right a route names; a route that names none is refused.
 * `public`: the same for everybody, the caller is not even looked at · `visitor`: anybody, known if there is a session ·
 * `reader`: a session in the frame · `console`: any session of the console · `administrator`: an administrator's ·
 * `publisher`: an administrator's, or an API key of the site that the route's `:siteKey` names.
 */
export type Right = 'public' | 'visitor' | 'reader' | 'console' | 'administrator' | 'publisher';

export const rightKey = 'parley:right';

export const Public = () => SetMetadata(rightKey, 'public' satisfies Right);
export const ForVisitors = () => SetMetadata(rightKey, 'visitor' satisfies Right);
export const ForReaders = () => SetMetadata(rightKey, 'reader' satisfies Right);
export const ForConsole = () => SetMetadata(rightKey, 'console' satisfies Right);
export const ForAdministrators = () => SetMetadata(rightKey, 'administrator' satisfies Right);
export const ForPublishers = () => SetMetadata(rightKey, 'publisher' satisfies Right);

export const rateKey = 'parley:rate';

/** Counts each call of the route for its reader under one of `limits.rates`. */
export const RateLimited = (rate: RateName) => SetMetadata(rateKey, rate);

export const readRateKey = 'parley:read-rate';

export interface ReadRate {
  /** Undefined: they are not counted. */
  rate?: RateName;
  unlessAsked: string[];
}

/** A public route that is read from memory, or by who watches over the service: reads of every other route are counted by address. */
export const NotCounted = () => SetMetadata(readRateKey, { unlessAsked: [] } satisfies ReadRate);

/**
 * A route that is one look-up where its answer is in memory. With one of the parameters `unlessAsked` in its query its reads are counted as
 * those of every other route.
 */
export const CountedAsLookUp = (...unlessAsked: string[]) =>
  SetMetadata(readRateKey, { rate: 'lookUpsPerAddress', unlessAsked } satisfies ReadRate);

/** A route whose reads are counted by address for themselves. */
export const CountedAs = (rate: RateName) => SetMetadata(readRateKey, { rate, unlessAsked: [] } satisfies ReadRate);

export interface ActorRequest extends FastifyRequest {
  actor?: Actor;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<ActorRequest>().actor ?? visitor;
});

/** The caller on a route that needs a session; the guard has let nobody else through. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): ReaderActor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (actor?.kind !== 'reader') throw new Error('CurrentReader stands on a route that needs no session');
  return actor;
});
