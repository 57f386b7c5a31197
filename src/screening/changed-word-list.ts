import { limits } from '../../contract/limits';
import type { ChangeWordListRequest } from '../../contract/screening';
import { InvalidRequest } from '../platform/http';
import { TooManyWords } from './screening.errors';
import type { WordList } from './screening-settings.repository';
import { foldedTerm } from './words/term-patterns';

const { maxTermsPerList } = limits.screening;

/** The list with words added and taken out; what is not given stays as it is. @throws InvalidRequest, TooManyWords */
export function changedWordList(before: WordList, { add = [], remove = [], ...given }: ChangeWordListRequest): WordList {
  assertReadable(add);
  const removed = new Set(remove);
  const terms = [...new Set([...before.terms.filter((term) => !removed.has(term)), ...add])];
  if (terms.length > maxTermsPerList) throw new TooManyWords(`A list has at most ${maxTermsPerList} words. Begin another for the rest.`);
  return { ...before, ...given, terms };
}

/** @throws InvalidRequest */
function assertReadable(terms: readonly string[]): void {
  const unreadable = terms.find((term) => foldedTerm(term) === '');
  if (unreadable !== undefined)
    throw new InvalidRequest([{ field: 'add', detail: `“${unreadable}” has no letter: it would never be found` }]);
}
