import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { ThreadMode, ThreadState } from '../../contract/conversation';
import { Clock } from '../platform/time';
import { effectiveMode } from './thread';

interface Known {
  siteId: string;
  mode: ThreadMode;
  closesAt: Date | null;
  slowSeconds?: number;
  question?: string;
  /** The number of the last change of all that. */
  modeSeq: string;
}

const maxThreads = 10_000;

/**
 * What this process has read of the modes of threads, and what else holds in them. It may be out of date, so that it is of use only to a statement that takes `modeSeq`
 * and does nothing when the thread has another by then.
 */
@Injectable()
export class OpenThreads {
  private readonly known = new LRUCache<string, Known>({ max: maxThreads });

  constructor(private readonly clock: Clock) {}

  learn(threadId: string, known: Known): void {
    this.known.set(threadId, known);
  }

  /** A thread that publishes at once what is posted to it, as far as is known. */
  find(threadId: string): (Pick<ThreadState, 'slowSeconds' | 'question'> & Pick<Known, 'siteId' | 'modeSeq'>) | undefined {
    const known = this.known.get(threadId);
    return known !== undefined && effectiveMode(known, this.clock.now()) === 'open' ? known : undefined;
  }
}
