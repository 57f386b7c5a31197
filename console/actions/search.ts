import type { Action } from './action';

/** Those in whose names a word begins with each word of the query. */
export function actionsNamed(query: string, actions: readonly Action[], nameOf: (action: Action) => string): Action[] {
  const wanted = words(query);
  return actions.filter((action) => wanted.every((start) => words(nameOf(action)).some((word) => word.startsWith(start))));
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
