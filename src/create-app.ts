import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { limits } from '../contract/limits';
import { AppModule } from './app.module';
import type { Env } from './config';
import { openApiDocument } from './open-api';
import type { DatabaseConnection } from './platform/database';
import {
  answerClientError,
  NotFound,
  noteMethods,
  ProblemFilter,
  ReadyAnswers,
  requestId,
  securityHeaders,
  sendProblem,
  sendSecurityHeaders,
  validationPipe,
} from './platform/http';
import { FrameworkLog, Metrics } from './platform/telemetry';

/** The longest key of an article, each character as three percent-encoded bytes. */
const maxParamLength = limits.thread.articleKeyMaxLength * 9;
const requestTimeoutMilliseconds = 30_000;

export interface AppParts {
  env: Env;
  logger: Logger;
  connection: DatabaseConnection;
}

/** The whole application on a migrated database, not yet listening. */
export async function createApp({ env, logger, connection }: AppParts): Promise<NestFastifyApplication> {
  const headers = securityHeaders(env.publicUrl);
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request costs more than most of them; what is logged of one names its id.
    childLoggerFactory: (parent: FastifyBaseLogger) => parent,
    bodyLimit: limits.request.maxBodyBytes,
    routerOptions: { maxParamLength },
    requestTimeout: requestTimeoutMilliseconds,
    trustProxy: env.TRUSTED_PROXIES === '' ? false : env.TRUSTED_PROXIES,
    genReqId: requestId,
    // Who still asks while the service stops is answered: the database is there until the last answer.
    return503OnClosing: false,
    clientErrorHandler: answerClientError(headers.standard, logger),
    // What is no address never comes to a route or a hook.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, reply.headers({ ...headers.standard, 'x-request-id': request.id })),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on({ env, log: logger, connection }), adapter, {
    logger: new FrameworkLog(logger),
    abortOnError: false,
    bodyParser: false,
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  readJsonOnly(fastify);
  sendSecurityHeaders(fastify, headers);
  refuseNul(fastify);
  observeRequests(fastify, app.get(Metrics));
  const answerOtherMethods = noteMethods(fastify);
  serveOpenApi(app, fastify);
  await app.init();
  answerOtherMethods();
  app.get(ReadyAnswers).standBefore(app.getHttpServer());
  return app;
}

/** Many clients say of every request that it is JSON; one without a body is none that is malformed. */
function readJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null) : parse(request, body, done),
  );
}

/** PostgreSQL has no text with a NUL in it, so nothing has such a name; what stands in a query is for its route to refuse. */
function refuseNul(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(request.url.split('?', 1)[0]?.includes('%00') ? new NotFound() : undefined);
  });
}

function observeRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observeRequest({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
    request.log.debug({ req: request, res: reply, milliseconds: Math.round(reply.elapsedTime) }, 'request answered');
    done();
  });
}

function serveOpenApi(app: NestFastifyApplication, fastify: FastifyInstance): void {
  let document: string | undefined;
  fastify.get('/api/openapi.json', { config: { isReadElsewhere: true } }, async (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(app));
    return reply.type('application/json; charset=utf-8').send(document);
  });
}
