import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Announced, announcedChannel, OnlineFollowers, readAnnounced } from '../announcements';
import { Notices } from '../platform/database';
import { Log } from '../platform/telemetry';
import { type LiveIo, readerOfRoom, readerRoom } from './live-socket';
import { sendToRoom } from './send-to-room';

/** Between two hints to a reader, whose pages ask for what they show. */
const pauseMilliseconds = 250;
/** Readers who are told to ask again in one pause, when nobody knows what was missed. */
const askedAtOnce = 200;
/** Before all are told again to ask, where that fails; it doubles. */
const firstWaitMilliseconds = 1_000;
const longestWaitMilliseconds = 60_000;

/**
 * Tells open pages that something came into the inbox or the feed of their reader, whichever process it was. A hint is a site and a number, never what came:
 * that is asked for, with the reader's rights. It goes to sockets of the reader's own session alone, which only pages of the service's origin can have; a
 * publisher's page, or a reader of it, learns neither that somebody is online nor whom they follow.
 */
@Injectable()
export class ReaderChannel implements OnModuleInit {
  private io?: LiveIo;
  private readonly online = new Set<string>();
  private heard: Announced[] = [];
  private timer?: NodeJS.Timeout;
  private toldAt = Number.NEGATIVE_INFINITY;
  private isTelling = false;
  private isTellingAll = false;
  /** Something may have been missed since those were looked up who are told to ask. */
  private isMissed = false;
  private readonly stopping = new AbortController();

  constructor(
    private readonly followers: OnlineFollowers,
    private readonly notices: Notices,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.notices.on({
      channel: announcedChannel,
      heard: (payload) => this.note(readAnnounced(payload)),
      missed: () => this.noteMissed(),
    });
  }

  attach(io: LiveIo): void {
    this.io = io;
    const { adapter } = io.of('/');
    adapter.on('create-room', (name: string) => this.noteRoom(name, (readerId) => this.online.add(readerId)));
    adapter.on('delete-room', (name: string) => this.noteRoom(name, (readerId) => this.online.delete(readerId)));
  }

  stop(): void {
    this.stopping.abort();
    clearTimeout(this.timer);
  }

  private noteRoom(name: string, note: (readerId: string) => void): void {
    const readerId = readerOfRoom(name);
    if (readerId !== undefined) note(readerId);
  }

  /** At once, and after a pause all that is heard meanwhile. */
  private note(announced: Announced): void {
    if (this.online.size === 0 || this.stopping.signal.aborted) return;
    this.heard.push(announced);
    this.arm();
  }

  /** One looks up at a time, however long that takes: a slow database gets no more to do. */
  private arm(): void {
    if (this.isTelling || this.heard.length === 0 || this.stopping.signal.aborted) return;
    const wait = Math.max(0, this.toldAt + pauseMilliseconds - performance.now());
    this.timer ??= setTimeout(() => void this.tell(), wait).unref();
  }

  private async tell(): Promise<void> {
    this.timer = undefined;
    this.isTelling = true;
    try {
      await this.tellWhatWasHeard(this.heard.splice(0));
    } finally {
      this.isTelling = false;
      this.toldAt = performance.now();
      this.arm();
    }
  }

  private async tellWhatWasHeard(heard: readonly Announced[]): Promise<void> {
    const [inboxes, feeds] = [new Set<string>(), new Set<string>()];
    for (const { siteId, inbox, feed } of heard) {
      for (const readerId of inbox) inboxes.add(`${siteId} ${readerId}`);
      for (const readerId of feed) feeds.add(`${siteId} ${readerId}`);
    }
    for (const [siteId, readerId] of pairs(inboxes)) this.tellOfInbox(readerId, siteId);
    try {
      for (const { readerId, siteId, added } of await this.followers.activity([...this.online], heard))
        if (!feeds.has(`${siteId} ${readerId}`)) this.tellOfFeed(readerId, siteId, added);
    } catch (error) {
      this.log.warn({ err: error }, 'could not tell open pages what came to their feeds');
      this.noteMissed();
    }
    for (const [siteId, readerId] of pairs(feeds)) this.tellOfFeed(readerId, siteId, null);
  }

  private noteMissed(): void {
    this.isMissed = true;
    if (!this.isTellingAll) void this.tellAll();
  }

  /** One goes through all at a time, and once more where something was missed meanwhile. */
  private async tellAll(): Promise<void> {
    const { signal } = this.stopping;
    this.isTellingAll = true;
    for (let wait = firstWaitMilliseconds; this.isMissed && !signal.aborted; ) {
      this.isMissed = false;
      if (await this.askAll()) {
        wait = firstWaitMilliseconds;
        continue;
      }
      this.isMissed = true;
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      wait = Math.min(2 * wait, longestWaitMilliseconds);
    }
    this.isTellingAll = false;
  }

  /** Some after the other, so that not all ask at once. Whether all were. */
  private async askAll(): Promise<boolean> {
    const { signal } = this.stopping;
    const readerIds = [...this.online];
    for (let from = 0; from < readerIds.length && !signal.aborted; from += askedAtOnce) {
      try {
        for (const { readerId, siteId } of await this.followers.places(readerIds.slice(from, from + askedAtOnce))) {
          this.tellOfInbox(readerId, siteId);
          this.tellOfFeed(readerId, siteId, null);
        }
      } catch (error) {
        this.log.warn({ err: error }, 'could not tell open pages to ask again');
        return false;
      }
      await pause(pauseMilliseconds, undefined, { signal, ref: false }).catch(() => undefined);
    }
    return true;
  }

  private tellOfInbox(readerId: string, siteId: string): void {
    if (this.io !== undefined && this.online.has(readerId))
      sendToRoom(this.io, readerRoom(readerId), { name: 'inbox:changed', payload: { siteId } });
  }

  private tellOfFeed(readerId: string, siteId: string, added: number | null): void {
    if (this.io !== undefined && this.online.has(readerId))
      sendToRoom(this.io, readerRoom(readerId), { name: 'reader:activity', payload: { siteId, added } });
  }
}

function pairs(keys: ReadonlySet<string>): [siteId: string, readerId: string][] {
  return [...keys].map((key) => key.split(' ') as [string, string]);
}
