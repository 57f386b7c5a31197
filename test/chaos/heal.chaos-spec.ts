import { aPost } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { Demo } from '../support/demo';
import { LiveReader, until } from '../support/live-reader';

describe('open pages, while the service is killed and comes back', () => {
  let demo: Demo;
  const readers: LiveReader[] = [];

  beforeAll(async () => {
    demo = await new Demo().start();
  }, 90_000);
  afterAll(async () => {
    for (const reader of readers) reader.follower.stop();
    await demo.stop();
  });

  it('heal by themselves, with nothing acknowledged lost and nothing doubled', async () => {
    const { body: thread } = await new BrowserLike(demo.serviceUrl).get('/api/v1/sites/demo/threads/night-train');
    const writer = await new BrowserLike(demo.serviceUrl).join();
    const open = () => new LiveReader({ url: demo.serviceUrl, threadId: thread.id, headers: { origin: demo.serviceUrl } });
    readers.push(...Array.from({ length: 10 }, open));
    await until('all joined', () => readers.every(({ state }) => state !== undefined));
    const acknowledged: string[] = [];
    const post = async (): Promise<void> => {
      const answer = await writer.post(`/api/v1/threads/${thread.id}/comments`, aPost()).catch(() => undefined);
      if (answer?.status === 201) acknowledged.push(answer.body.own.id);
    };
    await Promise.all([post(), post(), post()]);
    const unanswered = [post(), post()];
    await demo.kill();
    await Promise.all(unanswered);
    await until('all noticed', () => readers.every(({ isConnected }) => !isConnected));
    await demo.boot();
    await post();
    const { body: truth } = await writer.get(`/api/v1/threads/${thread.id}/changes?after=0`);
    await until('all have the last change', () => readers.every(({ state }) => state?.head === truth.state.head), 35_000);
    const visible = truth.changes.filter(({ state }: { state: string }) => state !== 'gone').map(({ id }: { id: string }) => id);
    for (const reader of readers) {
      expect(reader.shown().map(({ id }) => id)).toEqual([...visible].sort());
      expect(reader.applied).toEqual([...new Set(reader.applied)].sort((one, other) => one - other));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(4);
    expect(visible).toEqual(expect.arrayContaining(acknowledged));
  }, 120_000);
});
