import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, pageNames } from '../../console/places/pages';

const root = join(__dirname, '../..');
const names: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', escape: 'Esc', space: 'Space', enter: 'Enter' };

/** As the documents write it: `Shift+J`, and `j` where it is pressed alone. */
const written = (key: string) => {
  const parts = key.split('+').map((part) => names[part] ?? part);
  return parts.length === 1 ? parts.join() : parts.map((part) => (part.length === 1 ? part.toUpperCase() : part)).join('+');
};

/** Every key that an action names, from the sources: many are made by the page that offers them. */
function keysOfActions(): string[] {
  const files = readdirSync(join(root, 'console'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => /^actions\/|actions\.ts$|-view\.tsx$/.test(name) && !/\.spec|\.builder/.test(name));
  return sources.flatMap((name) => {
    const source = readFileSync(join(root, 'console', name), 'utf8');
    return [...source.matchAll(/\bkey: '([^']+)'|\b(?:verdict|deciding)\('\w+', '([^']+)'\)/g)].map((found) => found[1] ?? found[2] ?? '');
  });
}

describe('the keys of the console', () => {
  const adr = readFileSync(join(root, 'docs/adr/0008-console.md'), 'utf8');
  const rows = adr.split('\n').filter((line) => line.startsWith('| `'));
  const keysIn = (line: string) => [...line.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');
  const told = rows.map((row) => row.split('|')[1] ?? '').flatMap(keysIn);
  const pages = rows.filter((row) => row.startsWith('| `g`')).flatMap((row) => keysIn(row.split('|')[2] ?? ''));
  const alone = [...new Set(keysOfActions().filter((key) => !key.includes(' ')))];
  /** Of the sheets, which have their own. */
  const ofSheets = ['1', '9', 'm', 'Ctrl+Enter'];

  it('are all in the decision record', () => {
    expect(alone.length).toBeGreaterThan(25);
    expect(alone.map(written).filter((key) => !told.includes(key))).toEqual([]);
  });

  it('are no others than there are', () => {
    expect(told.filter((key) => ![...alone.map(written), ...ofSheets, 'g'].includes(key))).toEqual([]);
  });

  it('go to every page', () => {
    expect(pages.sort()).toEqual([...pageNames.map((page) => factsOf(page).key), 'n'].sort());
  });
});
