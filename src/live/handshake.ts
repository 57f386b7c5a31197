import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { WhoIsCalling } from '../auth';
import { Env } from '../config';
import { addressKey, RateLimits, requestAddress } from '../platform/http';
import type { LiveSocket } from './live-socket';

type Allow = (refusal: string | null | undefined, isAllowed: boolean) => void;

/** The only gate of the live channel: nobody is asked again later, except for each event's own right. */
@Injectable()
export class Handshake {
  private readonly addressOf: (request: IncomingMessage) => string;

  constructor(
    private readonly whoIsCalling: WhoIsCalling,
    private readonly rates: RateLimits,
    env: Env,
  ) {
    this.addressOf = requestAddress(env.TRUSTED_PROXIES);
  }

  /** Engine.IO's `allowRequest`: before anything is kept for the connection. */
  readonly allowRequest = (request: IncomingMessage, allow: Allow): void => {
    this.assertAllowed(request).then(
      () => allow(null, true),
      (refusal: unknown) => allow(refusal instanceof Error ? refusal.message : 'refused', false),
    );
  };

  /** Socket.IO's middleware: who it is. */
  readonly identify = (socket: LiveSocket, next: (error?: Error) => void): void => {
    this.whoIsCalling.ofFrame(socket.handshake.headers).then((actor) => {
      socket.data.actor = actor;
      next();
    }, next);
  };

  private async assertAllowed(request: IncomingMessage): Promise<void> {
    this.whoIsCalling.assertOwnPage(request.headers);
    await this.rates.consume('liveConnectionsPerAddress', addressKey(this.addressOf(request)));
  }
}
