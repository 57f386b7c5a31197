import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Representation } from '../platform/http';
import { Clock } from '../platform/time';
import { ThreadHeads } from './thread-heads';

/** A finished answer about a thread. */
export interface Built {
  /** The number of the thread's newest change when it was read. */
  head: number;
  representation: Representation;
  /** Until when it is right even if nothing changes. */
  validUntil?: Date;
}

interface Building {
  /** What was known of the thread when it began. */
  head: number | undefined;
  built: Promise<Built>;
}

const maxBytes = 64 * 1024 * 1024;

/** Finished answers, the same for everybody, kept for as long as their thread does not change. */
@Injectable()
export class HeadCache {
  private readonly kept = new LRUCache<string, Built>({
    maxSize: maxBytes,
    sizeCalculation: ({ representation }) => representation.keptBytes,
  });
  private readonly building = new Map<string, Building>();

  constructor(
    private readonly heads: ThreadHeads,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer `name` about a thread as it is now. Built once when the thread has changed: who asks meanwhile waits for the same.
   * `name` stands for one `build`; what it throws is passed on and not kept.
   */
  async read(threadId: string, name: string, build: () => Promise<Built>): Promise<Representation> {
    const key = `${threadId} ${name}`;
    const head = this.heads.headOf(threadId);
    const kept = this.kept.get(key);
    if (kept !== undefined && this.isRight(kept, head)) return kept.representation;
    const underWay = this.building.get(key);
    // A build that began before the newest change may not show it; somebody who just posted must see their comment.
    const { built } = underWay !== undefined && underWay.head === head ? underWay : this.begin(key, threadId, { head, build });
    return (await built).representation;
  }

  /** Whether `read` would answer with this representation. */
  isCurrent(threadId: string, name: string, representation: Representation): boolean {
    const kept = this.kept.get(`${threadId} ${name}`);
    return kept?.representation === representation && this.isRight(kept, this.heads.headOf(threadId));
  }

  private isRight({ head, validUntil }: Built, headNow: number | undefined): boolean {
    return head === headNow && (validUntil === undefined || validUntil > this.clock.now());
  }

  private begin(key: string, threadId: string, wanted: { head: number | undefined; build: () => Promise<Built> }): Building {
    const building: Building = { head: wanted.head, built: wanted.build() };
    this.building.set(key, building);
    building.built
      .then((built) => {
        this.heads.learn(threadId, built.head);
        if ((this.kept.peek(key)?.head ?? 0) <= built.head) this.kept.set(key, built);
      })
      .catch(() => undefined)
      .finally(() => {
        if (this.building.get(key) === building) this.building.delete(key);
      });
    return building;
  }
}
