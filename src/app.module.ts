import { type DynamicModule, Module } from '@nestjs/common';
import { AnnouncementsModule } from './announcements';
import { AuthModule } from './auth';
import { CommentsModule } from './comments';
import { ConfigModule, type Env } from './config';
import { ConsoleModule } from './console';
import { DemoModule } from './demo';
import { EmbedModule } from './embed';
import { FeedModule } from './feed';
import { FollowsModule } from './follows';
import { HealthModule } from './health';
import { InboxModule } from './inbox';
import { LiveModule } from './live';
import { ModerationModule } from './moderation';
import { type DatabaseConnection, DatabaseModule } from './platform/database';
import { EgressModule } from './platform/egress';
import { EventsModule } from './platform/events';
import { HttpModule } from './platform/http';
import { JobsModule } from './platform/jobs';
import { type Log, TelemetryModule } from './platform/telemetry';
import { TimeModule } from './platform/time';
import { ProfilesModule } from './profiles';
import { ReactionsModule } from './reactions';
import { ReasonsModule } from './reasons';
import { ReportsModule } from './reports';
import { SanctionsModule } from './sanctions';
import { ScreeningModule } from './screening';
import { SearchModule } from './search';
import { SitesModule } from './sites';
import { TeamModule } from './team';
import { ThreadsModule } from './threads';

export interface Ground {
  env: Env;
  log: Log;
  connection: DatabaseConnection;
}

@Module({})
export class AppModule {
  static on({ env, log, connection }: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(env),
        TelemetryModule.with(log),
        TimeModule,
        EventsModule,
        DatabaseModule.with(connection, env.DATABASE_POOL),
        JobsModule,
        EgressModule,
        HttpModule,
        SitesModule,
        AuthModule,
        TeamModule,
        ThreadsModule,
        SanctionsModule,
        ScreeningModule,
        FollowsModule,
        CommentsModule,
        ReactionsModule,
        ReasonsModule,
        ProfilesModule,
        SearchModule,
        ReportsModule,
        ModerationModule,
        AnnouncementsModule,
        InboxModule,
        FeedModule,
        LiveModule,
        EmbedModule,
        ConsoleModule,
        HealthModule,
        ...(env.demoPort === undefined ? [] : [DemoModule]),
      ],
    };
  }
}
