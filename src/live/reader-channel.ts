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
      missed: () => void this.tellAll(),
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
    const wait = Math.max(0, this.toldAt + pauseMilliseconds - performance.now());
    this.timer ??= setTimeout(() => void this.tell(), wait).unref();
  }

  private async tell(): Promise<void> {
    const heard = this.heard.splice(0);
    this.toldAt = performance.now();
    this.timer = undefined;
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
      void this.tellAll();
    }
    for (const [siteId, readerId] of pairs(feeds)) this.tellOfFeed(readerId, siteId, null);
  }

  /** Some after the other, so that not all ask at once. */
  private async tellAll(): Promise<void> {
    const { signal } = this.stopping;
    const readerIds = [...this.online];
    for (let from = 0; from < readerIds.length && !signal.aborted; from += askedAtOnce) {
      const places = await this.followers.places(readerIds.slice(from, from + askedAtOnce)).catch((error: unknown) => {
        this.log.warn({ err: error }, 'could not tell open pages to ask again');
        return [];
      });
      for (const { readerId, siteId } of places) {
        this.tellOfInbox(readerId, siteId);
        this.tellOfFeed(readerId, siteId, null);
      }
      await pause(pauseMilliseconds, undefined, { signal, ref: false }).catch(() => undefined);
    }
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
