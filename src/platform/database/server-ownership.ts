import { Client, type ClientConfig } from 'pg';
import { advisoryLocks } from './advisory-locks';

/** A lock of the server's, held by a connection: nobody can forget to give it back, a killed process frees it at once. */
export interface Ownership {
  /** Settles when the server, or at least its connection that holds the lock, has gone. */
  lost: Promise<void>;
}

/** More than a server takes to notice that the owner was killed, or has gone on its own. */
const patience = '2s';

/** Somebody else uses the server and will stop it when done. */
export class AlreadyRunning extends Error {
  constructor(dataFolder: string) {
    super(`Parley is already running on the data folder ${dataFolder}: stop it first, or set PARLEY_DATA_DIR to another folder.`);
  }
}

/** Who owns the embedded server may stop it, and there is one at a time. */
export async function takeOwnership(connection: ClientConfig, dataFolder: string): Promise<Ownership> {
  const client = new Client({ ...connection, application_name: 'parley owner' });
  client.on('error', () => undefined);
  const lost = new Promise<void>((resolve) => client.once('end', resolve));
  await client.connect();
  try {
    await client.query(`set lock_timeout = '${patience}'`);
    await client.query('select pg_advisory_lock($1)', [advisoryLocks.ownership]);
    return { lost };
  } catch (error) {
    await client.end();
    throw (error as { code?: string }).code === '55P03' ? new AlreadyRunning(dataFolder) : error;
  }
}
