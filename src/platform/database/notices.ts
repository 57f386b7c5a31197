import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Client, type ClientConfig } from 'pg';
import { Log } from '../telemetry';

export interface NoticeListener {
  /** lower_snake_case */
  channel: string;
  heard(payload: string): void;
  /** The connection was lost for a while: any number of notices may have been missed. */
  missed(): void;
}

const firstPauseMilliseconds = 250;
const longestPauseMilliseconds = 5_000;
/** A connection that nothing passes any more looks like one on which nothing happens, so it is tried. */
const trialMilliseconds = 5_000;
/** For the last word to a database that may not listen. */
const farewellMilliseconds = 1_000;

/**
 * Short notices between all processes by PostgreSQL's NOTIFY: sent with the commit, heard at once, and lost when nobody listens. They are hints;
 * what they are about is in tables.
 */
@Injectable()
export class Notices implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners: NoticeListener[] = [];
  private readonly stopping = new AbortController();
  private client?: Client;
  private socket?: Socket;
  private listening = Promise.resolve();

  constructor(
    private readonly connection: ClientConfig,
    private readonly log: Log,
  ) {}

  /** Before the application has started. */
  on(listener: NoticeListener): void {
    this.listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    if (this.listeners.length > 0) this.listening = this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    const farewell = setTimeout(() => this.socket?.destroy(), farewellMilliseconds);
    await this.client?.end().catch(() => undefined);
    await this.listening;
    clearTimeout(farewell);
  }

  /** Until the application ends, over any number of connections. */
  private async listen(): Promise<void> {
    let pauseMilliseconds = firstPauseMilliseconds;
    let isFirst = true;
    const hears = (): void => {
      pauseMilliseconds = firstPauseMilliseconds;
      if (!isFirst) for (const { missed } of this.listeners) missed();
      isFirst = false;
    };
    while (!this.stopping.signal.aborted) {
      await this.listenOnce(hears);
      await pause(pauseMilliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      pauseMilliseconds = Math.min(longestPauseMilliseconds, pauseMilliseconds * 2);
    }
  }

  /** Until the connection is gone, or could not be made: what is ended while it connects is told by its end alone. */
  private async listenOnce(hears: () => void): Promise<void> {
    const socket = new Socket();
    const client = new Client({ ...this.connection, stream: () => socket, query_timeout: trialMilliseconds });
    this.client = client;
    this.socket = socket;
    const gone = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.listeners) if (listener.channel === channel) listener.heard(payload);
    });
    const trial = setInterval(() => void this.listenOn(client).catch(() => client.end()), trialMilliseconds);
    const listening = client
      .connect()
      .then(() => this.listenOn(client))
      .then(hears);
    try {
      await Promise.race([listening, gone]);
      await gone;
    } catch (error) {
      this.log.debug({ err: error }, 'cannot listen for notices of the database');
      await client.end();
    } finally {
      clearInterval(trial);
    }
  }

  /** Again changes nothing. */
  private async listenOn(client: Client): Promise<void> {
    await client.query(this.listeners.map(({ channel }) => `listen ${channel}`).join('; '));
  }
}
