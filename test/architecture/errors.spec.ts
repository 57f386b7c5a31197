import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

describe('the errors', () => {
  it('are the ones docs/errors.md lists, with their status', () => {
    const inCode = filesBelow(join(root, 'src'))
      .filter((path) => path.endsWith('.errors.ts'))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/code: '(\w+)',\s*status: (\d+)/g)].map(([, code, status]) => `${code} ${status}`),
      );
    const inDocs = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| (\w+) \| (\d+) \|/gm)].map(
      ([, code, status]) => `${code} ${status}`,
    );
    expect(inCode.sort()).toEqual(inDocs.sort());
  });
});
