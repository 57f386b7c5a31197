import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { lchown, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { giveFolderTo, makePrivateFolder, ServerAccount } from './server-account';

export const superuserName = 'parley';
const passwordFileName = 'parley-password';

export interface ClusterRecipe {
  cluster: string;
  initdb: string;
  account: ServerAccount | undefined;
  isSynced: boolean;
}

async function isWholeCluster(cluster: string): Promise<boolean> {
  return (await stat(join(cluster, passwordFileName)).catch(() => undefined)) !== undefined;
}

export function readPassword(cluster: string): Promise<string> {
  return readFile(join(cluster, passwordFileName), 'utf8');
}

/**
 * Makes the cluster beside its place and renames it when complete, so only whole ones exist. Every starter works in a folder of its own:
 * of two that race, the first to rename wins and the other's work is dropped.
 */
export async function ensureCluster(recipe: ClusterRecipe): Promise<void> {
  if (!(await isWholeCluster(recipe.cluster))) await makeCluster(recipe);
  await giveFolderTo(recipe.account, recipe.cluster);
}

async function makeCluster(recipe: ClusterRecipe): Promise<void> {
  const staging = await mkdtemp(`${recipe.cluster}.init.`);
  try {
    await fillStaging(staging, recipe);
    await rename(join(staging, 'cluster'), recipe.cluster);
    await syncFolder(dirname(recipe.cluster));
  } catch (error) {
    if (await isWholeCluster(recipe.cluster)) return;
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    throw new Error(
      `${recipe.cluster} holds files that are no cluster of Parley's: move them away, or set PARLEY_DATA_DIR to another folder.`,
    );
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function fillStaging(staging: string, { initdb, account, isSynced }: ClusterRecipe): Promise<void> {
  await makePrivateFolder(staging, account);
  const [folder, passwordFile] = [join(staging, 'cluster'), join(staging, passwordFileName)];
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx', flush: isSynced });
  if (account) await lchown(passwordFile, account.uid, account.gid);
  const how = ['--auth=scram-sha-256', '--data-checksums', '--no-instructions', ...(isSynced ? [] : ['--no-sync'])];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  await run(initdb, [`--pgdata=${folder}`, `--username=${superuserName}`, `--pwfile=${passwordFile}`, ...how, ...locale], account);
  await rename(passwordFile, join(folder, passwordFileName));
  // A cluster in its place without its password would be nobody's for ever.
  if (isSynced) await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function run(program: string, programArguments: string[], account: ServerAccount | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { ...identity(account), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${basename(program)} ended with code ${code}:\n${output.join('').trim()}`)),
    );
  });
}

/** User and environment for PostgreSQL's programs: PG* variables meant for clients must not reach them. */
export function identity(account: ServerAccount | undefined): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env.PATH, LC_ALL: 'C' };
  return account ? { uid: account.uid, gid: account.gid, env } : { env };
}

/**
 * Removes what killed starts left half made. Call it when the server runs: a starter still busy in such a folder has lost its race,
 * fails, sees the whole cluster and reuses the server.
 */
export async function clearHalfMadeFolders(cluster: string): Promise<void> {
  const dataFolder = dirname(cluster);
  const halfMade = (await readdir(dataFolder)).filter((name) => /^postgres(-binaries-.*)?\.init(\.|$)/.test(name));
  for (const name of halfMade) await rm(join(dataFolder, name), { recursive: true, force: true }).catch(() => undefined);
}
