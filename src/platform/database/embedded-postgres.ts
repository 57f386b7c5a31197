import { mkdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { launchPostmaster, prepareSocketFolder, startMilliseconds } from './launch-postmaster';
import { findPlatformPackage, preparePostgresBinaries } from './postgres-binaries';
import { clearHalfMadeFolders, ensureCluster, readPassword, superuserName } from './postgres-cluster';
import {
  answerOf,
  clearWhatAKilledServerLeft,
  findPostmaster,
  findServerProcesses,
  Postmaster,
  postgresPort,
  stopPostmaster,
  until,
} from './postmaster';
import { chooseServerAccount, openDataFolderTo, ServerAccount } from './server-account';

export interface EmbeddedPostgresOptions {
  /** PARLEY_DATA_DIR, an absolute path. The cluster lives in its folder `postgres`. */
  dataDir: string;
  log: (message: string) => void;
  /** Settings of PostgreSQL that replace those of a small server. Without effect on a server that is reused. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgresConnection {
  /** The folder of the unix socket. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export interface EmbeddedPostgres {
  readonly connection: EmbeddedPostgresConnection;
  /** Whether the server was already running: left by a killed run, or shared with another process. */
  readonly reused: boolean;
  readonly pid: number;
  /** Shuts the server down, reused or not; quiet when it is gone already. */
  stop(): Promise<void>;
}

interface Site {
  dataFolder: string;
  cluster: string;
  account: ServerAccount | undefined;
}

const databaseName = 'parley';
const retryPauseMilliseconds = 20;
const cannotConnectNow = new Set(['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);
const anotherServerIsThere = /lock file ".*" already exists|pre-existing shared memory block/;

/**
 * Runs PostgreSQL from its npm package: makes the cluster when there is none, reuses a live server, recovers from a kill.
 * Throws an Error with a sentence for the operator when it cannot.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const site = await prepareSite(options.dataDir);
  const end = performance.now() + startMilliseconds;
  while (performance.now() < end) {
    const server = (await reuse(site, options)) ?? (await start(site, options));
    if (server) return server;
  }
  throw new Error(
    `PostgreSQL could not be started in ${site.cluster} within ${startMilliseconds / 1000} seconds; see ${join(site.dataFolder, 'postgres.log')}.`,
  );
}

async function prepareSite(dataDir: string): Promise<Site> {
  if (!isAbsolute(dataDir)) throw new Error(`PARLEY_DATA_DIR must be an absolute path, and is "${dataDir}".`);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const dataFolder = await realpath(dataDir);
  const cluster = join(dataFolder, 'postgres');
  const account = await chooseServerAccount(cluster);
  await openDataFolderTo(account, dataFolder);
  return { dataFolder, cluster, account };
}

/** Undefined when no server runs, or the one found has ended before it could be used. */
async function reuse(site: Site, { log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres | undefined> {
  if (!(await findPostmaster(site.cluster))) return undefined;
  const postmaster = await answeringPostmaster(site.cluster);
  const server = postmaster && (await openServer(site, postmaster, { reused: true }));
  if (server) log(`reuses the running PostgreSQL (process ${server.pid})`);
  return server;
}

async function answeringPostmaster(cluster: string): Promise<Postmaster | undefined> {
  let postmaster: Postmaster | undefined;
  const isDecided = await until(async () => {
    postmaster = await findPostmaster(cluster);
    return !postmaster || (await answerOf(postmaster)) === 'ready';
  }, startMilliseconds);
  if (isDecided) return postmaster;
  throw new Error(
    `PostgreSQL (process ${postmaster?.pid}) holds ${cluster} but does not answer: end that process, then start Parley again.`,
  );
}

/** Undefined when another starter was first, or what a killed server left has yet to go: the caller looks again. */
async function start(site: Site, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres | undefined> {
  try {
    return await startServer(site, options);
  } catch (error) {
    if (await findPostmaster(site.cluster)) return undefined;
    throw error;
  }
}

async function startServer(site: Site, { log, settings = {} }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres | undefined> {
  const { postgres, initdb } = await preparePostgresBinaries(await findPlatformPackage(), site.dataFolder, site.account);
  if (!(await stat(site.cluster).catch(() => undefined))) log(`makes a PostgreSQL cluster in ${site.cluster}`);
  await ensureCluster({ cluster: site.cluster, initdb, account: site.account, isSynced: settings.fsync !== 'off' });
  const socketFolder = await prepareSocketFolder(site.dataFolder, site.account);
  if (!(await clearWhatAKilledServerLeft({ cluster: site.cluster, socketFolder, waitMilliseconds: startMilliseconds, log }))) {
    throw new Error(
      `A killed PostgreSQL left processes behind (${await findServerProcesses(site.cluster)}): end them, then start Parley again.`,
    );
  }
  const launch = await launchPostmaster({ ...site, socketFolder, postgres, settings });
  if (launch.kind === 'ended') {
    if (!anotherServerIsThere.test(launch.lines)) throw new Error(`PostgreSQL did not start:\n${launch.lines}`);
    await pause(retryPauseMilliseconds);
    return undefined;
  }
  await clearHalfMadeFolders(site.cluster);
  const server = await openServer(site, { pid: launch.pid, socketFolder }, { reused: false });
  if (server) log(`started PostgreSQL (process ${launch.pid})`);
  return server;
}

async function openServer(
  site: Site,
  { pid, socketFolder }: Postmaster,
  { reused }: { reused: boolean },
): Promise<EmbeddedPostgres | undefined> {
  const password = await readPassword(site.cluster);
  const connection = { host: socketFolder, port: postgresPort, user: superuserName, password, database: databaseName };
  try {
    await ensureDatabase(connection);
  } catch (error) {
    if (cannotConnectNow.has(codeOf(error))) return undefined;
    throw error;
  }
  return { connection, reused, pid, stop: () => stopPostmaster(pid, site.cluster) };
}

async function ensureDatabase(connection: EmbeddedPostgresConnection): Promise<void> {
  try {
    await runIn(connection, 'select');
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await runIn({ ...connection, database: 'postgres' }, `create database ${databaseName}`).catch(refuseUnlessMadeMeanwhile);
  }
}

/** 42P04 and 23505: a racing starter has just made the database. */
function refuseUnlessMadeMeanwhile(error: unknown): void {
  if (!['42P04', '23505'].includes(codeOf(error))) throw error;
}

async function runIn(connection: EmbeddedPostgresConnection, statement: string): Promise<void> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '');
}
