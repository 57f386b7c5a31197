import { CreateSite } from '../../src/sites';
import { aReader } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const read = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(server.url + path, { headers, method });

describe('the page of the console', () => {
  it.each(['/console', '/console/sites/news/held', '/console/sites/news/team', '/console/sites/news/appeals/4711'])(
    'at %s runs nothing but its own files, and is framed by nobody',
    async (path) => {
      const { status, headers } = await read(path);
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]),
      );
      expect(policy).not.toMatch(/unsafe|nonce|https?:/);
      expect([headers.get('x-frame-options'), headers.get('cross-origin-resource-policy')]).toEqual(['SAMEORIGIN', 'same-origin']);
    },
  );

  it('names only files that are there and never change, with no script or style in itself', async () => {
    const html = await (await read('/console')).text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files.map((file) => file.replace(/-[\w-]{8}\./, '.'))).toEqual(['/console/assets/console.js', '/console/assets/console.css']);
    for (const file of files) {
      const { status, headers } = await read(file);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      const again = await read(file, { 'if-none-match': headers.get('etag') ?? '' });
      const head = await read(file, {}, 'HEAD');
      expect([again.status, head.status, head.headers.get('etag')]).toEqual([304, 200, headers.get('etag')]);
    }
  });

  it.each(['/console/assets/console.js', '/console/assets/..%2findex.html', '/console/nowhere'])('has nothing at %s', async (path) => {
    expect((await read(path)).status).toBe(404);
  });
});

describe('who is calling in the console', () => {
  it('learns the sites of their roles, and an administrator all', async () => {
    const create = server.app.get(CreateSite, { strict: false });
    const sites = await Promise.all(
      ['beta', 'alpha', 'gamma'].map((key) => create.execute({ key, name: `The ${key}`, origins: [`https://${key}.example`] })),
    );
    const [beta, alpha] = sites.map(({ id, key, name }) => ({ id, key, name }));
    const moderator = await aStaffMember(server.sql, 'moderator', beta?.id);
    await server.sql.query(`insert into staff_role (id, reader_id, site_id, role) values (gen_random_uuid(), $1, $2, 'staff')`, [
      moderator.readerId,
      alpha?.id,
    ]);
    const { body } = await (await aBrowser(server, moderator)).get('/api/v1/console/me');
    expect(body.sites).toEqual([alpha, beta]);
    expect(body.roles).toEqual(
      expect.arrayContaining([
        { role: 'moderator', siteId: beta?.id },
        { role: 'staff', siteId: alpha?.id },
      ]),
    );
    const all = await (await aBrowser(server, await aStaffMember(server.sql, 'administrator'))).get('/api/v1/console/me');
    expect(all.body.sites.map(({ key }: { key: string }) => key)).toEqual(expect.arrayContaining(['alpha', 'beta', 'gamma']));
    const nobody = await (await aBrowser(server, { ...(await aReader(server.sql)), audience: 'console' })).get('/api/v1/console/me');
    expect(nobody.body.sites).toEqual([]);
  });
});
