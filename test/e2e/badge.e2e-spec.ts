import type { PublicAuthor } from '../../contract/conversation';
import { PostComment } from '../../src/comments/post-comment';
import type { ReaderActor } from '../../src/platform/access';
import { CreateSite } from '../../src/sites';
import { OpenThread, RegisterThread } from '../../src/threads';
import { aPost, aReader } from '../builders/conversation';
import { aStaffMember } from '../builders/staff';
import { startTestApp, type TestApp } from '../support/test-app';

const origin = 'https://news.example';

describe('the badge of those who run a site', () => {
  let server: TestApp;
  let siteId: string;
  let threadId: string;

  beforeAll(async () => {
    server = await startTestApp();
    await server.app.get(CreateSite, { strict: false }).execute({ key: 'news', name: 'The News', origins: [origin] });
    const page = { origin, articleKey: 'story', url: `${origin}/story`, title: 'A story', address: '192.0.2.1' };
    const { thread, site } = await server.app.get(OpenThread, { strict: false }).execute(page);
    await server.app.get(RegisterThread, { strict: false }).execute('news', 'story', { url: thread.url, title: thread.title });
    [siteId, threadId] = [site.id, thread.id];
  });
  afterAll(() => server.close());

  async function authorOfPost(author: ReaderActor): Promise<PublicAuthor | undefined> {
    const { view } = await server.app.get(PostComment, { strict: false }).execute(author, threadId, aPost());
    return view?.state === 'published' ? view.author : undefined;
  }

  async function authorInPage(author: ReaderActor): Promise<PublicAuthor | undefined> {
    const { comments } = await (await fetch(`${server.url}/api/v1/threads/${threadId}/comments`)).json();
    return comments.map((comment: { author: PublicAuthor }) => comment.author).find(({ id }: PublicAuthor) => id === author.readerId);
  }

  it.each(['staff', 'moderator', 'editor'] as const)('is there for its %s, in the answer and in pages', async (role) => {
    const member = await aStaffMember(server.sql, role, siteId);
    expect((await authorOfPost(member))?.badge).toBe('staff');
    expect((await authorInPage(member))?.badge).toBe('staff');
  });

  it('is there once for an administrator with a role on the site as well', async () => {
    const member = await aStaffMember(server.sql, 'administrator');
    await server.sql.query(`insert into staff_role (id, reader_id, site_id, role) values (gen_random_uuid(), $1, $2, 'staff')`, [
      member.readerId,
      siteId,
    ]);
    await authorOfPost(member);
    expect((await authorInPage(member))?.badge).toBe('staff');
    const { rows } = await server.sql.query('select 1 from comment where author_id = $1', [member.readerId]);
    expect(rows).toHaveLength(1);
  });

  it('is not there for readers, nor for staff of another site', async () => {
    const elsewhere = await server.app
      .get(CreateSite, { strict: false })
      .execute({ key: 'other', name: 'Other', origins: ['https://other.example'] });
    for (const reader of [await aReader(server.sql), await aStaffMember(server.sql, 'editor', elsewhere.id)]) {
      expect((await authorOfPost(reader))?.badge).toBeNull();
      expect((await authorInPage(reader))?.badge).toBeNull();
    }
  });

  it('is said in the frame, in the fragment, and to search engines', async () => {
    await authorOfPost(await aStaffMember(server.sql, 'staff', siteId));
    const frame = await (await fetch(`${server.url}/embed/thread?${new URLSearchParams({ origin, article: 'story', lang: 'de' })}`)).text();
    expect(frame).toMatch(/<span class="badge">Redaktion<\/span><\/h3>/);
    const fragment = await (await fetch(`${server.url}/sites/news/threads/story/comments.html?lang=fr`)).text();
    expect(fragment).toContain('</bdi> · Rédaction</h3>');
    expect(fragment).toContain(`"worksFor":{"@type":"Organization","url":"${origin}"}`);
  });
});
