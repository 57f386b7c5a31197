import type { Catalogue } from '../catalogues/en';
import type { Action } from './action';

/** Those in whose names a word begins with each word of the query. */
export function actionsNamed(query: string, actions: readonly Action[], names: Catalogue['actions']): Action[] {
  const wanted = words(query);
  return actions.filter(({ id }) => wanted.every((start) => words(names[id]).some((word) => word.startsWith(start))));
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
