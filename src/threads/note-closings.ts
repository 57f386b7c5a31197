import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { takeChanges } from './change-log';
import { ThreadsRepository } from './threads.repository';

/** Tells the change log once of each closing time that has passed, so that whoever looks on learns of it. By the clock it holds at once. */
@Injectable()
export class NoteClosings implements OnModuleInit {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'note_closings', cron: '* * * * *', run: () => this.execute() });
  }

  async execute(): Promise<void> {
    for (const threadId of await this.threads.listDueClosings()) {
      await this.transactions.run(async (tx) => {
        if (await this.threads.noteClosing(tx, threadId)) await takeChanges(tx, threadId, { count: 1, comments: 0, act: 'mode' });
      });
    }
  }
}
