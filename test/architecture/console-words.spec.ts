import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { en } from '../../console/catalogues/en';
import { commentStatuses, threadModes } from '../../contract/conversation';
import { standardReasons } from '../../contract/reasons';
import { replayChanges, replayFailures, replayStates } from '../../contract/replays';
import { finders, sanctionKinds } from '../../contract/sanctions';
import { screeningRules } from '../../contract/screening';
import { gaps } from '../../contract/search';
import { teamRoles } from '../../contract/team';

type Texts = { [name: string]: string | Texts };

/** Every text by its own name. */
function namesIn(texts: Texts): string[] {
  return Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [name] : namesIn(text)));
}

const sources = readdirSync('console', { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.spec)\.tsx?$/.test(path) && !/^catalogues\/(en|de|built-in-reasons)\.ts$/.test(path))
  .map((path) => readFileSync(join('console', path), 'utf8'))
  .join('\n');

/** Every text of the pages that are loaded when somebody goes there. */
const pageTexts = readdirSync('console/pages', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join('console/pages', entry.name, 'texts.ts')))
  .map(({ name }) => [name, require(resolve('console/pages', name, 'texts')).texts as { en: Texts; de: Texts }] as const);

/** What names of texts there are beside those that stand in the sources: by status, role, rule. */
const named = new Set<string>([
  ...commentStatuses,
  ...standardReasons,
  ...sanctionKinds,
  ...teamRoles,
  ...screeningRules,
  ...finders,
  ...threadModes,
  ...replayChanges,
  ...replayStates,
  ...replayFailures,
  ...gaps,
  'one',
  'other',
]);

describe('the words of the console', () => {
  it('are all said somewhere', () => {
    const names = [en, ...pageTexts.map(([, texts]) => texts.en)].flatMap(namesIn);
    const unsaid = names.filter((name) => !named.has(name) && !new RegExp(`\\.${name}\\b|'${name}'`).test(sources));
    expect(unsaid).toEqual([]);
  });

  it('of a page have the same places for values in both languages', () => {
    const places = (texts: Texts): unknown[] =>
      Object.entries(texts).map(([name, text]) => [name, typeof text === 'string' ? (text.match(/\{\w+\}/g) ?? []).sort() : places(text)]);
    expect(pageTexts.length).toBeGreaterThan(2);
    for (const [page, { en: english, de }] of pageTexts) expect([page, places(de)]).toEqual([page, places(english)]);
  });

  it('stand in no component', () => {
    const views = readdirSync('console', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
    const literals = views.flatMap((path) => {
      const text = readFileSync(join('console', path), 'utf8');
      return [...text.matchAll(/>\s*([A-Za-z][^<>{}=;()]*)<\/|(?:label|title|placeholder)="([^"]+)"/g)].map(
        ([match]) => `${path}: ${match}`,
      );
    });
    expect(literals).toEqual([]);
  });
});
