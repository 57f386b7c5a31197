import { EventEmitter } from 'node:events';
import type { Activity, Announced, OnlineFollowers } from '../announcements';
import type { Notices } from '../platform/database';
import type { Log } from '../platform/telemetry';
import { type LiveIo, readerRoom } from './live-socket';
import { ReaderChannel } from './reader-channel';
import { sendToRoom } from './send-to-room';

jest.mock('./send-to-room', () => ({ sendToRoom: jest.fn() }));
// Those timers are not among the fake ones.
jest.mock('node:timers/promises', () => ({ setTimeout: (wait: number) => new Promise((resolve) => setTimeout(resolve, wait)) }));

const [siteId, readerId] = ['site', 'anna'];
const announced: Announced = { siteId, inbox: [], feed: [], comments: [{ authorId: 'ben', topics: ['thread'], isNew: true }] };
const away = new Error('the database is away');

type NoticeListener = Parameters<Notices['on']>[0];

let channel: ReaderChannel;
let notice: NoticeListener;
let activity: jest.Mock<Promise<Activity[]>, [string[], Announced[]]>;
let places: jest.Mock<Promise<{ siteId: string; readerId: string }[]>>;
const hear = () => notice.heard(JSON.stringify(announced));
const told = () => jest.mocked(sendToRoom).mock.calls.map(([, , { name }]) => name);

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  jest.mocked(sendToRoom).mockClear();
  activity = jest.fn().mockResolvedValue([]);
  places = jest.fn().mockResolvedValue([{ siteId, readerId }]);
  const notices = { on: (listener: NoticeListener) => (notice = listener) } as unknown as Notices;
  channel = new ReaderChannel({ activity, places } as unknown as OnlineFollowers, notices, { warn: jest.fn() } as unknown as Log);
  channel.onModuleInit();
  const adapter = new EventEmitter();
  channel.attach({ of: () => ({ adapter }) } as unknown as LiveIo);
  adapter.emit('create-room', readerRoom(readerId));
});
afterEach(() => {
  channel.stop();
  jest.useRealTimers();
});

describe('what open pages are told', () => {
  it('is looked up once at a time, and the next time after a pause from its end, with all that was heard', async () => {
    let answer: (rows: Activity[]) => void = () => undefined;
    activity.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    for (let count = 0; count < 10; count += 1) {
      hear();
      await jest.advanceTimersByTimeAsync(300);
    }
    expect(activity).toHaveBeenCalledTimes(1);
    answer([{ readerId, siteId, added: 1 }]);
    await jest.advanceTimersByTimeAsync(200);
    expect([activity.mock.calls.length, told()]).toEqual([1, ['reader:activity']]);
    await jest.advanceTimersByTimeAsync(100);
    expect(activity.mock.calls.map(([, heard]) => heard.length)).toEqual([1, 9]);
  });

  it('is to ask, once, where that cannot be looked up, however often it cannot', async () => {
    activity.mockRejectedValue(away);
    places.mockRejectedValueOnce(away).mockRejectedValueOnce(away);
    for (let count = 0; count < 8; count += 1) {
      hear();
      await jest.advanceTimersByTimeAsync(300);
    }
    // At once, and after one second; the next is after two more.
    expect([places.mock.calls.length, told()]).toEqual([2, []]);
    activity.mockResolvedValue([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect([places.mock.calls.length, told()]).toEqual([3, ['inbox:changed', 'reader:activity']]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(places).toHaveBeenCalledTimes(3);
  });

  it('is to ask once more where something was missed while they were told so', async () => {
    notice.missed();
    notice.missed();
    notice.missed();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(places).toHaveBeenCalledTimes(2);
  });
});
