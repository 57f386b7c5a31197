import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';
import { UseApiKey } from '../sites';

/** A publisher's program, as far as its key reaches. */
export interface ApiKeyHolder {
  id: string;
  siteKey: string;
}

type Verify = (secret: string, done: (error: unknown, holder?: ApiKeyHolder) => void) => Promise<void>;

const bearer = /^Bearer +(\S+) *$/i;

/** Passport's view of `Authorization: Bearer` (RFC 6750), in the header only. */
class BearerStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: Pick<FastifyRequest, 'headers'>): void {
    const [, secret] = bearer.exec(request.headers.authorization ?? '') ?? [];
    if (secret === undefined) {
      this.fail(401);
      return;
    }
    void this.verify(secret, (error, holder) => {
      if (error) this.error(error);
      else if (holder === undefined) this.fail(401);
      else this.success(holder);
    });
  }
}

@Injectable()
export class ApiKeyStrategy extends PassportStrategy(BearerStrategy, 'api-key') {
  constructor(private readonly useApiKey: UseApiKey) {
    super();
  }

  validate(secret: string): Promise<ApiKeyHolder | undefined> {
    return this.useApiKey.execute(secret);
  }
}
