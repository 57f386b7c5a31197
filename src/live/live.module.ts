import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { CommentsModule } from '../comments';
import { ThreadsModule } from '../threads';
import { CatchUp } from './catch-up';
import { ConsoleChannel } from './console-channel';
import { Handshake } from './handshake';
import { LiveServer } from './live-server';
import { ThreadRooms } from './thread-rooms';

@Module({ imports: [AuthModule, CommentsModule, ThreadsModule], providers: [CatchUp, ConsoleChannel, Handshake, LiveServer, ThreadRooms] })
export class LiveModule {}
