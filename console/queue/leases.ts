import type { ConsoleApi } from '../api/console-api';
import { find } from './held-item';
import type { HeldQueue } from './held-queue';
import { troubleOf } from './trouble';

interface Kept {
  id: string;
  /** The list it was in. */
  place: object;
}

/** Keeps one comment from being decided on by others while it is looked at. What fails is tried again with the next renewal. */
export class Leases {
  private wanted: string | null = null;
  private kept: Kept | null = null;
  private isFollowing = false;

  constructor(
    private readonly api: Pick<ConsoleApi, 'takeLease' | 'endLease'>,
    private readonly queue: Pick<HeldQueue, 'store' | 'place' | 'noteLease'>,
  ) {}

  /** This one from now on, and no other; null for none. */
  want(id: string | null): void {
    if (id === this.wanted) return;
    this.wanted = id;
    void this.follow();
  }

  /** Makes it last longer, and takes it where that has failed. */
  async renew(): Promise<void> {
    if (this.kept === null || this.kept.id !== this.wanted) await this.follow();
    else await this.take(this.wanted);
  }

  /** One after the other, and none that is not wanted any more by then. */
  private async follow(): Promise<void> {
    if (this.isFollowing) return;
    this.isFollowing = true;
    while ((this.kept?.id ?? null) !== this.wanted && (await this.step()));
    this.isFollowing = false;
  }

  /** Whether there may be another. */
  private async step(): Promise<boolean> {
    const { kept, wanted } = this;
    this.kept = null;
    if (kept !== null && !this.isDecided(kept)) await this.api.endLease(kept.id).catch(() => undefined);
    else if (wanted !== null) return (await this.take(wanted)) || this.wanted !== wanted;
    return true;
  }

  private async take(id: string): Promise<boolean> {
    const { place } = this.queue;
    try {
      await this.api.takeLease(id);
      this.kept = { id, place };
      return true;
    } catch (error) {
      this.kept = null;
      const trouble = troubleOf(error);
      if (trouble.kind === 'kept') this.queue.noteLease(id, trouble.lease);
      return false;
    }
  }

  /** A decision under way ends it there; ended before, somebody else could decide first. */
  private isDecided({ id, place }: Kept): boolean {
    return place === this.queue.place && find(this.queue.store.getState().items, id) === undefined;
  }
}
