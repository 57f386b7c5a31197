import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isDatabaseUnavailable } from '../database';
import { InternalError, MalformedRequest, NotFound, PayloadTooLarge, TemporarilyUnavailable, UnsupportedMediaType } from './http.errors';
import { Problem, type ProblemBody } from './problem';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Cannot be done',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

function problemFromStatus(status: number): Problem | undefined {
  if (status === 404 || status === 405) return new NotFound();
  if (status === 413) return new PayloadTooLarge();
  if (status === 415) return new UnsupportedMediaType();
  if (status >= 400 && status < 500) return new MalformedRequest();
  return undefined;
}

/** The refusal that a thrown thing amounts to; what is not known is internal and says nothing. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (isDatabaseUnavailable(thrown)) return new TemporarilyUnavailable();
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: number } | null)?.statusCode;
  return (status === undefined ? undefined : problemFromStatus(status)) ?? new InternalError();
}

/** Answers with the problem that a thrown thing amounts to. */
export function sendProblem(thrown: unknown, reply: FastifyReply): void {
  const { request } = reply;
  const problem = problemOf(thrown);
  if (problem.status >= 500) request.log.error({ err: thrown }, 'request failed');
  if (reply.sent) return;
  const body: ProblemBody = {
    type: `urn:parley:problem:${problem.code}`,
    title: titles[problem.status] ?? 'Refused',
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    instance: `urn:parley:request:${request.id}`,
    ...problem.extensions,
  };
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
  reply
    .header('cache-control', 'no-store')
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    sendProblem(thrown, host.switchToHttp().getResponse<FastifyReply>());
  }
}
