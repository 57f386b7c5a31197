import { chmod, chown, lchown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The unprivileged system user PostgreSQL runs as when this process is root, which PostgreSQL refuses. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

const preferredNames = ['postgres', 'nobody'];

/** Undefined means: PostgreSQL runs as the user of this process. An existing cluster keeps the owner it has. */
export async function chooseServerAccount(clusterFolder: string): Promise<ServerAccount | undefined> {
  const owner = await stat(clusterFolder).catch(() => undefined);
  const ownUid = process.getuid?.() ?? 0;
  if (ownUid !== 0) {
    if (!owner || owner.uid === ownUid) return undefined;
    throw new Error(
      `${clusterFolder} belongs to user id ${owner.uid}, and this process runs as user id ${ownUid}. ` +
        'Start Parley as the user it ran as before, or set PARLEY_DATA_DIR to another folder.',
    );
  }
  const accounts = parseAccounts(await readFile('/etc/passwd', 'utf8'));
  if (owner && owner.uid !== 0) {
    return accounts.find(({ uid }) => uid === owner.uid) ?? { name: `user id ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  for (const preferred of preferredNames) {
    const account = accounts.find(({ name }) => name === preferred);
    if (account) return account;
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and /etc/passwd names neither "postgres" nor "nobody". Add one, or set DATABASE_URL.',
  );
}

function parseAccounts(passwd: string): ServerAccount[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0);
}

/** The topmost folder on the way to `path`, itself included, that the account may not enter. Expects a path without links. */
export async function firstImpassableFolder(path: string, account: ServerAccount | undefined): Promise<string | undefined> {
  if (!account) return undefined;
  for (const folder of foldersDownTo(path)) {
    if (!(await isAllowed(folder, account, 0o1))) return folder;
  }
  return undefined;
}

/** `wanted` is one octal digit of a mode: 4 reads, 1 enters or executes. */
export async function isAllowed(path: string, account: ServerAccount, wanted: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

function foldersDownTo(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...foldersDownTo(parent), path];
}

/**
 * Makes the data folder passable for the account where that is ours to decide: a folder of root's that is empty or holds our files only.
 * Anything else (a home folder, say) is left as it is and refused with a sentence that says what to do.
 */
export async function openDataFolderTo(account: ServerAccount | undefined, dataFolder: string): Promise<void> {
  const blocked = await firstImpassableFolder(dataFolder, account);
  if (!account || !blocked) return;
  if (blocked === dataFolder && (await isOursToHandOver(dataFolder))) {
    await chown(dataFolder, account.uid, account.gid);
    await chmod(dataFolder, 0o700);
    return;
  }
  const isOpenedMeanwhile = !(await firstImpassableFolder(dataFolder, account));
  if (isOpenedMeanwhile) return;
  throw new Error(
    `PostgreSQL runs as "${account.name}" because it refuses root, and "${account.name}" may not pass through ${blocked}. ` +
      `Set PARLEY_DATA_DIR to a folder it can reach, for example /var/lib/parley, or allow it with: chmod o+x ${blocked}`,
  );
}

async function isOursToHandOver(dataFolder: string): Promise<boolean> {
  const names = await readdir(dataFolder);
  return (await stat(dataFolder)).uid === 0 && names.every((name) => /^(postgres|socket$)/.test(name));
}

/** Makes a folder only the account may enter, or gives it one that exists; links are not followed, the account may have planted them. */
export async function makePrivateFolder(folder: string, account: ServerAccount | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await lchown(folder, account.uid, account.gid);
}

/** Gives a folder and all in it to the account: a cluster restored by root from a copy belongs to root. */
export async function giveFolderTo(account: ServerAccount | undefined, folder: string): Promise<void> {
  if (!account || (await stat(folder)).uid === account.uid) return;
  await giveAllIn(folder, account);
  await lchown(folder, account.uid, account.gid);
}

/** What a link points to is not in the folder; a recursive `readdir` would follow it. */
async function giveAllIn(folder: string, account: ServerAccount): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveAllIn(path, account);
    await lchown(path, account.uid, account.gid);
  }
}
