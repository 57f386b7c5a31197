import { type CommentOrder, type CommentPage, commentOrders } from '../contract/conversation';
import { assertCountersAreTrue, type SeededThread, seedThread } from './seed-thread';
import { HttpConnection, openConnections, requestText } from './support/http-connection';
import { asReader, fromReader } from './support/reader-address';
import { type SeededReader, seedReaders } from './support/seed-readers';
import { startApplication } from './support/server-process';
import { startDatabase } from './support/start-database';

/**
 * PAGES: four readers page through a thread of 100,000 comments over HTTP to its end, one in each order, while others keep voting on its
 * top-level comments. It fails when a reader gets a comment twice, or misses one.
 */
const comments = 100_000;
const voters = 4;

export async function run(): Promise<void> {
  const { sql, ...database } = await startDatabase();
  const readers = await seedReaders(sql, 4_000);
  const thread = await seedThread(sql, { comments, readers: readers.map(({ id }) => id) });
  await sql.query('vacuum analyze');
  const { rows } = await sql.query<{ id: string }>('select id from comment where thread_id = $1 and parent_id is null and visible', [
    thread.id,
  ]);
  const expected = new Set(rows.map(({ id }) => id));
  const { port } = await startApplication({ sql, ...database });
  const voting = new Voting(
    thread.publishedIds.filter((id) => expected.has(id)),
    readers,
  );
  const votes = voting.begin(await openConnections(port, voters));
  await Promise.all(commentOrders.map(async (order) => assertWhole(order, { expected, found: await readAll(port, thread, order) })));
  voting.isOver = true;
  const count = await votes;
  await assertCountersAreTrue(sql, thread.id);
  console.log(
    `${expected.size} top-level comments paged through in ${commentOrders.length} orders during ${count} votes: none twice, none missing`,
  );
}

function assertWhole(order: CommentOrder, { expected, found }: { expected: ReadonlySet<string>; found: string[] }): void {
  const distinct = new Set(found);
  const missing = [...expected].filter((id) => !distinct.has(id)).length;
  console.log(`${order}: ${found.length} read, ${found.length - distinct.size} twice, ${missing} missing`);
  if (found.length !== distinct.size || missing > 0) throw new Error(`${order} is not read whole`);
}

async function readAll(port: number, thread: SeededThread, order: CommentOrder): Promise<string[]> {
  const connection = await HttpConnection.open(port, 'keeps bodies');
  const found: string[] = [];
  let cursor: string | null = '';
  // Quicker than any reader, so each page from another address.
  for (let pages = 0; cursor !== null; pages += 1) {
    const path: string = `/api/v1/threads/${thread.id}/comments?order=${order}${cursor && `&cursor=${cursor}`}`;
    const { status, body } = await connection.send(requestText(`GET ${path}`, { headers: fromReader(pages) }));
    if (status !== 200) throw new Error(`a page was answered with ${status}`);
    const page = JSON.parse(body.toString()) as CommentPage;
    found.push(...page.comments.filter(({ depth }) => depth === 0).map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return found;
}

class Voting {
  isOver = false;
  private count = 0;

  constructor(
    private readonly commentIds: string[],
    private readonly readers: SeededReader[],
  ) {}

  async begin(connections: HttpConnection[]): Promise<number> {
    await Promise.all(connections.map((connection) => this.voteOn(connection)));
    return this.count;
  }

  private async voteOn(connection: HttpConnection): Promise<void> {
    while (!this.isOver) {
      const turn = this.count++;
      const reader = turn % this.readers.length;
      const headers = asReader(this.readers[reader]?.token, reader);
      const body = JSON.stringify({ kind: turn % 3 === 0 ? 'dislike' : 'like' });
      const line = `PUT /api/v1/comments/${this.commentIds[(turn * 7919) % this.commentIds.length]}/reaction`;
      const { status } = await connection.send(requestText(line, { headers, body }));
      if (status !== 200) throw new Error(`a vote was answered with ${status}`);
    }
  }
}
