import type { PageAction } from '../../actions/page-action';
import { isFocused, moveFocus } from './move-focus';
import { type ThreadTexts, texts } from './texts';

/** What the list, and the comments of a thread, have for the keyboard. */
const threadLinks = '[data-thread]';
export const pickButtons = '[data-pick]';
const searchField = '[data-search]';

const { en, de } = texts;

export function anAction(id: keyof ThreadTexts['actions'], action: Omit<PageAction, 'id' | 'names'>): PageAction {
  return { id, names: { en: en.actions[id], de: de.actions[id] }, ...action };
}

export function movingIn(selector: string): PageAction[] {
  const isPossible = (): boolean => document.querySelector(selector) !== null;
  return [
    anAction('next', { key: 'j', repeats: true, isPossible, perform: () => moveFocus(selector, 1) }),
    anAction('previous', { key: 'k', repeats: true, isPossible, perform: () => moveFocus(selector, -1) }),
  ];
}

export const listActions: readonly PageAction[] = [
  anAction('search', {
    key: '/',
    isPossible: () => true,
    perform: () => document.querySelector<HTMLElement>(searchField)?.focus(),
  }),
  ...movingIn(threadLinks),
];

export const picking = anAction('pick', {
  key: 'f',
  decides: true,
  isPossible: () => isFocused(pickButtons),
  perform: () => (document.activeElement as HTMLElement).click(),
});
