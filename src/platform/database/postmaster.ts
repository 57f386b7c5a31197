import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The main process of a PostgreSQL server, as its lock file names it. The socket folder is empty until the server has one. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
}

export interface Leftovers {
  cluster: string;
  socketFolder: string;
  waitMilliseconds: number;
  log: (message: string, level: 'info') => void;
  signal: AbortSignal;
}

export type Answer = 'ready' | 'starting' | 'silent';

export const postgresPort = 5432;
const hasProcessFolders = existsSync('/proc/self/cwd');
const fastShutdownMilliseconds = 30_000;
const immediateShutdownMilliseconds = 10_000;
const firstAnswerMilliseconds = 2_000;

/** Part of the title of every server process of this cluster, so that its processes are known where working directories are hidden. */
export function clusterName(cluster: string): string {
  return `parley-${createHash('sha256').update(cluster).digest('hex').slice(0, 8)}`;
}

function lockFileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

export function socketPathIn(socketFolder: string): string {
  return join(socketFolder, `.s.PGSQL.${postgresPort}`);
}

/** The live server of this cluster, or undefined: a lock file alone proves nothing, its pid may be a zombie's or a stranger's. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const postmaster = await readLock(lockFileOf(cluster));
  return postmaster && (await isServing(postmaster.pid, cluster)) ? postmaster : undefined;
}

async function readLock(path: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? '' } : undefined;
}

async function isServing(pid: number, cluster: string): Promise<boolean> {
  return hasProcessFolders ? worksOn(pid, cluster) : isAlive(pid) && answersSoon(pid, cluster);
}

/** Docker's root may not read another user's working directory: there the command line, readable for all, tells. */
async function worksOn(pid: number, cluster: string): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== cluster) return false;
    const executable = await readlink(`/proc/${pid}/exe`);
    return basename(executable.replace(/ \(deleted\)$/, '')) === 'postgres';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return false;
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return commandLine.includes(`\0-D\0${cluster}\0`) || commandLine.startsWith(`postgres: ${clusterName(cluster)}:`);
  }
}

/** Without /proc the answer decides; a server a few milliseconds old has no socket yet, hence the patience. */
async function answersSoon(pid: number, cluster: string): Promise<boolean> {
  return until(async () => {
    const postmaster = await readLock(lockFileOf(cluster));
    return postmaster?.pid === pid && (await answerOf(postmaster)) !== 'silent';
  }, firstAnswerMilliseconds);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends a startup packet. A server that asks for a password is ready; the refusal 57P03 means it starts, recovers or stops. */
export function answerOf({ socketFolder }: Pick<Postmaster, 'socketFolder'>): Promise<Answer> {
  if (socketFolder === '') return Promise.resolve('silent');
  return new Promise((resolve) => {
    const socket = connect(socketPathIn(socketFolder));
    const settle = (answer: Answer): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(firstAnswerMilliseconds, () => settle('silent'));
    socket.on('connect', () => socket.write(startupPacket()));
    socket.on('data', (reply: Buffer) =>
      settle(reply.toString('latin1').startsWith('E') && reply.includes('C57P03') ? 'starting' : 'ready'),
    );
    socket.on('error', () => settle('silent'));
    socket.on('close', () => settle('silent'));
  });
}

function startupPacket(): Buffer {
  const protocolVersion = 0x00030000;
  const body = Buffer.from('user\0parley\0database\0postgres\0\0');
  const header = Buffer.alloc(8);
  header.writeInt32BE(header.length + body.length, 0);
  header.writeInt32BE(protocolVersion, 4);
  return Buffer.concat([header, body]);
}

/**
 * Makes way for a start after a kill. Backends that outlive their postmaster are waited for: two servers must never share a cluster.
 * A lock file of a dead server stays, since PostgreSQL checks by it that nobody is left; one that names a live stranger
 * would refuse the start for ever, and goes. Answers false when such backends are still there at the end of the wait,
 * or a racing starter has a server by now.
 */
export async function clearWhatAKilledServerLeft({ cluster, socketFolder, waitMilliseconds, log, signal }: Leftovers): Promise<boolean> {
  const locks = [lockFileOf(cluster), `${socketPathIn(socketFolder)}.lock`];
  if (!locks.some((path) => existsSync(path))) return true;
  const left = await findServerProcesses(cluster);
  if (left.length > 0) log(`waits for what a killed PostgreSQL left to end (processes ${left.join(', ')})`, 'info');
  const isDeserted = async (): Promise<boolean> => (await findServerProcesses(cluster)).length === 0;
  const isServed = async (): Promise<boolean> => (await findPostmaster(cluster)) !== undefined;
  await until(async () => signal.aborted || (await isServed()) || (await isDeserted()), waitMilliseconds);
  signal.throwIfAborted();
  if (!(await isDeserted())) return false;
  for (const path of locks) {
    const named = await readLock(path);
    if (named && isAlive(named.pid) && !(await isServing(named.pid, cluster))) await removeLock(path, named.pid);
  }
  return true;
}

export async function findServerProcesses(cluster: string): Promise<number[]> {
  if (!hasProcessFolders) return [];
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const isServerProcess = await Promise.all(pids.map((pid) => worksOn(pid, cluster)));
  return pids.filter((_, index) => isServerProcess[index]);
}

/** Taken aside before it is removed: a racing starter may have put the lock of a live server in its place. */
async function removeLock(path: string, strangersPid: number): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const isTaken = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!isTaken) return;
  if ((await readLock(aside))?.pid === strangersPid) await rm(aside);
  else await rename(aside, path);
}

/** Fast shutdown: transactions are rolled back, everything committed is written. Quiet when the server is already gone. */
export async function stopPostmaster(pid: number, cluster: string): Promise<void> {
  const isGone = async (): Promise<boolean> => !(await isStillThere(pid, cluster));
  if (await isGone()) return;
  sendSignal(pid, 'SIGINT');
  if (await until(isGone, fastShutdownMilliseconds)) return;
  sendSignal(pid, 'SIGQUIT');
  if (await until(isGone, immediateShutdownMilliseconds)) return;
  throw new Error(`PostgreSQL (process ${pid}) did not stop. Its data is safe; end the process by hand before the next start.`);
}

/** Unlike `findPostmaster` true during a shutdown too, where no socket answers any more. */
async function isStillThere(pid: number, cluster: string): Promise<boolean> {
  return hasProcessFolders ? worksOn(pid, cluster) : isAlive(pid) && (await readLock(lockFileOf(cluster)))?.pid === pid;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Polls until the condition holds; false when it never did in that time. */
export async function until(condition: () => Promise<boolean>, limitMilliseconds: number): Promise<boolean> {
  const end = performance.now() + limitMilliseconds;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(5);
  }
  return true;
}
