import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport';
import { type Actor, type ActorRequest, type Audience, visitor } from '../platform/access';
import { SessionCookies } from './session-cookies';
import { Sessions } from './sessions';

type Verify = (request: unknown, done: (error: unknown, actor: Actor) => void) => Promise<void>;

/** Passport's view of a session cookie: never fails, since who has no session is a visitor. */
class CookieStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    void this.verify(request, (error, actor) => {
      if (error) this.error(error);
      else this.success(actor);
    });
  }
}

export interface SessionRequest extends ActorRequest {
  /** Which of the two cookies counts on the route; the guard says. */
  wantedAudience?: Audience;
}

@Injectable()
export class SessionStrategy extends PassportStrategy(CookieStrategy, 'session') {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  async validate(request: SessionRequest): Promise<Actor> {
    const audience = request.wantedAudience ?? 'embed';
    const token = this.cookies.read(request, audience);
    return (token === undefined ? undefined : await this.sessions.find(token, audience)) ?? visitor;
  }
}
