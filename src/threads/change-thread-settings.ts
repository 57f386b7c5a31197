import { Injectable } from '@nestjs/common';
import type { ChangeThreadSettings as Given, ThreadInConsole } from '../../contract/thread-settings';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { takeChanges } from './change-log';
import { assertMayEdit, assertMaySeeSettings } from './thread-settings.policy';
import { type Settings, ThreadSettingsRepository } from './thread-settings.repository';

/**
 * What an editor sets of a thread. A change takes a number of the mode: open pages hear of it, and a post that was decided under what held before is
 * decided again. Saying what is set already changes nothing.
 */
@Injectable()
export class ChangeThreadSettings {
  constructor(
    private readonly settings: ThreadSettingsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound */
  async read(actor: ReaderActor, threadId: string): Promise<ThreadInConsole> {
    const found = await this.settings.find(threadId);
    if (found === undefined) throw new NotFound();
    assertMaySeeSettings(actor, found.siteId);
    return found.thread;
  }

  /** @throws NotFound, NotAllowed */
  async execute(actor: ReaderActor, threadId: string, given: Given): Promise<ThreadInConsole> {
    const found = await this.settings.find(threadId);
    if (found === undefined) throw new NotFound();
    assertMayEdit(actor, found.siteId);
    await this.transactions.run(async (tx) => {
      const before = await this.settings.lock(tx, threadId);
      // A thread of a first view went at this moment.
      if (before === undefined) throw new NotFound();
      const after = merged(before, given);
      if (isSame(before, after)) return;
      await takeChanges(tx, threadId, { count: 1, comments: 0, act: 'mode' });
      await this.settings.update(tx, threadId, after);
    });
    return this.read(actor, threadId);
  }
}

function merged(before: Settings, { mode, closesAt, slowSeconds, question }: Given): Settings {
  return {
    mode: mode ?? before.mode,
    closesAt: closesAt === undefined ? before.closesAt : closesAt === null ? null : new Date(closesAt),
    slowSeconds: slowSeconds === undefined ? before.slowSeconds : slowSeconds || null,
    question: question === undefined ? before.question : question,
  };
}

function isSame(one: Settings, other: Settings): boolean {
  const isSameTime = one.closesAt?.getTime() === other.closesAt?.getTime();
  return isSameTime && one.mode === other.mode && one.slowSeconds === other.slowSeconds && one.question === other.question;
}
