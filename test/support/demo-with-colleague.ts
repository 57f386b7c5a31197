import { clientConfig } from '../../src/platform/database';
import { BrowserLike } from './browser-like';
import type { Demo } from './demo';
import { demoInBrowser, type TestBrowser } from './demo-in-browser';
import { databaseAt, onServer, startTestServer, type TestServer, templateName } from './test-server';

interface DemoWithColleague {
  demo: Demo;
  browser: TestBrowser;
  sql(statement: string): Promise<unknown>;
  /** Grace Colleague, who moderates the demo. */
  colleague(): Promise<BrowserLike>;
}

/** The demo on a database in which a colleague can be given a role. */
export function demoWithColleague(): DemoWithColleague {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    const { host, port, user, password } = server.address;
    const where = new URLSearchParams({ host });
    process.env.DATABASE_URL = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${templateName}?${where}`;
  }, 90_000);
  const { demo, browser } = demoInBrowser();
  // After the demo, which uses it.
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    await server.stop();
  });
  const sql = (statement: string): Promise<unknown> =>
    onServer(clientConfig(databaseAt(server.address, templateName)), (client) => client.query(statement));
  const colleague = async (): Promise<BrowserLike> => {
    const grace = await new BrowserLike(demo.serviceUrl).join('Grace Colleague');
    await sql(
      `insert into staff_role (id, reader_id, site_id, role)
       select gen_random_uuid(), r.id, s.id, 'moderator' from reader r, site s where r.name = 'Grace Colleague' and s.key = 'demo'`,
    );
    return grace;
  };
  return { demo, browser, sql, colleague };
}
