import type { BulkVerdict } from '../../contract/bulk-progress';
import type { PageAction } from '../actions/page-action';
import { isSelectable } from '../queue/selection';
import type { ManyDesk } from './many-desk';
import { type BulkTexts, texts } from './texts';

/** Each has the name of its text. */
type ActionId = 'select' | 'selectNext' | 'selectPrevious' | BulkVerdict | 'clear';

export interface ManyActions extends Record<ActionId, PageAction> {
  /** Where all of the list can be decided on at once. */
  all: PageAction | null;
}

function named(id: ActionId & keyof BulkTexts, action: Omit<PageAction, 'id' | 'names'>): PageAction {
  return { id: `many-${id}`, names: { en: texts.en[id], de: texts.de[id] }, ...action };
}

/** What there is to do with many comments of a list. */
export function manyActions(desk: ManyDesk): ManyActions {
  const { selection, list } = desk;
  const isThere = (): boolean => list.focusedId() !== null;
  const verdict = (id: BulkVerdict, key: string): PageAction =>
    named(id, { key, isPossible: () => desk.possible.includes(id), perform: () => desk.decide(id) });
  return {
    select: named('select', {
      key: 'x',
      isPossible: () => list.listed().some((comment) => comment.id === list.focusedId() && isSelectable(comment)),
      perform: () => selection.toggle(list.focusedId() ?? ''),
    }),
    selectNext: named('selectNext', { key: 'shift+j', repeats: true, isPossible: isThere, perform: () => selection.extend(1) }),
    selectPrevious: named('selectPrevious', { key: 'shift+k', repeats: true, isPossible: isThere, perform: () => selection.extend(-1) }),
    publish: verdict('publish', 'shift+a'),
    reject: verdict('reject', 'shift+r'),
    remove: verdict('remove', 'shift+d'),
    clear: named('clear', { key: 'escape', isPossible: () => selection.comments.length > 0, perform: () => selection.clear() }),
    all: allAction(desk),
  };
}

function allAction(desk: ManyDesk): PageAction | null {
  const { allOf } = desk.list;
  if (allOf === null) return null;
  return {
    id: 'many-all',
    names: { en: texts.en.all[allOf], de: texts.de.all[allOf] },
    key: 'shift+e',
    isPossible: () => desk.list.all() !== null,
    perform: () => desk.askForAll(),
  };
}

/** Those that the list has. */
export function offeredBy(actions: ManyActions, verdicts: readonly BulkVerdict[]): PageAction[] {
  const { publish, reject, remove, all, ...others } = actions;
  const decisions = { publish, reject, remove };
  return [...Object.values(others), ...verdicts.map((verdict) => decisions[verdict]), ...(all === null ? [] : [all])];
}
