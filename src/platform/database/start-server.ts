import { mkdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { launchPostmaster, prepareSocketFolder, startMilliseconds } from './launch-postmaster';
import { findPlatformPackage, preparePostgresBinaries } from './postgres-binaries';
import { clearHalfMadeFolders, ensureCluster, readPassword, superuserName } from './postgres-cluster';
import { answerOf, clearWhatAKilledServerLeft, findPostmaster, findServerProcesses, Postmaster, postgresPort, until } from './postmaster';
import { chooseServerAccount, openDataFolderTo, ServerAccount } from './server-account';
import { type Ownership, takeOwnership } from './server-ownership';

export interface StartOptions {
  log: (message: string, level: 'info' | 'error') => void;
  /** Settings of PostgreSQL that replace those of a small server. Without effect on a server that is reused. */
  settings?: Record<string, string>;
  /** Aborted: no server is wanted any more, and none that this start launched stays. */
  signal: AbortSignal;
}

export interface EmbeddedPostgresConnection {
  /** The folder of the unix socket. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** A server that answers and is this process's to stop. */
export interface OwnServer {
  connection: EmbeddedPostgresConnection;
  reused: boolean;
  pid: number;
  ownership: Ownership;
}

export interface Site {
  dataFolder: string;
  cluster: string;
  account: ServerAccount | undefined;
}

const databaseName = 'parley';
const retryPauseMilliseconds = 20;
const cannotConnectNow = new Set(['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);
const anotherServerIsThere = /lock file ".*" already exists|pre-existing shared memory block/;

/**
 * Starts PostgreSQL or takes over the one that runs: whichever, it is this process's from then on.
 * Throws an Error with a sentence for the operator when it cannot, AlreadyRunning when the server is somebody else's.
 */
export async function startServer(site: Site, options: StartOptions): Promise<OwnServer> {
  const end = performance.now() + startMilliseconds;
  while (performance.now() < end) {
    const server = (await reuse(site, options)) ?? (await launch(site, options));
    if (server) return server;
  }
  throw new Error(
    `PostgreSQL could not be started in ${site.cluster} within ${startMilliseconds / 1000} seconds; see ${join(site.dataFolder, 'postgres.log')}.`,
  );
}

export async function prepareSite(dataDir: string): Promise<Site> {
  if (!isAbsolute(dataDir)) throw new Error(`PARLEY_DATA_DIR must be an absolute path, and is "${dataDir}".`);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const dataFolder = await realpath(dataDir);
  const cluster = join(dataFolder, 'postgres');
  const account = await chooseServerAccount(cluster);
  await openDataFolderTo(account, dataFolder);
  return { dataFolder, cluster, account };
}

/** Undefined when no server runs, or the one found has ended before it could be used. */
async function reuse(site: Site, { log, signal }: StartOptions): Promise<OwnServer | undefined> {
  if (!(await findPostmaster(site.cluster))) return undefined;
  const postmaster = await answeringPostmaster(site.cluster, signal);
  const server = postmaster && (await openServer(site, postmaster, { reused: true }));
  if (server) log(`reuses the running PostgreSQL (process ${server.pid})`, 'info');
  return server;
}

async function answeringPostmaster(cluster: string, signal: AbortSignal): Promise<Postmaster | undefined> {
  let postmaster: Postmaster | undefined;
  const isDecided = await until(async () => {
    signal.throwIfAborted();
    postmaster = await findPostmaster(cluster);
    return !postmaster || (await answerOf(postmaster)) === 'ready';
  }, startMilliseconds);
  if (isDecided) return postmaster;
  throw new Error(
    `PostgreSQL (process ${postmaster?.pid}) holds ${cluster} but does not answer: end that process, then start Parley again.`,
  );
}

/** Undefined when another starter was first, or what a killed server left has yet to go: the caller looks again. */
async function launch(site: Site, options: StartOptions): Promise<OwnServer | undefined> {
  try {
    return await launchServer(site, options);
  } catch (error) {
    options.signal.throwIfAborted();
    if (await findPostmaster(site.cluster)) return undefined;
    throw error;
  }
}

async function launchServer(site: Site, { log, settings = {}, signal }: StartOptions): Promise<OwnServer | undefined> {
  const { postgres, initdb } = await preparePostgresBinaries(await findPlatformPackage(), site.dataFolder, site.account);
  if (!(await stat(site.cluster).catch(() => undefined))) log(`makes a PostgreSQL cluster in ${site.cluster}`, 'info');
  await ensureCluster({ cluster: site.cluster, initdb, account: site.account, isSynced: settings.fsync !== 'off' });
  const socketFolder = await prepareSocketFolder(site.dataFolder, site.account);
  if (!(await clearWhatAKilledServerLeft({ cluster: site.cluster, socketFolder, waitMilliseconds: startMilliseconds, log, signal }))) {
    throw new Error(
      `A killed PostgreSQL left processes behind (${await findServerProcesses(site.cluster)}): end them, then start Parley again.`,
    );
  }
  const launched = await launchPostmaster({ ...site, socketFolder, postgres, settings, signal });
  if (launched.kind === 'ended') {
    if (!anotherServerIsThere.test(launched.lines)) throw new Error(`PostgreSQL did not start:\n${launched.lines}`);
    await pause(retryPauseMilliseconds);
    return undefined;
  }
  await clearHalfMadeFolders(site.cluster);
  const server = await openServer(site, { pid: launched.pid, socketFolder }, { reused: false });
  if (server) log(`started PostgreSQL (process ${launched.pid})`, 'info');
  return server;
}

async function openServer(site: Site, { pid, socketFolder }: Postmaster, { reused }: { reused: boolean }): Promise<OwnServer | undefined> {
  const password = await readPassword(site.cluster);
  const connection = { host: socketFolder, port: postgresPort, user: superuserName, password, database: databaseName };
  try {
    return { connection, reused, pid, ownership: await ownDatabase(connection, site.dataFolder) };
  } catch (error) {
    if (hasEndedMeanwhile(error)) return undefined;
    throw error;
  }
}

function hasEndedMeanwhile(error: unknown): boolean {
  return cannotConnectNow.has(codeOf(error)) || (error instanceof Error && error.message.startsWith('Connection terminated'));
}

async function ownDatabase(connection: EmbeddedPostgresConnection, dataFolder: string): Promise<Ownership> {
  try {
    return await takeOwnership(connection, dataFolder);
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await createDatabase(connection);
    return takeOwnership(connection, dataFolder);
  }
}

/** 42P04 and 23505: a racing starter has just made it. */
async function createDatabase(connection: EmbeddedPostgresConnection): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`create database ${databaseName}`);
  } catch (error) {
    if (!['42P04', '23505'].includes(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '');
}
