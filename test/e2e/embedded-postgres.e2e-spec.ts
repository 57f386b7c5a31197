import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { readEnv } from '../../src/config';
import { openDatabase } from '../../src/open-database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres';
import { findPlatformPackage, platformPackageName, preparePostgresBinaries } from '../../src/platform/database/postgres-binaries';
import { chooseServerAccount } from '../../src/platform/database/server-account';
import { silentLog } from '../support/test-server';

const isRoot = process.getuid?.() === 0;
const itAsRoot = isRoot ? it : it.skip;

const servers: EmbeddedPostgres[] = [];
const starts: Promise<EmbeddedPostgres>[] = [];
const processes: ChildProcess[] = [];
const folders: string[] = [];
const stoppedBackends: number[] = [];

afterEach(async () => {
  for (const backend of stoppedBackends.splice(0)) sendSignalIfAlive(backend, 'SIGCONT');
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  // A start still under way when its test failed must not make a server once the folder is gone.
  await Promise.allSettled(starts.splice(0));
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

function sendSignalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended, which is as well.
  }
}

async function aFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'parley-pg-')));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string, given: { log?: (message: string) => void; signal?: AbortSignal } = {}): Promise<EmbeddedPostgres> {
  const starting = startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' }, ...given });
  starts.push(starting);
  const server = await starting;
  servers.push(server);
  return server;
}

async function rowsOf(server: Pick<EmbeddedPostgres, 'connection'>, statement: string): Promise<unknown[]> {
  const client = new Client(server.connection);
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(statement).finally(() => client.end());
  return rows;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((done) => setImmediate(done));
}

async function untilGone(pid: number): Promise<void> {
  const isThere = (): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  await until(() => !isThere());
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await untilGone(pid);
}

/** A live process of the cluster's owner that is not PostgreSQL, as a reused pid would name it. */
async function aStranger(dataDir: string): Promise<number> {
  const { uid, gid } = await stat(join(dataDir, 'postgres'));
  const child = spawn('sleep', ['600'], { stdio: 'ignore', ...(isRoot ? { uid, gid } : {}) });
  processes.push(child);
  await once(child, 'spawn');
  return child.pid as number;
}

async function renamePidIn(lockFile: string, pid: number): Promise<void> {
  const [, ...others] = (await readFile(lockFile, 'utf8')).split('\n');
  await writeFile(lockFile, [pid, ...others].join('\n'));
}

interface RunElsewhere {
  run: ChildProcess;
  /** What it got: a server, or the sentence of the refusal. */
  got: Pick<EmbeddedPostgres, 'pid' | 'connection'> | string;
}

