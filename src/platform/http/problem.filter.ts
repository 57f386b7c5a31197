import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isDatabaseUnavailable } from '../database';
import {
  AddressTooLong,
  InternalError,
  MalformedRequest,
  NotFound,
  PayloadTooLarge,
  TemporarilyUnavailable,
  UnsupportedMediaType,
} from './http.errors';
import { Problem } from './problem';
import { problemBody, problemType } from './problem-body';

function problemFromStatus(status: number): Problem | undefined {
  if (status === 404) return new NotFound();
  if (status === 413) return new PayloadTooLarge();
  if (status === 414) return new AddressTooLong();
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
  if (problem.status >= 500) request.log.error({ err: thrown, req: request }, 'request failed');
  if (reply.sent) return;
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
  reply.header('cache-control', 'no-store').status(problem.status).type(problemType).send(problemBody(problem, request.id));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    sendProblem(thrown, host.switchToHttp().getResponse<FastifyReply>());
  }
}
