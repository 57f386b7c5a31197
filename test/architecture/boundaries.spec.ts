import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { scripts } from '../../package.json';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');
const [, ...cruiseArguments] = scripts.boundaries.split(' ');
const cruisedFolders = cruiseArguments.slice(cruiseArguments.indexOf('.dependency-cruiser.cjs') + 1);

/** The names of the rules that a small tree of files breaks. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const tree = await mkdtemp(join(tmpdir(), 'parley-boundaries-'));
  try {
    await cp(join(root, '.dependency-cruiser.cjs'), join(tree, '.dependency-cruiser.cjs'));
    await cp(join(root, 'tsconfig.json'), join(tree, 'tsconfig.json'));
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(tree, path)), { recursive: true });
      await writeFile(join(tree, path), text);
    }
    // Folders that the tree has nothing in are there all the same: the cruise is the one of `npm run boundaries`.
    for (const folder of cruisedFolders) await mkdir(join(tree, folder), { recursive: true });
    const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const output = await run(process.execPath, [cruise, ...cruiseArguments, '--output-type', 'json'], {
      cwd: tree,
      maxBuffer: 32 * 2 ** 20,
    }).catch((error: { stdout: string }) => error);
    const { summary } = JSON.parse(output.stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort();
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

const door = 'export const door = 1;\n';

describe('the boundaries of the house', () => {
  it('let a module use the front door of one above it', async () => {
    const files = {
      'src/comments/use.ts': `import { door } from '../threads';\nexport const used = door;\n`,
      'src/threads/index.ts': door,
    };
    expect(await brokenRules(files)).toEqual([]);
  });

  it.each<[string, string, Record<string, string>]>([
    [
      'a module that knows one below it',
      'order-threads',
      { 'src/threads/use.ts': `export { door } from '../comments';\n`, 'src/comments/index.ts': door },
    ],
    [
      'a type that comes from below',
      'order-threads',
      {
        'src/threads/use.ts': `import type { Door } from '../comments';\nexport type Own = Door;\n`,
        'src/comments/index.ts': 'export type Door = 1;\n',
      },
    ],
    [
      'one of three neighbours that knows another',
      'order-reactions',
      { 'src/reactions/use.ts': `export { door } from '../moderation';\n`, 'src/moderation/index.ts': door },
    ],
    [
      'the embed that knows the server of the console',
      'order-embed',
      { 'src/embed/use.ts': `export { door } from '../console';\n`, 'src/console/index.ts': door },
    ],
    [
      'the ground that knows the forum',
      'order-platform',
      { 'src/platform/http/use.ts': `export { door } from '../../comments';\n`, 'src/comments/index.ts': door },
    ],
    [
      'a way in beside the front door',
      'front-door',
      { 'src/comments/use.ts': `export { door } from '../threads/inside';\n`, 'src/threads/inside.ts': door },
    ],
    [
      'a way in beside the front door, from the top',
      'front-door-from-top',
      { 'src/main.ts': `export { door } from './threads/inside';\n`, 'src/threads/inside.ts': door },
    ],
    [
      'a way into the ground beside its front door',
      'platform-front-door',
      { 'src/comments/use.ts': `export { door } from '../platform/http/inside';\n`, 'src/platform/http/inside.ts': door },
    ],
    [
      'a part of the ground inside another',
      'platform-parts',
      { 'src/platform/jobs/use.ts': `export { door } from '../http/inside';\n`, 'src/platform/http/inside.ts': door },
    ],
    [
      'a circle',
      'no-cycles',
      { 'src/comments/one.ts': `export { two as one } from './two';\n`, 'src/comments/two.ts': `export { one as two } from './one';\n` },
    ],
    ['TypeORM in a write', 'typeorm-only-at-the-database', { 'src/comments/post.ts': `export { DataSource } from 'typeorm';\n` }],
    ['Socket.IO outside live', 'socket-io-only-in-live', { 'src/comments/post.ts': `export { Server } from 'socket.io';\n` }],
    [
      'a policy that asks the database',
      'pure-rules',
      { 'src/comments/comment.policy.ts': `export { door } from '../platform/database';\n`, 'src/platform/database/index.ts': door },
    ],
    [
      'a migration that imports ours',
      'migrations-import-nothing',
      { 'migrations/one.ts': `export { door } from '../src/threads';\n`, 'src/threads/index.ts': door },
    ],
    [
      'a contract that imports',
      'contract-imports-nothing',
      { 'contract/one.ts': `export { door } from '../src/threads';\n`, 'src/threads/index.ts': door },
    ],
    [
      'a widget that knows the server',
      'widget-knows-the-contract-only',
      { 'widget/one.ts': `export { door } from '../src/threads';\n`, 'src/threads/index.ts': door },
    ],
    [
      'a component that knows a type of the server',
      'widget-knows-the-contract-only',
      {
        'widget/one.tsx': `import type { Door } from '../src/threads';\nexport const one = <p>{0 as Door}</p>;\n`,
        'src/threads/index.ts': 'export type Door = 0;\n',
      },
    ],
    [
      'a console that knows the server',
      'console-knows-the-contract-only',
      { 'console/one.ts': `export { door } from '../src/threads';\n`, 'src/threads/index.ts': door },
    ],
    [
      'a console that knows the widget',
      'console-knows-the-contract-only',
      { 'console/one.tsx': `import { door } from '../widget/door';\nexport const one = <p>{door}</p>;\n`, 'widget/door.ts': door },
    ],
    [
      'a widget that knows the console',
      'widget-knows-the-contract-only',
      { 'widget/one.ts': `export { door } from '../console/door';\n`, 'console/door.ts': door },
    ],
    [
      'an application that knows its tests',
      'no-test-code',
      { 'src/main.ts': `export { door } from '../test/door';\n`, 'test/door.ts': door },
    ],
  ])('refuse %s', async (_, rule, files) => {
    expect(await brokenRules(files)).toContain(rule);
  });
});
