import { createHash } from 'node:crypto';

/** A publisher's key to the API: may act for one site, as far as its routes allow it. */
export interface ApiKey {
  id: string;
  name: string;
  createdAt: Date;
  /** About an hour coarse. */
  lastUsedAt: Date | null;
}

/** So that people, and scanners for leaked secrets, see what it is. */
export const apiKeyPrefix = 'parley_';

const shape = new RegExp(`^${apiKeyPrefix}[\\w-]{43}$`);

/** What is stored of a secret; undefined for what cannot be one. The secret is 256 random bits, so one fast hash is enough. */
export function hashSecret(secret: string): Buffer | undefined {
  return shape.test(secret) ? createHash('sha256').update(secret).digest() : undefined;
}
