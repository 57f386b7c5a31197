import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../console/catalogues/en';
import { commentStatuses } from '../../contract/conversation';
import { standardReasons } from '../../contract/reasons';
import { sanctionKinds } from '../../contract/sanctions';

type Texts = { [name: string]: string | Texts };

/** Every text by its own name. */
function namesIn(texts: Texts): string[] {
  return Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [name] : namesIn(text)));
}

const sources = readdirSync('console', { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.spec)\.tsx?$/.test(path) && !/^catalogues\/(en|de|built-in-reasons)\.ts$/.test(path))
  .map((path) => readFileSync(join('console', path), 'utf8'))
  .join('\n');

describe('the words of the console', () => {
  it('are all said somewhere', () => {
    const byName = new Set<string>([...commentStatuses, ...standardReasons, ...sanctionKinds, 'one', 'other']);
    const unsaid = namesIn(en).filter((name) => !byName.has(name) && !new RegExp(`\\.${name}\\b|'${name}'`).test(sources));
    expect(unsaid).toEqual([]);
  });

  it('stand in no component', () => {
    const views = readdirSync('console/view').filter((path) => path.endsWith('.tsx'));
    const literals = views.flatMap((path) => {
      const text = readFileSync(join('console/view', path), 'utf8');
      return [...text.matchAll(/>\s*([A-Za-z][^<>{}=;()]*)<\/|(?:label|title|placeholder)="([^"]+)"/g)].map(
        ([match]) => `${path}: ${match}`,
      );
    });
    expect(literals).toEqual([]);
  });
});
