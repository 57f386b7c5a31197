import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ScreeningRepository } from './screening.repository';
import { compilePolicy, type ScreeningPolicy } from './screening-policy';

/** A list of ten thousand words takes some megabytes when it is made ready. */
const maxSites = 100;

/**
 * What this process has read of the policies of sites, each made ready once for each version. It may be out of date: who uses it says its version to
 * the database, which knows the present one.
 */
@Injectable()
export class ScreeningPolicies {
  private readonly known = new LRUCache<string, ScreeningPolicy>({ max: maxSites });
  private readonly loading = new Map<string, Promise<ScreeningPolicy>>();

  constructor(private readonly repository: ScreeningRepository) {}

  find(siteId: string): ScreeningPolicy | undefined {
    return this.known.get(siteId);
  }

  /** Of this version, or a newer one. Where a backup was put in, or another server took over, the present one may be older than what is known. */
  async load(siteId: string, version: string): Promise<ScreeningPolicy> {
    const known = this.known.get(siteId);
    if (known?.version === version) return known;
    const loaded = await this.loadOnce(siteId);
    return BigInt(loaded.version) >= BigInt(version) ? loaded : this.load(siteId, version);
  }

  /** Whoever asks meanwhile waits for the same answer. */
  private loadOnce(siteId: string): Promise<ScreeningPolicy> {
    const loading = this.loading.get(siteId) ?? this.read(siteId).finally(() => this.loading.delete(siteId));
    this.loading.set(siteId, loading);
    return loading;
  }

  private async read(siteId: string): Promise<ScreeningPolicy> {
    const policy = compilePolicy(await this.repository.findPolicy(siteId));
    this.known.set(siteId, policy);
    return policy;
  }
}