/** Runs Parley's supervisor in a process of its own, which then waits to be killed. */
async function aRunElsewhere(dataDir: string, settings: Record<string, string> = {}): Promise<RunElsewhere> {
  const source = resolve(__dirname, '../../src/platform/database/embedded-postgres.ts');
  const script = `
    const { transformFileSync } = require('@swc/core');
    const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
    require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
    const { startEmbeddedPostgres } = require(process.argv[1]);
    startEmbeddedPostgres({ dataDir: process.argv[2], log() {}, settings: ${JSON.stringify({ fsync: 'off', ...settings })} })
      .then(({ pid, connection }) => ({ pid, connection }), (error) => error.message)
      .then((got) => console.log(JSON.stringify(got)));
    process.stdin.resume();`;
  const run = spawn(process.execPath, ['-e', script, source, dataDir], {
    cwd: resolve(__dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(run);
  const [said] = (await once(run.stdout, 'data')) as [Buffer];
  return { run, got: JSON.parse(said.toString()) };
}

/** A server that belongs to nobody: its run was killed. */
async function aServerLeftAlone(dataDir: string, settings?: Record<string, string>): Promise<Pick<EmbeddedPostgres, 'pid' | 'connection'>> {
  const { run, got } = await aRunElsewhere(dataDir, settings);
  if (typeof got === 'string') throw new Error(got);
  run.kill('SIGKILL');
  await once(run, 'exit');
  return got;
}

describe('a start on an empty folder', () => {
  it('creates a cluster that can be used', async () => {
    const server = await start(await aFolder());

    expect(server.reused).toBe(false);
    expect(
      await rowsOf(
        server,
        `select current_database() as database, datlocprovider as provider, datlocale as locale
      from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ database: 'parley', provider: 'b', locale: 'C.UTF-8' }]);
  });

  it('keeps what protects the data switched on unless told otherwise', async () => {
    const dataDir = await aFolder();
    const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    servers.push(server);
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];

    const settings = await rowsOf(server, `select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`)})`);

    expect(settings).toHaveLength(names.length);
    expect(settings).toEqual(names.map(() => expect.objectContaining({ setting: 'on' })));
  });

  it('writes nothing of a row or a statement into its log, and nothing at all of what a client did wrong', async () => {
    const dataDir = await aFolder();
    const server = await start(dataDir);
    await rowsOf(server, 'create table person (email text unique)');
    const insert = `insert into person values ('canary@example.org')`;
    await rowsOf(server, insert);
    await expect(rowsOf(server, insert)).rejects.toThrow();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('canary');
    expect(log).not.toContain('duplicate key');
  });

  it('listens on a private socket only and asks for the password', async () => {
    const dataDir = await aFolder();
    const server = await start(dataDir);

    expect(await rowsOf(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(server.connection.host.startsWith(dataDir)).toBe(true);
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'postgres', 'parley-password'))).mode & 0o777).toBe(0o600);
    const intruder = { connection: { ...server.connection, password: 'guessed' } };
    await expect(rowsOf(intruder, 'select')).rejects.toMatchObject({ code: '28P01' });
  });

  it('puts the socket in a short private folder where the path is too long for one', async () => {
    const outer = await aFolder();
    await chmod(outer, 0o711);
    const dataDir = join(outer, 'a-very-long-name'.repeat(6));
    const server = await start(dataDir);
    folders.push(server.connection.host);

    expect(server.connection.host.startsWith(dataDir)).toBe(false);
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
    expect(await rowsOf(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('clears a cluster that a killed start left half made', async () => {
    const dataDir = await aFolder();
    await mkdir(join(dataDir, 'postgres.init', 'cluster'), { recursive: true });
    await mkdir(join(dataDir, 'postgres.init.AbCdEf', 'cluster'), { recursive: true });
    await writeFile(join(dataDir, 'postgres.init', 'cluster', 'PG_VERSION'), '18\n');

    const server = await start(dataDir);

    expect(server).toMatchObject({ reused: false });
    expect((await readdir(dataDir)).filter((name) => name.includes('.init'))).toEqual([]);
  });
});

describe('a start on a cluster that exists', () => {
  let dataDir: string;
  let left: Pick<EmbeddedPostgres, 'pid' | 'connection'>;

  beforeEach(async () => {
    dataDir = await aFolder();
    left = await aServerLeftAlone(dataDir);
    await rowsOf(left, 'create table kept as select generate_series(1, 100) as number');
  });

  it('takes over the server that a killed run left', async () => {
    const server = await start(dataDir);

    expect(server).toMatchObject({ reused: true, pid: left.pid });
    expect(await rowsOf(server, 'select count(*)::int from kept')).toEqual([{ count: 100 }]);
  });

  it('keeps the data of a server that was stopped', async () => {
    await (await start(dataDir)).stop();

    const second = await start(dataDir);

    expect(second.reused).toBe(false);
    expect(await rowsOf(second, 'select count(*)::int from kept')).toEqual([{ count: 100 }]);
  });

  itAsRoot('gives a cluster that root restored to its account, and nothing that a link in it points to', async () => {
    await (await start(dataDir)).stop();
    const [cluster, elsewhere] = [join(dataDir, 'postgres'), await aFolder()];
    await mkdir(join(elsewhere, 'folder'));
    await symlink(elsewhere, join(cluster, 'elsewhere'));
    const { uid } = await stat(cluster);
    await promisify(execFile)('chown', ['-R', '-h', 'root:root', cluster]);

    const server = await start(dataDir);

    expect(await rowsOf(server, 'select count(*)::int from kept')).toEqual([{ count: 100 }]);
    expect((await lstat(join(cluster, 'elsewhere'))).uid).toBe(uid);
    expect((await stat(join(elsewhere, 'folder'))).uid).toBe(0);
  });

  it('has every acknowledged row after the server was killed while it wrote', async () => {
    const writer = new Client(left.connection);
    writer.on('error', () => undefined);
    await writer.connect();
    let acknowledged = 100;
    const writing = (async () => {
      for (;;) {
        await writer.query('insert into kept values ($1)', [acknowledged + 1]);
        acknowledged += 1;
        if (acknowledged === 150) process.kill(left.pid, 'SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();

    const second = await start(dataDir);

    expect(second.reused).toBe(false);
    const [{ count }] = (await rowsOf(second, `select count(*)::int from kept where number <= ${acknowledged}`)) as [{ count: number }];
    expect(count).toBe(acknowledged);
  });

  it('waits for a backend that outlives its killed server', async () => {
    const busy = new Client(left.connection);
    busy.on('error', () => undefined);
    await busy.connect();
    const [{ pid: backend }] = (await busy.query('select pg_backend_pid() as pid')).rows;
    process.kill(backend, 'SIGSTOP');
    stoppedBackends.push(backend);
    await kill(left.pid);
    const logged: string[] = [];
    const starting = start(dataDir, { log: (message) => logged.push(message) });
    await until(() => logged.length > 0);

    expect(logged[0]).toContain('waits for what a killed PostgreSQL left');
    expect(servers).toEqual([]);
    process.kill(backend, 'SIGCONT');
    expect(await rowsOf(await starting, 'select count(*)::int from kept')).toEqual([{ count: 100 }]);
    await busy.end().catch(() => undefined);
  });

  it('starts where the lock files name a living stranger', async () => {
    await kill(left.pid);
    const stranger = await aStranger(dataDir);
    await renamePidIn(join(dataDir, 'postgres', 'postmaster.pid'), stranger);
    await renamePidIn(join(left.connection.host, '.s.PGSQL.5432.lock'), stranger);

    const second = await start(dataDir);

    expect(second.reused).toBe(false);
    expect(await rowsOf(second, 'select count(*)::int from kept')).toEqual([{ count: 100 }]);
    expect(process.kill(stranger, 0)).toBe(true);
  });

  it('is of one of the processes that race for it after a kill; the other is refused', async () => {
    await kill(left.pid);

    const [here, elsewhere] = await Promise.all([start(dataDir).catch((error: Error) => error.message), aRunElsewhere(dataDir)]);

    const refusals = [here, elsewhere.got].filter((got) => typeof got === 'string');
    expect(refusals).toEqual([expect.stringContaining('already running')]);
  });
});

describe('a server that runs', () => {
  it('is refused to a second run, with what to do, and serves the first as before', async () => {
    const dataDir = await aFolder();
    const server = await start(dataDir);

    await expect(start(dataDir)).rejects.toThrow(
      `Parley is already running on the data folder ${dataDir}: stop it first, or set PARLEY_DATA_DIR to another folder.`,
    );
    expect(await rowsOf(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is of one of the starters that race for an empty folder', async () => {
    const dataDir = await aFolder();

    const racers = await Promise.allSettled([start(dataDir), start(dataDir), start(dataDir)]);

    expect(racers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log', 'socket']);
    expect(await rowsOf(servers[0] as EmbeddedPostgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is started again, at the same address, when it was killed', async () => {
    const logged: string[] = [];
    const server = await start(await aFolder(), { log: (message) => logged.push(message) });
    const killed = server.pid;
    await kill(killed);

    await until(() => server.pid !== killed);

    expect(await rowsOf(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(logged).toContain('PostgreSQL has ended: it is started again');
  });

  it('stays the same, and this run its owner, when only the connection that owns it was ended', async () => {
    const server = await start(await aFolder());
    const { pid } = server;
    const owners = () => rowsOf(server, `select pid from pg_stat_activity where application_name = 'parley owner'`);
    const before = await owners();
    await rowsOf(server, `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley owner'`);

    await until(async () => {
      const now = await owners();
      return now.length === 1 && JSON.stringify(now) !== JSON.stringify(before);
    });

    expect(server.pid).toBe(pid);
  });

  it('is not started again when it was killed just before the stop', async () => {
    const server = await start(await aFolder());
    await kill(server.pid);

    await expect(server.stop()).resolves.toBeUndefined();
    await expect(rowsOf(server, 'select')).rejects.toThrow();
  });

  it('is stopped by whoever took it over from a killed run', async () => {
    const dataDir = await aFolder();
    const left = await aServerLeftAlone(dataDir);

    await (await start(dataDir)).stop();

    await expect(rowsOf(left, 'select')).rejects.toThrow();
  });

  it('is refused, and stopped, where a killed run left one too small for the pool; the next start has one that fits', async () => {
    const dataDir = await aFolder();
    await aServerLeftAlone(dataDir, { max_connections: '60' });
    const env = readEnv({ NODE_ENV: 'test', PARLEY_DATA_DIR: dataDir, DATABASE_POOL: '100' });
    const open = () => openDatabase(env, silentLog, new AbortController().signal);

    await expect(open()).rejects.toThrow(
      'PostgreSQL takes 57 connections of a service (max_connections less the reserved ones), and DATABASE_POOL=100 needs 106',
    );
    const next = await open();

    await next.close();
  });

  it('is not left behind by a start that was given up', async () => {
    const dataDir = await aFolder();
    const givenUp = new AbortController();
    const starting = start(dataDir, { signal: givenUp.signal }).catch((error: Error) => error.name);
    const lockFile = join(dataDir, 'postgres', 'postmaster.pid');
    await until(() => existsSync(lockFile));
    givenUp.abort();

    expect(await starting).toBe('AbortError');
    expect(existsSync(lockFile)).toBe(false);
  });
});

describe('a start that cannot be', () => {
  itAsRoot('names the folder PostgreSQL may not pass through and what to do', async () => {
    const closed = await aFolder();

    await expect(start(join(closed, 'data'))).rejects.toThrow(
      new RegExp(`runs as "\\w+".* may not pass through ${closed}\\. Set PARLEY_DATA_DIR .* /var/lib/parley, or .* chmod o\\+x ${closed}`),
    );
  });

  itAsRoot('leaves a closed folder with other things in it to its owner', async () => {
    const home = await aFolder();
    await writeFile(join(home, 'letters'), '');

    await expect(start(home)).rejects.toThrow(`may not pass through ${home}`);
    expect((await stat(home)).uid).toBe(0);
  });

  it('asks for an absolute folder', async () => {
    await expect(start('data')).rejects.toThrow('PARLEY_DATA_DIR must be an absolute path');
  });

  it('says what to do where the platform has no package', async () => {
    const packageName = platformPackageName('plan9', 'mips');

    await expect(findPlatformPackage(packageName)).rejects.toThrow(
      '@embedded-postgres/plan9-mips is not installed: set DATABASE_URL or reinstall with optional dependencies',
    );
  });

  it('does not touch a folder of somebody else in the place of the cluster', async () => {
    const dataDir = await aFolder();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'letters'), '');

    await expect(start(dataDir)).rejects.toThrow('holds files that are no cluster');
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['letters']);
  });
});

describe('the binaries', () => {
  itAsRoot('are copied to the data folder, links included, when PostgreSQL cannot reach the package', async () => {
    const [packageFolder, dataDir] = [await aFolder(), await aFolder()];
    for (const folder of ['bin', 'lib', 'share']) await mkdir(join(packageFolder, 'native', folder), { recursive: true });
    await writeFile(join(packageFolder, 'package.json'), '{"version":"1.2.3"}');
    await writeFile(join(packageFolder, 'native', 'bin', 'postgres'), 'binary', { mode: 0o700 });
    await writeFile(join(packageFolder, 'native', 'bin', 'initdb'), 'binary', { mode: 0o700 });
    await writeFile(join(packageFolder, 'native', 'lib', 'libpq.so.5.18'), 'library');
    await writeFile(
      join(packageFolder, 'native', 'pg-symlinks.json'),
      '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
    );

    const { postgres } = await preparePostgresBinaries(packageFolder, dataDir, await chooseServerAccount(join(dataDir, 'postgres')));

    expect(postgres).toBe(join(dataDir, 'postgres-binaries-1.2.3', 'native', 'bin', 'postgres'));
    expect((await stat(postgres)).mode & 0o777).toBe(0o755);
    expect(await readFile(join(dataDir, 'postgres-binaries-1.2.3', 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });
});
