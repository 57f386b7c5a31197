import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { limits } from '../../contract/limits';
import { TooManyRequests } from '../platform/http';

/** argon2id, 19 MiB, two passes: OWASP's first choice. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const atOnce = 2;
const maxWaiting = 100;
const retrySeconds = 5;

/** Hashes and compares passwords, a few at a time, so that a storm of log-ins leaves the rest of the service its time. */
@Injectable()
export class PasswordHashes {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly nobody = hash('nobody has this password', cost);

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), cost));
  }

  /**
   * Without a hash (no such reader) it takes the same time and is false. `onTurn` runs right before the work, when those who wait are behind:
   * what it throws keeps the password from being compared.
   */
  matches(stored: string | undefined, password: string, onTurn?: () => Promise<void>): Promise<boolean> {
    return this.inTurn(async () => {
      await onTurn?.();
      // Normalizing takes the square of the length, and nobody has such a password.
      if ([...password].length > limits.password.maxLength) return false;
      const isRight = await this.verify(stored ?? (await this.nobody), password.normalize('NFKC'));
      return isRight && stored !== undefined;
    });
  }

  protected verify(stored: string, password: string): Promise<boolean> {
    return verify(stored, password);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= maxWaiting) throw new TooManyRequests(retrySeconds);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
