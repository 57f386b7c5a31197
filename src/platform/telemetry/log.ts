import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** The process's structured log: one JSON object a line on standard output; never a secret, a body or an e-mail. */
export abstract class Log {
  abstract error(fields: object, message: string): void;
  abstract warn(fields: object, message: string): void;
  abstract info(fields: object, message: string): void;
  abstract debug(fields: object, message: string): void;
}

export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.token', '*.email', '*.cookie', '*.authorization'], censor: '[kept out]' },
    serializers: {
      err: errorFields,
      req: requestFields,
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  });
}

/** What a log line says of an error. What a statement was given, and what the database says of a row, is readers' own. */
export function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, driverError } = error as Error & {
    code?: unknown;
    constraint?: unknown;
    driverError?: Partial<Record<string, unknown>>;
  };
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack,
    code: code ?? driverError?.code,
    constraint: constraint ?? driverError?.constraint,
    ...(error.cause === undefined ? {} : { cause: errorFields(error.cause) }),
  };
}

/** What a log line says of a request: never its query, which may hold a one-time token, nor its headers. */
function requestFields(request: { method: string; url: string; id: string }): object {
  return { id: request.id, method: request.method, path: request.url.split('?', 1)[0] };
}

/** Lets the framework write into the same log. */
export class FrameworkLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    this.logger.error({ details: details.map(String) }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
}
