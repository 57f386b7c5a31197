import { Client, type ClientConfig } from 'pg';

const supported = { from: 150000, to: 190000 };
const mustBeOn = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Beside the pool: the one that listens for notices, the owner's of an embedded server, and the four of a process that migrates. */
const connectionsBesideThePool = 6;

/**
 * Refuses a server on which an acknowledged comment could be lost, or a version nobody tested.
 * @throws Error with a sentence for the operator.
 */
export async function assertServerIsSafe(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [
    ['server_version_num', 'server_encoding', ...mustBeOn],
  ]);
  const settings = new Map(rows.map((row) => [row.name, row.setting]));
  const version = Number(settings.get('server_version_num'));
  if (version < supported.from || version >= supported.to) {
    throw new Error(`PostgreSQL ${Math.floor(version / 10000)} is not supported: use a version from 15 to 18.`);
  }
  if (settings.get('server_encoding') !== 'UTF8') throw new Error('The database must be created with the encoding UTF8.');
  const off = mustBeOn.filter((name) => settings.get(name) === 'off');
  if (off.length > 0) {
    throw new Error(`PostgreSQL runs with ${off.join(', ')} off: an acknowledged comment could be lost. Switch it on and start again.`);
  }
}

/**
 * Refuses a server on which a full pool would turn readers away; one that a killed run of an older version left may be such, too.
 * @throws Error with a sentence for the operator.
 */
export async function assertServerTakes(poolSize: number, connection: ClientConfig): Promise<void> {
  const client = new Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ most: number }>(
      `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
              - coalesce(current_setting('reserved_connections', true)::int, 0) as most`,
    );
    const most = rows[0]?.most ?? 0;
    if (most >= poolSize + connectionsBesideThePool) return;
    throw new Error(
      `PostgreSQL takes ${most} connections of a service (max_connections less the reserved ones), and DATABASE_POOL=${poolSize} needs ${poolSize + connectionsBesideThePool}: ` +
        'set a smaller pool, or let the server take more, and start again.',
    );
  } finally {
    await client.end();
  }
}
