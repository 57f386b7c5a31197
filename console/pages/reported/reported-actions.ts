import type { PageAction } from '../../actions/page-action';
import type { HeldQueue } from '../../queue/held-queue';
import type { Workplace } from '../../workplace';
import type { ReportedDecisions } from './reported-decisions';
import { texts } from './texts';

/** Each has the name of its text. */
type ActionId = 'keep' | 'remove' | 'hold' | 'undo' | 'next' | 'previous' | 'article';

function named(id: ActionId, action: Omit<PageAction, 'id' | 'names'>): PageAction {
  return { id: `reported-${id}`, names: { en: texts.en[id], de: texts.de[id] }, ...action };
}

/** What there is to do with what was reported. */
export function reportedActions(workplace: Workplace, queue: HeldQueue, decisions: ReportedDecisions): Record<ActionId, PageAction> {
  const isPossible = (): boolean => decisions.isPossible();
  const isThere = (): boolean => queue.focused !== undefined;
  return {
    keep: named('keep', { key: 'e', decides: true, isPossible, perform: () => decisions.decide('keep') }),
    remove: named('remove', {
      key: 'r',
      decides: true,
      asksForReason: true,
      isPossible,
      perform: () => {
        if (!decisions.isFree()) return;
        void workplace.reasons.reload();
        workplace.show('verdict', queue.focused?.comment.id);
      },
    }),
    hold: named('hold', { key: 'h', decides: true, isPossible, perform: () => decisions.decide('hold') }),
    undo: named('undo', {
      key: 'u',
      decides: true,
      isPossible: () => decisions.recent.store.getState().undoable > 0,
      perform: () => void decisions.recent.undo(),
    }),
    next: named('next', { key: 'j', repeats: true, isPossible: isThere, perform: () => queue.move(1) }),
    previous: named('previous', { key: 'k', repeats: true, isPossible: isThere, perform: () => queue.move(-1) }),
    article: named('article', {
      key: 'o',
      isPossible: isThere,
      perform: () => void window.open(queue.focused?.comment.thread.url, '_blank', 'noopener'),
    }),
  };
}
