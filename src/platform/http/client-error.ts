import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { HeadersTooLarge, MalformedRequest, RequestTooSlow } from './http.errors';
import type { Problem } from './problem';
import { problemBody, problemType } from './problem-body';

type ClientError = Error & { code?: string };

/** Answers bytes that never became a request, with a problem as everything refused. Logs nothing of what they were. */
export function answerClientError(headers: Record<string, string>, log: Pick<Logger, 'debug'>) {
  return (error: ClientError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const requestId = randomUUID();
    log.debug({ reqId: requestId, reason: error.code }, 'what came was no request');
    socket.end(rawProblem(problemOfClient(error), headers, requestId));
  };
}

function problemOfClient({ code }: ClientError): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new RequestTooSlow();
  if (code === 'HPE_HEADER_OVERFLOW') return new HeadersTooLarge();
  return new MalformedRequest();
}

/** A problem as bytes, where no framework answers; the last answer of its connection. */
export function rawProblem(problem: Problem, headers: Record<string, string>, requestId: string): string {
  const body = problemBody(problem, requestId);
  const lines = Object.entries({
    ...headers,
    'cache-control': 'no-store',
    connection: 'close',
    'content-type': problemType,
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': requestId,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`;
}
