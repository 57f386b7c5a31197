import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, type ReaderActor, visitor } from './actor';

/** The right a route names: anybody, any reader with a session, or an administrator in the console. */
export type Right = 'public' | 'reader' | 'administrator';

export const rightKey = 'parley:right';

export const Public = () => SetMetadata(rightKey, 'public' satisfies Right);
export const ForReaders = () => SetMetadata(rightKey, 'reader' satisfies Right);
export const ForAdministrators = () => SetMetadata(rightKey, 'administrator' satisfies Right);

export interface ActorRequest extends FastifyRequest {
  actor?: Actor;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<ActorRequest>().actor ?? visitor;
});

/** The reader on a route for readers; the guard has let nobody else through. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): ReaderActor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (actor?.kind !== 'reader') throw new Error('CurrentReader stands on a route that is not for readers');
  return actor;
});
