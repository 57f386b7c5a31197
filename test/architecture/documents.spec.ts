import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The folders in one that git knows of. */
function foldersIn(path: string): string[] {
  const ignored = new Set(
    read('.gitignore')
      .split('\n')
      .map((line) => line.replace(/\/$/, '')),
  );
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignored.has(entry.name))
    .map(({ name }) => name);
}

describe('the documents', () => {
  it('show every folder of the house and every module of the server', () => {
    const architecture = read('ARCHITECTURE.md');
    expect(foldersIn('.').filter((name) => !architecture.includes(`\n${name}/ `))).toEqual([]);
    expect(foldersIn('src').filter((name) => !new RegExp(`^${name} {2,}`, 'm').test(architecture))).toEqual([]);
  });

  it.each([
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'README.md',
    'docs/adding-a-feature.md',
    'docs/events.md',
    'docs/errors.md',
    'docs/operating.md',
  ])('%s names only files that exist', (document) => {
    const named = [...read(document).matchAll(/`((?:src|test|contract|widget|migrations|bench|docs)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('list every event with those that hear it', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path: `src/${path}`, text: read(`src/${path}`) }));
    const events = files.flatMap(({ text }) => [...text.matchAll(/export const (\w+) = new EventType/g)].map(([, name = '']) => name));
    const inCode = events.map((event) => ({
      event,
      heardBy: files.filter(({ text }) => text.includes(`events.on(${event},`)).map(({ path }) => path),
    }));
    const inDocs = [...read('docs/events.md').matchAll(/^\| (\w+) \| .* \| (`.*) \|$/gm)].map(([, event = '', paths = '']) => ({
      event,
      heardBy: [...paths.matchAll(/`([^`]+)`/g)].map(([, path]) => path),
    }));
    const sorted = (list: { event: string; heardBy: (string | undefined)[] }[]) =>
      list.map(({ event, heardBy }) => `${event}: ${heardBy.sort().join(', ')}`).sort();
    expect(sorted(inCode)).toEqual(sorted(inDocs));
  });
});
