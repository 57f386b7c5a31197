import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { problemOf } from '../platform/http';
import { quietPolicy } from './frame-policy';
import { frameProblemDocument, frameProblemStyles } from './frame-problem-document';
import { readFrameRequest } from './frame-request';

/**
 * Tells in the frame why the conversation is not shown. Nobody can do anything in that document, so every page may frame it:
 * the one with the wrong origin most of all has to show it.
 */
const policy = quietPolicy([frameProblemStyles], '*');

@Catch()
export class FrameProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { request } = reply;
    const problem = problemOf(thrown);
    if (problem.status >= 500) request.log.error({ err: thrown, req: request }, 'request failed');
    if (reply.sent) return;
    if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
    const { language, look } = readFrameRequest(request.query as Record<string, unknown>, request.ip);
    reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy)
      .status(problem.status)
      .type('text/html; charset=utf-8')
      .send(frameProblemDocument(problem, { language, theme: look.theme }));
  }
}
