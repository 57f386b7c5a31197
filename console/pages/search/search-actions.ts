import type { PageAction } from '../../actions/page-action';
import type { Workplace } from '../../workplace';
import type { FoundComments } from './found-comments';
import type { FoundDecisions } from './found-decisions';
import { type SearchTexts, texts } from './texts';

/** Each has the name of its text. */
type ActionId = 'publish' | 'refuse' | 'hold' | 'pick' | 'undo' | 'next' | 'previous' | 'toText' | 'article';

const deciding: readonly ActionId[] = ['publish', 'refuse', 'hold', 'pick', 'undo'];

function named(id: ActionId & keyof SearchTexts, action: Omit<PageAction, 'id' | 'names'>): PageAction {
  return { id: `found-${id}`, names: { en: texts.en[id], de: texts.de[id] }, ...(deciding.includes(id) && { decides: true }), ...action };
}

/** What there is to do with what was found. */
export function searchActions(workplace: Workplace, found: FoundComments, decisions: FoundDecisions): Record<ActionId, PageAction> {
  const isThere = (): boolean => found.focused !== undefined;
  const url = (): string | undefined => found.focused?.thread.url;
  return {
    publish: named('publish', { key: 'a', isPossible: () => decisions.isPossible('publish'), perform: () => decisions.decide('publish') }),
    refuse: named('refuse', {
      key: 'r',
      asksForReason: true,
      isPossible: () => decisions.isPossible('reject') || decisions.isPossible('remove'),
      perform: () => {
        decisions.askWhy();
        void workplace.reasons.reload();
        workplace.show('verdict');
      },
    }),
    hold: named('hold', { key: 'h', isPossible: () => decisions.isPossible('hold'), perform: () => decisions.decide('hold') }),
    pick: named('pick', {
      key: 'f',
      onlyWhilePossible: true,
      isPossible: () => workplace.mayEdit && decisions.isPickable(),
      perform: () => void decisions.pick(),
    }),
    undo: named('undo', {
      key: 'u',
      isPossible: () => decisions.recent.store.getState().undoable > 0,
      perform: () => void decisions.recent.undo(),
    }),
    next: named('next', { key: 'j', repeats: true, isPossible: isThere, perform: () => found.move(1) }),
    previous: named('previous', { key: 'k', repeats: true, isPossible: isThere, perform: () => found.move(-1) }),
    toText: named('toText', {
      key: '/',
      isPossible: () => true,
      perform: () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
    }),
    article: named('article', {
      key: 'o',
      isPossible: () => url() !== undefined,
      perform: () => void window.open(url(), '_blank', 'noopener'),
    }),
  };
}
