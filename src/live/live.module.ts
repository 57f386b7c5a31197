import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../announcements';
import { AuthModule } from '../auth';
import { CommentsModule } from '../comments';
import { ThreadsModule } from '../threads';
import { CatchUp } from './catch-up';
import { ConsoleChannel } from './console-channel';
import { Handshake } from './handshake';
import { LiveServer } from './live-server';
import { ReaderChannel } from './reader-channel';
import { ThreadRooms } from './thread-rooms';

@Module({
  imports: [AnnouncementsModule, AuthModule, CommentsModule, ThreadsModule],
  providers: [CatchUp, ConsoleChannel, Handshake, LiveServer, ReaderChannel, ThreadRooms],
})
export class LiveModule {}
