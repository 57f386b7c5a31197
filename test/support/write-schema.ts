import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { clientConfig } from '../../src/platform/database';
import { describeSchema } from './describe-schema';
import { databaseAt, onServer, startTestServer, templateName } from './test-server';

/** Writes migrations/schema.sql from a freshly migrated database. */
async function writeSchema(): Promise<void> {
  const server = await startTestServer();
  try {
    const schema = await onServer(clientConfig(databaseAt(server.address, templateName)), describeSchema);
    await writeFile(resolve(process.cwd(), 'migrations/schema.sql'), schema);
  } finally {
    await server.stop();
  }
}

void writeSchema();
