import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { JoinedThread, ServerEvents } from '../../contract/live';
import { Events } from '../platform/events';
import { Log } from '../platform/telemetry';
import { ThreadHeads, type ThreadMoved, threadMoved } from '../threads';
import { CatchUp } from './catch-up';
import { type LiveIo, type LiveSocket, threadOfRoom, threadRoom } from './live-socket';
import { type RoomEvent, sendToRoom } from './send-to-room';

const { framePauseMilliseconds, reactionsPauseMilliseconds, typingPauseMilliseconds } = limits.live;
const retryMilliseconds = 1_000;

/** An open conversation: what its sockets have been sent, and when the next frame may go. */
interface Room {
  readonly threadId: string;
  sentUpTo: number;
  sentAt: number;
  typingAt: number;
  isSending: boolean;
  /** The shortest pause asked for while a frame was on its way. */
  owedPauseMilliseconds?: number;
  next?: { at: number; timer: NodeJS.Timeout };
  readonly unwatch: () => void;
}

/** Sends each thread's changes to those who have it open, in numbered frames that leave nothing out. */
@Injectable()
export class ThreadRooms implements OnModuleInit {
  private readonly rooms = new Map<string, Room>();
  private io?: LiveIo;

  constructor(
    private readonly catchUp: CatchUp,
    private readonly heads: ThreadHeads,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.events.on(threadMoved, (moved) => this.noteMoved(moved));
  }

  attach(io: LiveIo): void {
    this.io = io;
    io.of('/').adapter.on('delete-room', (name: string) => this.close(threadOfRoom(name)));
  }

  /** Into the room first, then what was missed: whatever happens between the two arrives as a frame. @throws NotFound */
  async join(socket: LiveSocket, threadId: string, after: number): Promise<JoinedThread> {
    const before = await this.catchUp.after(threadId, after, this.rooms.get(threadId)?.sentUpTo);
    if (!socket.connected) return { ...before, reading: 0 };
    await socket.join(threadRoom(threadId));
    const room = this.rooms.get(threadId) ?? this.open(threadId, before.state.head);
    // Another socket's frame went out while this one was not in the room yet.
    const answer = room.sentUpTo > before.state.head ? await this.catchUp.after(threadId, after, room.sentUpTo) : before;
    return { ...answer, reading: this.readingIn(threadId) };
  }

  /** Tells the others in the room that somebody writes, without a name; at most once in a while for all of them. */
  noteTyping(socket: LiveSocket, threadId: string, parentId: string | null): void {
    const room = this.rooms.get(threadId);
    const now = performance.now();
    if (room === undefined || !socket.rooms.has(threadRoom(threadId)) || now - room.typingAt < typingPauseMilliseconds) return;
    room.typingAt = now;
    this.tell(threadId, { name: 'thread:typing', payload: { threadId, parentId }, except: socket, isVolatile: true });
  }

  /** Tells every room where it is: whoever missed something asks. */
  beacon(): void {
    for (const { threadId, sentUpTo } of this.rooms.values()) {
      this.sendHead(threadId, sentUpTo);
    }
  }

  sizes(): { count: number; largest: number } {
    return { count: this.rooms.size, largest: Math.max(0, ...[...this.rooms.keys()].map((threadId) => this.readingIn(threadId))) };
  }

  stop(): void {
    for (const threadId of [...this.rooms.keys()]) this.close(threadId);
  }

  private readingIn(threadId: string): number {
    return this.io?.of('/').adapter.rooms.get(threadRoom(threadId))?.size ?? 0;
  }

  private open(threadId: string, head: number): Room {
    const unwatch = this.heads.watch(threadId, head);
    const room: Room = { threadId, sentUpTo: head, sentAt: 0, typingAt: 0, isSending: false, unwatch };
    this.rooms.set(threadId, room);
    if ((this.heads.headOf(threadId) ?? 0) > head) this.schedule(room, 0);
    return room;
  }

  private close(threadId: string | undefined): void {
    const room = threadId === undefined ? undefined : this.rooms.get(threadId);
    if (room === undefined) return;
    clearTimeout(room.next?.timer);
    room.unwatch();
    this.rooms.delete(room.threadId);
  }

  private noteMoved({ threadId, head, act }: ThreadMoved): void {
    const room = this.rooms.get(threadId);
    if (room === undefined || head <= room.sentUpTo) return;
    this.schedule(room, act === 'react' ? reactionsPauseMilliseconds : framePauseMilliseconds);
  }

  /** The next frame goes when the last one is `pauseMilliseconds` old: at once in a quiet room. */
  private schedule(room: Room, pauseMilliseconds: number): void {
    if (room.isSending) {
      room.owedPauseMilliseconds = Math.min(pauseMilliseconds, room.owedPauseMilliseconds ?? pauseMilliseconds);
      return;
    }
    const now = performance.now();
    const at = Math.max(now, room.sentAt + pauseMilliseconds);
    if (room.next !== undefined && room.next.at <= at) return;
    clearTimeout(room.next?.timer);
    const timer = setTimeout(() => void this.send(room), at - now);
    room.next = { at, timer };
  }

  private async send(room: Room): Promise<void> {
    room.next = undefined;
    room.isSending = true;
    room.owedPauseMilliseconds = undefined;
    let failed = false;
    try {
      await this.sendChanges(room);
    } catch (error) {
      failed = true;
      this.log.warn({ err: error, threadId: room.threadId }, 'could not read what changed: tried again');
    }
    room.isSending = false;
    room.sentAt = performance.now();
    const isOpen = this.rooms.get(room.threadId) === room;
    const pauseMilliseconds = failed ? retryMilliseconds : (room.owedPauseMilliseconds ?? framePauseMilliseconds);
    if (isOpen && (this.heads.headOf(room.threadId) ?? 0) > room.sentUpTo) this.schedule(room, pauseMilliseconds);
  }

  private async sendChanges(room: Room): Promise<void> {
    const { threadId } = room;
    const answer = await this.catchUp.after(threadId, room.sentUpTo, room.sentUpTo + 1);
    const { state } = answer;
    if (answer.reload === true) this.sendHead(threadId, state.head);
    else {
      const payload = { threadId, from: room.sentUpTo + 1, to: state.head, state, changes: answer.changes };
      this.tell(threadId, { name: 'thread:changes', payload });
    }
    room.sentUpTo = Math.max(room.sentUpTo, state.head);
  }

  private sendHead(threadId: string, head: number): void {
    this.tell(threadId, { name: 'thread:head', payload: { threadId, head, reading: this.readingIn(threadId) } });
  }

  private tell<Name extends keyof ServerEvents>(threadId: string, event: RoomEvent<Name>): void {
    if (this.io !== undefined) sendToRoom(this.io, threadRoom(threadId), event);
  }
}
