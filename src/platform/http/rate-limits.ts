import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { limits, type RateName } from '../../../contract/limits';
import { TooManyRequests } from './http.errors';

/** Counts in this process's memory; each policy of `limits.rates` counts for itself. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map(
    Object.entries(limits.rates).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    ]),
  );

  /** Counts one more for `key`; what is refused does not count. @throws TooManyRequests */
  async consume(name: RateName, key: string): Promise<void> {
    try {
      await this.limiters.get(name)?.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      await this.giveBack(name, key);
      throw tooMany(refusal);
    }
  }

  /** Counts one less: what was counted beforehand did not happen. */
  async giveBack(name: RateName, key: string): Promise<void> {
    const limiter = this.limiters.get(name);
    const used = await limiter?.get(key);
    // The time may be over meanwhile, and with it the count.
    if (used && used.consumedPoints > 0) await limiter?.reward(key);
  }

  /** Refuses when `key` has used up its points, without counting. @throws TooManyRequests */
  async assertLeft(name: RateName, key: string): Promise<void> {
    const used = await this.limiters.get(name)?.get(key);
    if (used && used.remainingPoints <= 0) throw tooMany(used);
  }
}

function tooMany(refusal: RateLimiterRes): TooManyRequests {
  return new TooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
}

/** What counts as one address: an IPv4 address, or the /64 of an IPv6 one, since its holder has all of it. */
export function addressKey(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toByteArray().slice(0, 8).join('.')}/64`;
}
