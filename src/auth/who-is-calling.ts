import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Env } from '../config';
import { type Actor, type ReaderActor, visitor } from '../platform/access';
import { assertSameOrigin } from './same-origin.policy';
import { SessionCookies } from './session-cookies';
import { Sessions } from './sessions';

/** Who opens a live connection: the same rules as for requests, where no guard stands. */
@Injectable()
export class WhoIsCalling {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly sessions: Sessions,
    private readonly env: Env,
  ) {}

  /** Only pages of the service itself may connect. @throws CrossSiteRequest */
  assertOwnPage(headers: IncomingHttpHeaders): void {
    assertSameOrigin(headers, this.env.publicUrl);
  }

  /** A frame's reader, or a visitor; a console's cookie counts for nothing here. */
  async ofFrame(headers: IncomingHttpHeaders): Promise<Actor> {
    const token = this.cookies.readHeader(headers.cookie, 'embed');
    return (token === undefined ? undefined : await this.sessions.find(token, 'embed')) ?? visitor;
  }

  async ofConsole(headers: IncomingHttpHeaders): Promise<ReaderActor | undefined> {
    const token = this.cookies.readHeader(headers.cookie, 'console');
    return token === undefined ? undefined : this.sessions.find(token, 'console');
  }
}
