import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Reads } from '../platform/database';
import { Events } from '../platform/events';
import { Log } from '../platform/telemetry';
import { threadMoved } from './thread.events';

const askEveryMilliseconds = 2_000;
/** A thread nobody asked about for so long is forgotten. */
const rememberedMilliseconds = 60_000;
const rememberedThreads = 5_000;

/**
 * Where the change logs of the threads that matter now have got to, known without asking the database: own commits tell, and every two
 * seconds one query asks for all of them what other processes did. That bounds how long this process can be behind.
 */
@Injectable()
export class ThreadHeads implements OnModuleInit, OnApplicationShutdown {
  private readonly known = new LRUCache<string, number>({ max: rememberedThreads, ttl: rememberedMilliseconds, updateAgeOnGet: true });
  private readonly watched = new Map<string, number>();
  private timer?: NodeJS.Timeout;
  private asking?: Promise<void>;

  constructor(
    private readonly reads: Reads,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.events.on(threadMoved, ({ threadId, head }) => this.learn(threadId, head));
    this.timer = setInterval(() => {
      this.asking ??= this.ask().finally(() => {
        this.asking = undefined;
      });
    }, askEveryMilliseconds);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.asking;
  }

  /** The head of a thread, at most two seconds old; undefined when nobody asked for a while. Asking keeps it known. */
  headOf(threadId: string): number | undefined {
    return this.watched.get(threadId) ?? this.known.get(threadId);
  }

  /** Somebody read the thread at `head`. */
  learn(threadId: string, head: number): void {
    const newest = Math.max(head, this.watched.get(threadId) ?? this.known.get(threadId) ?? 0);
    if (this.watched.has(threadId)) this.watched.set(threadId, newest);
    else this.known.set(threadId, newest);
  }

  /** From now on the thread is asked about whether or not anybody reads it. Call what it returns to end that. */
  watch(threadId: string, head: number): () => void {
    this.watched.set(threadId, Math.max(head, this.known.get(threadId) ?? 0));
    return () => {
      const last = this.watched.get(threadId);
      this.watched.delete(threadId);
      if (last !== undefined) this.known.set(threadId, last);
    };
  }

  private async ask(): Promise<void> {
    this.known.purgeStale();
    const ids = [...new Set([...this.watched.keys(), ...this.known.keys()])];
    if (ids.length === 0) return;
    try {
      const rows = await this.reads.prepared<{ thread_id: string; head: string }>(
        'thread_heads',
        'select thread_id, head from thread_head where thread_id = any($1)',
        [ids],
      );
      for (const row of rows) this.compare(row.thread_id, Number(row.head));
    } catch (error) {
      this.log.warn({ err: error }, 'could not ask where the threads are');
    }
  }

  private compare(threadId: string, head: number): void {
    const before = this.watched.get(threadId) ?? this.known.peek(threadId);
    if (before !== undefined && head > before) this.events.tell(threadMoved, { threadId, head, act: 'elsewhere' });
  }
}
