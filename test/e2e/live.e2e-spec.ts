import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { livePath } from '../../contract/live';
import { WhoIsCalling } from '../../src/auth';
import { EditComment } from '../../src/comments/edit-comment';
import { ListComments } from '../../src/comments/list-comments';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import { createApp } from '../../src/create-app';
import type { ReaderActor } from '../../src/platform/access';
import { SetReaction } from '../../src/reactions/set-reaction';
import { aPost, aReader, aThread } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { CuttableProxy } from '../support/cuttable-proxy';
import { LiveReader, until } from '../support/live-reader';
import { openRawLiveClient } from '../support/raw-live-client';
import { startTestApp, type TestApp } from '../support/test-app';
import { silentLog } from '../support/test-server';

const ownOrigin = 'http://localhost:4600';
const largestRoom = /parley_live_rooms\{state="largest"\} (\d+)/;

describe('live', () => {
  let test: TestApp;
  let threadId: string;
  let author: ReaderActor;
  const open: LiveReader[] = [];
  const sockets: Socket[] = [];

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    threadId = await aThread(test.sql);
    author = await aReader(test.sql);
  });
  afterEach(() => {
    for (const reader of open.splice(0)) reader.follower.stop();
    for (const socket of sockets.splice(0)) socket.disconnect();
  });
  afterAll(() => test.close());

  function aLiveReader(given: { url?: string; after?: number; headers?: Record<string, string> } = {}): LiveReader {
    const reader = new LiveReader({ url: test.url, threadId, ...given });
    open.push(reader);
    return reader;
  }

  function aSocket(headers: Record<string, string>, transports = ['websocket']): Socket {
    const socket = io(test.url, { path: livePath, transports, extraHeaders: headers, forceNew: true, reconnection: false });
    sockets.push(socket);
    return socket;
  }

  async function metric(line: RegExp): Promise<number> {
    return Number(line.exec(await (await fetch(`${test.url}/metrics`)).text())?.[1]);
  }

  const post = ({ by = author, ...given }: { by?: ReaderActor; parentId?: string; text?: string } = {}) =>
    test.app.get(PostComment, { strict: false }).execute(by, threadId, aPost(given));
  const react = (reader: ReaderActor, id: string, kind?: 'like' | 'dislike') =>
    test.app.get(SetReaction, { strict: false }).execute(reader, id, kind);

  const edit = (id: string, text: string) => test.app.get(EditComment, { strict: false }).execute(author, id, { revision: 1, text });
  const withdraw = (id: string) => test.app.get(WithdrawComment, { strict: false }).execute(author, id);

  /** More than posting one by one has the time for. */
  async function postMany(count: number): Promise<void> {
    const { rows } = await test.sql.query('update thread_head set head = head + $2 where thread_id = $1 returning head', [threadId, count]);
    await test.sql.query(
      `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body, posted_at)
       select id, $1, id, 0, $2, gen_random_uuid(), '', 'published', n, n, 'x', '[]', now()
         from (select gen_random_uuid() as id, n from generate_series($3::int + 1, $4::int) n) made`,
      [threadId, author.readerId, rows[0].head - count, rows[0].head],
    );
  }

  async function changesAfter(after: number) {
    const answer = await test.app.get(ListComments, { strict: false }).changes(threadId, after);
    if (answer.reload === true) throw new Error('too many to compare');
    return answer.changes;
  }

  async function freshSnapshot() {
    return (await changesAfter(0)).filter(({ state }) => state !== 'gone').sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  it('brings a new comment and a reply to who is looking', async () => {
    const reader = aLiveReader();
    await until('joined', () => reader.reading === 1);
    const { own } = await post({ text: 'First.' });
    await post({ parentId: own.id, text: 'Second.' });
    await until('both are there', () => reader.comments.size === 2 && reader.state?.head === 3);
    expect(reader.shown()).toEqual(await freshSnapshot());
    expect(reader.state).toMatchObject({ commentCount: 2, mode: 'open' });
  });

  it('counts who is reading, and gathers many changes into few frames', async () => {
    const socket = aSocket({ origin: ownOrigin });
    let frames = 0;
    socket.on('thread:changes', () => {
      frames += 1;
    });
    await socket.emitWithAck('thread:join', { threadId, after: 0 });
    const reader = aLiveReader();
    await until('both are counted', () => reader.reading === 2);
    await Promise.all(Array.from({ length: 40 }, () => post()));
    await until('all are there', () => reader.comments.size === 40);
    expect(frames).toBeLessThanOrEqual(10);
  });

  it('gathers reactions for a second', async () => {
    const { own } = await post();
    const socket = aSocket({ origin: ownOrigin });
    const frames: { to: number }[] = [];
    socket.on('thread:changes', (frame) => frames.push(frame));
    await socket.emitWithAck('thread:join', { threadId, after: 1 });
    const voters = await Promise.all(Array.from({ length: 12 }, () => aReader(test.sql)));
    for (const voter of voters) await react(voter, own.id, 'like');
    await until('the last like', () => frames.at(-1)?.to === 13);
    expect(frames.length).toBeLessThanOrEqual(3);
  });

  it('tells others that somebody writes, and lets no visitor say so', async () => {
    const { own } = await post();
    const watcher = aLiveReader();
    const visitor = aLiveReader();
    await until('both joined', () => watcher.state !== undefined && visitor.state !== undefined);
    const browser = await new BrowserLike(test.url).join();
    const writer = aLiveReader({ headers: { cookie: `__Host-parley=${browser.cookie('__Host-parley')}` } });
    await until('the writer joined', () => writer.state !== undefined);
    visitor.follower.typing(null);
    writer.follower.typing(own.id);
    await until('it is told', () => watcher.typing.length > 0);
    expect(watcher.typing).toEqual([own.id]);
    expect(writer.typing).toEqual([]);
  });

  it('ends the connection of a session that ends, within two seconds and in whatever process', async () => {
    const browser = await new BrowserLike(test.url).join();
    const headers = { cookie: `__Host-parley=${browser.cookie('__Host-parley')}` };
    const reader = aLiveReader({ headers });
    const visitor = aLiveReader();
    await until('joined', () => reader.reading > 0 && visitor.reading > 0);
    await test.sql.query(
      `update session set ended_at = now(), end_reason = 'sanction' where reader_id = (select id from reader where email = $1)`,
      [browser.email],
    );
    await until('told', () => reader.ended.length > 0, 2_000);
    expect(reader.ended).toEqual(['sanction']);
    await until('back as a visitor', () => reader.connections === 2 && reader.isConnected);
    expect(visitor.connections).toBe(1);
    await post();
    await until('it goes on reading', () => reader.comments.size === 1);
  });

  it('lets who was refused at first in a little later, and says meanwhile that there is no connection', async () => {
    jest.spyOn(test.app.get(WhoIsCalling, { strict: false }), 'ofFrame').mockRejectedValueOnce(new Error('busy'));
    const reader = aLiveReader();
    await until('it is told', () => reader.losses === 1);
    await until('joined', () => reader.reading === 1);
  });

  it('says that there is no connection where there never was one', async () => {
    const proxy = await CuttableProxy.before(test.url);
    const { url } = proxy;
    await proxy.close();
    const reader = aLiveReader({ url });
    await until('it is told', () => reader.losses > 0);
    expect(reader.connections).toBe(0);
  });

  it('comes back when the service closes the connection while a question is under way', async () => {
    const changes = jest.spyOn(test.app.get(ListComments, { strict: false }), 'changes');
    changes.mockReturnValueOnce(new Promise(() => undefined));
    const browser = await new BrowserLike(test.url).join();
    const reader = aLiveReader({ headers: { cookie: `__Host-parley=${browser.cookie('__Host-parley')}` } });
    await until('it asks', () => changes.mock.calls.length === 1);
    await test.sql.query(
      `update session set ended_at = now(), end_reason = 'sanction' where reader_id = (select id from reader where email = $1)`,
      [browser.email],
    );
    await until('it is back', () => reader.connections === 2);
    changes.mockRestore();
  });

  it('sends who is too far behind back to the page, and goes on from there', async () => {
    await postMany(600);
    const reader = aLiveReader();
    await until('told to load again', () => reader.reloads === 1);
    expect(reader.state).toMatchObject({ head: 600 });
    await post();
    await until('the next change', () => reader.comments.size === 1);
    expect(reader.applied).toEqual([601]);
  });

  it('tells who is too far behind what was removed or edited of what they have, and nothing of what is new', async () => {
    const ids = [];
    for (const text of ['Stays.', 'Is edited.', 'Goes.', 'Goes from above its reply.']) ids.push((await post({ text })).own.id);
    const [stays, edited, goes, answered] = ids as [string, string, string, string];
    await post({ parentId: answered });
    const after = 6;
    await react(await aReader(test.sql), stays, 'like');
    await edit(edited, 'Was edited.');
    await withdraw(goes);
    await withdraw(answered);
    const missed = (await changesAfter(after)).filter(({ id }) => id !== stays);
    expect(missed.map(({ id, state }) => [id, state])).toEqual([
      [edited, 'published'],
      [goes, 'gone'],
      [answered, 'tombstone'],
    ]);
    await postMany(501);
    await edit((await post()).own.id, 'New, and edited.');
    const reader = aLiveReader({ after });
    await until('told what was missed', () => reader.reloads === 1);
    expect([...reader.comments.values()]).toEqual(missed);
    const told = await (await fetch(`${test.url}/api/v1/threads/${threadId}/changes?after=${after}`)).json();
    expect(told).toEqual({ state: reader.state, reload: true, changes: missed, to: reader.state?.head });
  });

  it('tells it bit by bit where too much was removed, and then what is left as usual', async () => {
    await postMany(1_200);
    await test.sql.query(`update comment set status = 'withdrawn', seq = seq + 1200 where thread_id = $1`, [threadId]);
    await test.sql.query('update thread_head set head = 2400 where thread_id = $1', [threadId]);
    const reader = aLiveReader({ after: 1_200 });
    await until('all is told', () => reader.comments.size === 1_200);
    expect([reader.reloads, reader.applied.length, reader.shown()]).toEqual([2, 200, []]);
    await post({ by: await aReader(test.sql) });
    await until('the next change', () => reader.shown().length === 1);
  });

  it('notices within two seconds what another process did', async () => {
    const other = await createApp({ env: test.env, logger: silentLog, connection: test.database.connection });
    try {
      const reader = aLiveReader();
      await until('joined', () => reader.reading === 1);
      await other.get(PostComment, { strict: false }).execute(author, threadId, aPost());
      await until('it is there', () => reader.comments.size === 1, 3_000);
    } finally {
      await other.close();
    }
  });

  it('drops a client that takes nothing any more, and keeps the others', async () => {
    const reader = aLiveReader();
    const { socket: slow, send } = await openRawLiveClient(test.url, ownOrigin);
    const closed = once(slow, 'close');
    send('40');
    send(`420["thread:join",${JSON.stringify({ threadId, after: 0 })}]`);
    slow.pause();
    await until('both are in the room', async () => (await metric(largestRoom)) === 2);
    await test.sql.query(
      `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body, posted_at)
       select id, $1, id, 0, $2, gen_random_uuid(), '', 'published', n, n, 'x', to_jsonb(array[repeat('x', 200000)]), now()
         from (select gen_random_uuid() as id, n from generate_series(1, 100) n) made`,
      [threadId, author.readerId],
    );
    await test.sql.query('update thread_head set head = 100 where thread_id = $1', [threadId]);
    await until('the other reader has everything', () => reader.comments.size === 100);
    await until('the slow one is out', async () => (await metric(largestRoom)) === 1);
    slow.resume();
    await closed;
    expect(reader.connections).toBe(1);
  }, 30_000);

  it('R3: brings every change to every connected reader, once and in order', async () => {
    const readers = Array.from({ length: 50 }, () => aLiveReader());
    await until('all joined', () => readers.every((reader) => reader.isConnected && reader.reading > 0));
    const writers = await Promise.all(Array.from({ length: 10 }, () => aReader(test.sql)));
    const postAs = test.app.get(PostComment, { strict: false });
    await Promise.all(
      writers.map(async (writer) => {
        let last: string | undefined;
        for (let number = 0; number < 25; number += 1) {
          const { own } = await postAs.execute(writer, threadId, aPost({ parentId: number % 3 === 0 ? undefined : last }));
          last = own.id;
          if (number % 4 === 0) await react(writer, own.id, 'like');
        }
      }),
    );
    const { rows } = await test.sql.query<{ head: string }>('select head from thread_head where thread_id = $1', [threadId]);
    const head = Number(rows[0]?.head);
    await until('all caught up', () => readers.every((reader) => reader.state?.head === head));
    const truth = await freshSnapshot();
    for (const reader of readers) {
      expect(reader.applied).toEqual([...new Set(reader.applied)].sort((one, other) => one - other));
      expect(reader.shown()).toEqual(truth);
      expect(reader.connections).toBe(1);
    }
  }, 60_000);

  it('R4: readers who were cut off catch up exactly within two seconds of being back', async () => {
    const proxies = await Promise.all(Array.from({ length: 20 }, () => CuttableProxy.before(test.url)));
    const readers = proxies.map((proxy) => aLiveReader({ url: proxy.url }));
    await until('all joined', () => readers.every((reader) => reader.reading > 0));
    let isWriting = true;
    const writing = (async () => {
      for (let number = 0; isWriting && number < 450; number += 1) {
        await post();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    const cut = new Set<number>();
    for (let round = 0; round < 12; round += 1) {
      const index = randomInt(readers.length);
      const proxy = proxies[index];
      const reader = readers[index];
      cut.add(index);
      if (round % 2 === 0) proxy?.reset();
      else {
        // A tunnel: nobody is told. The browser notices that it is online again; here the follower is told so.
        proxy?.silence();
        await new Promise((resolve) => setTimeout(resolve, 150));
        reader?.follower.reconnect();
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    isWriting = false;
    await writing;
    const { rows } = await test.sql.query<{ head: string }>('select head from thread_head where thread_id = $1', [threadId]);
    const head = Number(rows[0]?.head);
    await until('all are back', () => readers.every((reader) => reader.isConnected));
    await until('all caught up', () => readers.every((reader) => reader.state?.head === head), 2_000);
    const truth = await freshSnapshot();
    for (const reader of readers) expect(reader.shown()).toEqual(truth);
    for (const index of cut) expect(readers[index]?.connections).toBeGreaterThan(1);
    for (const reader of readers) reader.follower.stop();
    await Promise.all(proxies.map((proxy) => proxy.close()));
  }, 60_000);
});
