import { startTestServer, type TestServer } from './test-server';

declare global {
  var parleyTestServer: TestServer | undefined;
}

/** Starts the run's PostgreSQL once; workers find it through the environment they inherit. */
export default async function globalSetup(): Promise<void> {
  const server = await startTestServer();
  globalThis.parleyTestServer = server;
  process.env.PARLEY_TEST_SERVER = JSON.stringify(server.address);
}
