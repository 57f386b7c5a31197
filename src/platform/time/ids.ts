import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/** The only source of ids and of secrets. */
@Injectable()
export class Ids {
  /** A UUIDv7: sorts by the time it was made. */
  next(): string {
    return v7();
  }

  /** The least id that can have been made since then. */
  leastSince(time: Date): string {
    return v7({ msecs: time.getTime(), seq: 0, random: new Uint8Array(16) });
  }

  /** 256 random bits, base64url: for session tokens and one-time links. */
  secret(): string {
    return randomBytes(32).toString('base64url');
  }
}
