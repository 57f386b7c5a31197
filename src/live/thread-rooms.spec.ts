import type { Changes } from '../../contract/conversation';
import { Events } from '../platform/events';
import { type ThreadAct, ThreadHeads, threadMoved } from '../threads';
import { CatchUp } from './catch-up';
import { type LiveIo, type LiveSocket, threadRoom } from './live-socket';
import { ThreadRooms } from './thread-rooms';

const log = { error: jest.fn(), warn: jest.fn(), info: jest.fn(), debug: jest.fn() };
const threadId = '0193a000-0000-7000-8000-000000000001';

/** A room somebody is in, whose changes are read whenever the test says so. */
async function aRoom() {
  const events = new Events(log);
  const reads: (() => void)[] = [];
  let head = 0;
  const after = () => {
    const state = { head, commentCount: 0, mode: 'open' as const };
    return new Promise<Changes>((resolve) => reads.push(() => resolve({ state, changes: [] })));
  };
  const catchUp = { after } as unknown as CatchUp;
  const heads = { watch: () => () => undefined, headOf: () => head } as unknown as ThreadHeads;
  const sent: number[] = [];
  const somebody = { conn: { transport: {}, write: () => sent.push(performance.now()) } };
  const inRooms = new Map([[threadRoom(threadId), new Set(['somebody'])]]);
  const io = {
    of: () => ({ adapter: { on: () => undefined, rooms: inRooms }, sockets: new Map([['somebody', somebody]]) }),
  } as unknown as LiveIo;
  const rooms = new ThreadRooms(catchUp, heads, events, log);
  rooms.onModuleInit();
  rooms.attach(io);
  const answer = async (): Promise<void> => {
    reads.shift()?.();
    await jest.advanceTimersByTimeAsync(0);
  };
  const joining = rooms.join({ connected: true, join: async () => undefined } as unknown as LiveSocket, threadId, 0);
  await answer();
  await joining;
  const move = (act: ThreadAct): void => {
    head += 1;
    events.tell(threadMoved, { threadId, head, act });
  };
  return { sent, move, answer, wait: (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds) };
}

describe('the frames of a room', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([
    [['react'], 1_000],
    [['react', 'post', 'react'], 100],
  ] as [ThreadAct[], number][])('come a pause apart also when %j happened while the last one was read', async (acts, pause) => {
    const { sent, move, answer, wait } = await aRoom();
    await wait(10_000);
    move('post');
    await wait(0);
    for (const act of acts) move(act);
    await answer();
    await wait(pause - 1);
    await answer();
    expect(sent).toHaveLength(1);
    await wait(1);
    await answer();
    expect(sent).toHaveLength(2);
  });
});
