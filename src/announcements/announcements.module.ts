import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { FollowsModule } from '../follows';
import { type Transaction, Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { Metrics } from '../platform/telemetry';
import { Announce } from './announce';
import { AnnouncedCommentsRepository } from './announced-comments.repository';
import { CountFollowing } from './count-following';
import { DueRepository } from './due.repository';
import { NotificationsRepository } from './notifications.repository';
import { OnlineFollowers } from './online-followers.repository';
import { WriteAnnouncements } from './write-announcements';

const deletedAtOnce = 5_000;

@Module({
  imports: [CommentsModule, FollowsModule],
  providers: [
    Announce,
    AnnouncedCommentsRepository,
    CountFollowing,
    DueRepository,
    NotificationsRepository,
    OnlineFollowers,
    WriteAnnouncements,
  ],
  exports: [CountFollowing, OnlineFollowers],
})
export class AnnouncementsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly comments: AnnouncedCommentsRepository,
    private readonly notifications: NotificationsRepository,
    private readonly due: DueRepository,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('announcements_due', 'What readers are still to be told of, by state; dead ones are not tried any more.', () =>
      this.due.depth(),
    );
    const forget = [
      { name: 'forget_old_feeds', cron: '20 3 * * *', deleteOld: (tx: Transaction) => this.comments.deleteOld(tx, deletedAtOnce) },
      {
        name: 'forget_old_notifications',
        cron: '40 3 * * *',
        deleteOld: (tx: Transaction) => this.notifications.deleteOld(tx, deletedAtOnce),
      },
    ];
    for (const { name, cron, deleteOld } of forget) this.jobs.define({ name, cron, run: () => this.untilNoneIsLeft(deleteOld) });
  }

  private async untilNoneIsLeft(deleteSome: (tx: Transaction) => Promise<number>): Promise<void> {
    while ((await this.transactions.run(deleteSome)) === deletedAtOnce);
  }
}
