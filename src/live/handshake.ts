import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { WhoIsCalling } from '../auth';
import { Env } from '../config';
import {
  addressKey,
  InvalidRequest,
  type Problem,
  problemOf,
  RateLimits,
  rawProblem,
  requestAddress,
  requestId,
  securityHeaders,
  TooManyRequests,
} from '../platform/http';
import { Log } from '../platform/telemetry';
import type { LiveSocket } from './live-socket';
import { OpenConnections } from './open-connections';

const retrySeconds = 10;

/** Engine.IO has read the query when its middleware runs. */
type EngineRequest = IncomingMessage & { _query: { sid?: string } };

/** The answer to an upgrade is an object of Engine.IO's own, which stays for as long as the connection does. */
interface EngineResponse {
  req?: IncomingMessage;
}

/** The only gate of the live channel: nobody is asked again later, except for each event's own right. */
@Injectable()
export class Handshake {
  private readonly addressOf: (request: IncomingMessage) => string;
  /** Of every answer over HTTP. */
  readonly headers: Record<string, string>;
  private readonly connections = new OpenConnections();

  constructor(
    private readonly whoIsCalling: WhoIsCalling,
    private readonly rates: RateLimits,
    private readonly log: Log,
    env: Env,
  ) {
    const addressOf = requestAddress(env.TRUSTED_PROXIES);
    this.headers = securityHeaders(env.publicUrl).standard;
    this.addressOf = (request) => addressKey(addressOf(request));
  }

  /** Engine.IO's middleware, before anything is kept for the connection: its own refusals would be no problems. */
  readonly admit = (request: IncomingMessage, response: EngineResponse, next: () => void): void => {
    const isWebSocket = request.headers.upgrade !== undefined;
    const goOn = (): void => {
      if (isWebSocket) forgetRequest(response);
      next();
    };
    this.assertMayGoOn(request, isWebSocket).then(goOn, (refusal: unknown) => {
      request.socket.end(rawProblem(this.problemOf(refusal), this.headers, requestId(request)));
    });
  };

  /** Socket.IO's middleware: who it is. The request is forgotten with the first welcome, so that it is asked for before the wait. */
  readonly identify = (socket: LiveSocket, next: (error?: Error) => void): void => {
    if (!socket.request) {
      next(new Error('invalid_request'));
      return;
    }
    const address = this.addressOf(socket.request);
    this.whoIsCalling.ofFrame(socket.handshake.headers).then(
      (actor) => {
        socket.data = { actor, address, turn: Promise.resolve() };
        next();
      },
      // Socket.IO sends the message of an error to the client, so that it must not be just any.
      (refusal: unknown) => next(new Error(this.problemOf(refusal).code)),
    );
  };

  /** The same for the console, where nobody is a visitor. */
  readonly identifyConsole = (socket: Socket, next: (error?: Error) => void): void => {
    this.whoIsCalling.ofConsole(socket.handshake.headers).then(
      (actor) => {
        socket.data = { actor };
        next(actor === undefined ? new Error('not_logged_in') : undefined);
      },
      (refusal: unknown) => next(new Error(this.problemOf(refusal).code)),
    );
  };

  /** A connection has opened. Call what it returns when it has gone. */
  noteOpened(request: IncomingMessage): () => void {
    return this.connections.note(this.addressOf(request));
  }

  private async assertMayGoOn(request: IncomingMessage, isWebSocket: boolean): Promise<void> {
    // A connection that is there was admitted when it began; an empty id begins one.
    if (!(request as EngineRequest)._query.sid) return this.assertAllowed(request);
    // Until another transport has taken over, nobody counts what comes by it.
    if (isWebSocket) throw new InvalidRequest([{ field: 'transport', detail: 'a connection goes on as it began' }]);
  }

  private async assertAllowed(request: IncomingMessage): Promise<void> {
    this.whoIsCalling.assertOwnPage(request.headers);
    const address = this.addressOf(request);
    if (!this.connections.hasRoomFor(address)) throw new TooManyRequests(retrySeconds);
    await this.rates.consume('liveConnectionsPerAddress', address);
  }

  /** What may be told of an error; what is our own fault is in the log. */
  private problemOf(error: unknown): Problem {
    const problem = problemOf(error);
    if (problem.status >= 500) this.log.error({ err: error }, 'a live connection failed');
    return problem;
  }
}

/** The answer stays as long as the connection, and would keep the request, which is larger than all the rest. Engine.IO goes on with its own. */
function forgetRequest(response: EngineResponse): void {
  response.req = undefined;
}
