import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reactionKinds } from '../../contract/conversation';
import { type Language, languages } from '../../contract/embed';
import { frameProblemDocument } from '../../src/embed/frame-problem-document';
import { NotFound, TemporarilyUnavailable } from '../../src/platform/http';
import { catalogue as ar } from '../../widget/catalogues/ar';
import type { Catalogue } from '../../widget/catalogues/catalogue';
import { catalogue as de } from '../../widget/catalogues/de';
import { catalogue as en } from '../../widget/catalogues/en';
import { catalogue as es } from '../../widget/catalogues/es';
import { catalogue as fr } from '../../widget/catalogues/fr';
import { frameName } from '../../widget/loader/frame-address';

const catalogues: Record<Language, Catalogue> = { en, de, es, fr, ar };

const { errors, nameErrors, passwordErrors, ...texts } = en;

/** Everything of the widget but the catalogues themselves. */
const sources = readdirSync('widget', { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.spec)\.tsx?$/.test(path) && !/^catalogues\/(..|catalogue)\.ts/.test(path))
  .map((path) => readFileSync(join('widget', path), 'utf8'))
  .join('\n');

describe('words that readers see', () => {
  it.each(Object.keys(texts).filter((name) => !reactionKinds.some((kind) => kind === name)))('%s is said somewhere', (name) => {
    expect(new RegExp(`texts\\.${name}\\b|\\b${name}\\b[^=;]* = (wording\\.)?texts;`).test(sources)).toBe(true);
  });

  it('are there for refusals that there are', () => {
    const documented = readFileSync('docs/errors.md', 'utf8');
    for (const code of [errors, nameErrors, passwordErrors].flatMap(Object.keys)) expect(documented).toMatch(new RegExp(`\\b${code}\\b`));
  });

  it.each(languages)('are those of the catalogue where a frame has none yet, in %s', (language) => {
    const { title, tryAgain } = catalogues[language];
    expect(frameName({ dataset: { parleyLang: language } } as unknown as HTMLElement)).toBe(title);
    expect(frameProblemDocument(new TemporarilyUnavailable(), { language, theme: 'auto' })).toContain(`>${tryAgain}</a>`);
  });

  it.each([new TemporarilyUnavailable(), new NotFound()])('are translated in a frame that cannot be shown', (problem) => {
    const sentences = languages.map((language) => /<p>.*<\/p>/.exec(frameProblemDocument(problem, { language, theme: 'auto' }))?.[0]);
    expect(new Set(sentences).size).toBe(languages.length);
  });
});
