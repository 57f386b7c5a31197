import { ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { FileHandle, lstat, mkdir, open, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identity } from './postgres-cluster';
import { answerOf, clusterName, findPostmaster, postgresPort, socketPathIn, until } from './postmaster';
import { firstImpassableFolder, makePrivateFolder, ServerAccount } from './server-account';

export interface LaunchPlan {
  dataFolder: string;
  cluster: string;
  socketFolder: string;
  postgres: string;
  account: ServerAccount | undefined;
  settings: Record<string, string>;
  /** Aborted: the server is told to stop, however far it is. */
  signal: AbortSignal;
}

/** What became of a launch: a server that answers, or the lines of one that ended. */
export type Launch = { kind: 'ready'; pid: number } | { kind: 'ended'; lines: string };

const longestSocketPath = 107;
const largestLogBytes = 10 * 1024 * 1024;
export const startMilliseconds = 120_000;

const settingsForASmallServer: Record<string, string> = {
  listen_addresses: '',
  shared_buffers: '128MB',
  // Twice the largest DATABASE_POOL, since a killed process may leave busy ones while the next opens its own; 20 for all else.
  max_connections: '220',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Its details and statements would put what readers wrote, and their addresses, into a file.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  // What a client did wrong the client is told; nothing here may grow while the server runs.
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

/** Starts PostgreSQL in a session of its own, so that the end of this process, however violent, is not the server's. */
export async function launchPostmaster(plan: LaunchPlan): Promise<Launch> {
  plan.signal.throwIfAborted();
  const log = await openLog(join(plan.dataFolder, 'postgres.log'));
  try {
    const { size: start } = await log.stat();
    const child = spawn(plan.postgres, ['-D', plan.cluster, ...settingArguments(plan)], {
      ...identity(plan.account),
      cwd: plan.cluster,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    const pid = await whenReady(child, plan);
    return pid ? { kind: 'ready', pid } : { kind: 'ended', lines: await readFrom(log, start) };
  } finally {
    await log.close();
  }
}

/** A later argument wins: callers may change what a small server gets, never how this supervisor finds and reaches it. */
function settingArguments({ cluster, socketFolder, settings }: LaunchPlan): string[] {
  const fixed = {
    port: String(postgresPort),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    cluster_name: clusterName(cluster),
    logging_collector: 'off',
  };
  return Object.entries({ ...settingsForASmallServer, ...settings, ...fixed }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The pid of the server once it answers, undefined when it ended before. A racing starter's server may answer on the same socket. */
async function whenReady(child: ChildProcess, { cluster, socketFolder, signal }: LaunchPlan): Promise<number | undefined> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const hasEnded = (): boolean => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  const isReady = async (): Promise<boolean> =>
    (await answerOf({ socketFolder })) === 'ready' && (await findPostmaster(cluster))?.pid === child.pid;
  const isDecided = await until(async () => {
    if (signal.aborted) child.kill('SIGINT');
    return hasEnded() || (!signal.aborted && (await isReady()));
  }, startMilliseconds);
  if (failure) throw new Error(`PostgreSQL could not be run: ${failure.message}`);
  if (!isDecided)
    throw new Error(
      `PostgreSQL (process ${child.pid}) still recovers after ${startMilliseconds / 1000} seconds; start Parley again later.`,
    );
  return hasEnded() ? undefined : child.pid;
}

async function openLog(path: string): Promise<FileHandle> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
  const log = await open(path, flags, 0o600);
  if ((await log.stat()).size > largestLogBytes) await log.truncate(0);
  return log;
}

async function readFrom(log: FileHandle, start: number): Promise<string> {
  const { size } = await log.stat();
  const { buffer, bytesRead } = await log.read(Buffer.alloc(Math.max(0, size - start)), 0, Math.max(0, size - start), start);
  return buffer.toString('utf8', 0, bytesRead).trim();
}

/** Inside the data folder, or a short private folder under the temporary one where the path would be too long for a socket. */
export async function prepareSocketFolder(dataFolder: string, account: ServerAccount | undefined): Promise<string> {
  const inside = join(dataFolder, 'socket');
  if (Buffer.byteLength(socketPathIn(inside)) <= longestSocketPath) {
    await makePrivateFolder(inside, account);
    return inside;
  }
  const temporary = await realpath(tmpdir());
  const blocked = await firstImpassableFolder(temporary, account);
  if (blocked)
    throw new Error(
      `PostgreSQL's socket cannot live under ${temporary}: "${account?.name}" may not pass through ${blocked}. Set PARLEY_DATA_DIR to a shorter path.`,
    );
  const short = join(temporary, `parley-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`);
  await mkdir(short, { mode: 0o700 }).catch(() => undefined);
  await refuseFolderOfOthers(short, account);
  await makePrivateFolder(short, account);
  return short;
}

/** Everybody may write to the temporary folder: a folder somebody else put there first is not to be trusted. */
async function refuseFolderOfOthers(folder: string, account: ServerAccount | undefined): Promise<void> {
  const { uid, mode } = await lstat(folder);
  const isOurs = uid === process.getuid?.() || uid === account?.uid;
  const isPrivate = (mode & constants.S_IFMT) === constants.S_IFDIR && (mode & 0o077) === 0;
  if (!isOurs || !isPrivate)
    throw new Error(`${folder} is not a private folder of ours: remove it, or set PARLEY_DATA_DIR to a shorter path.`);
}
