import { MakeFirstAdministrator } from '../../src/auth';
import { SitesRepository } from '../../src/sites';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let administrator: BrowserLike;
let made = 0;

beforeAll(async () => {
  server = await startTestApp();
  administrator = new BrowserLike(server.url);
  const token = await server.app.get(MakeFirstAdministrator, { strict: false }).issueToken();
  const person = { email: administrator.email, password: 'correct horse battery', name: 'Chief' };
  await administrator.post('/api/v1/console/first-administrator', { token, ...person });
});
afterAll(() => server.close());

/** A site made through the API, with an origin nobody else has. */
async function aSite(given: { origins?: string[] } = {}): Promise<{ id: string; key: string; origin: string }> {
  made += 1;
  const key = `post-${made}`;
  const origins = given.origins ?? [`https://${key}.example`];
  const { body } = await administrator.post('/api/v1/sites', { key, name: `Post ${made}`, origins });
  return { id: body.id, key, origin: origins[0] ?? '' };
}

describe('the origins of sites', () => {
  const findByOrigin = (origin: string) => server.app.get(SitesRepository, { strict: false }).findSiteByOrigin(origin);

  it('lead to their site', async () => {
    const site = await aSite({ origins: ['https://one.example', 'https://www.one.example:8443'] });
    expect(await findByOrigin('https://www.one.example:8443')).toMatchObject({ id: site.id, key: site.key });
    expect(await findByOrigin('https://www.one.example')).toBeUndefined();
  });

  it('belong to one site only, also at the same moment', async () => {
    const answers = await Promise.all(
      ['alpha', 'beta', 'gamma'].map((key) =>
        administrator.post('/api/v1/sites', { key, name: key, origins: [`https://${key}.example`, 'https://shared.example'] }),
      ),
    );
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'origin_taken', 'origin_taken']);
    expect((await administrator.get('/api/v1/sites')).body.filter(({ key }: { key: string }) => /alpha|beta|gamma/.test(key))).toHaveLength(
      1,
    );
  });

  it('can be changed, and the ones given up are free for another site', async () => {
    const first = await aSite();
    const second = await aSite();
    const change = (key: string, body: object) => administrator.send('PATCH', `/api/v1/sites/${key}`, { body });
    expect((await change(second.key, { origins: [first.origin] })).body.code).toBe('origin_taken');
    expect(await findByOrigin(second.origin)).toMatchObject({ id: second.id });
    const moved = await change(first.key, { origins: ['https://moved.example'] });
    expect([moved.status, moved.body.name, moved.body.origins]).toEqual([200, `Post ${made - 1}`, ['https://moved.example']]);
    expect((await change(second.key, { origins: [first.origin] })).status).toBe(200);
    expect(await findByOrigin(first.origin)).toMatchObject({ id: second.id });
    expect((await change('nobody', { name: 'Nobody' })).status).toBe(404);
  });

  it.each(['https://one.example/', 'ftp://one.example', 'one.example', 'https://One.example', 'null'])('are never “%s”', async (origin) => {
    const answer = await administrator.post('/api/v1/sites', { key: 'wrong', name: 'Wrong', origins: [origin] });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_origin']);
  });
});
