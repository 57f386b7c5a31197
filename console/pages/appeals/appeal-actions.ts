import type { AppealOutcome } from '../../../contract/sanctions';
import type { PageAction } from '../../actions/page-action';
import type { Workplace } from '../../workplace';
import type { OpenAppeals } from './open-appeals';
import { texts } from './texts';

/** What there is to do with objections. The two decisions open their last step. */
export function appealActions(
  workplace: Workplace,
  appeals: OpenAppeals,
): Record<AppealOutcome | 'undo' | 'next' | 'previous' | 'article', PageAction> {
  const isThere = (): boolean => appeals.focused !== undefined;
  const deciding = (outcome: AppealOutcome, key: string): PageAction => ({
    id: outcome,
    key,
    decides: true,
    names: { en: texts.en[outcome], de: texts.de[outcome] },
    isPossible: () => isThere() && !appeals.focused?.isGone,
    perform: () => {
      appeals.ask(outcome);
      workplace.show('appeal');
    },
  });
  return {
    upheld: deciding('upheld', 'e'),
    overturned: deciding('overturned', 't'),
    undo: {
      id: 'undoOnReader',
      key: 'u',
      decides: true,
      names: { en: 'Undo', de: 'Rückgängig' },
      isPossible: () => appeals.recent.store.getState().undoable > 0,
      perform: () => void appeals.recent.undo(),
    },
    next: {
      id: 'nextAppeal',
      key: 'j',
      repeats: true,
      names: { en: 'Next objection', de: 'Nächster Einspruch' },
      isPossible: isThere,
      perform: () => appeals.move(1),
    },
    previous: {
      id: 'previousAppeal',
      key: 'k',
      repeats: true,
      names: { en: 'Previous objection', de: 'Voriger Einspruch' },
      isPossible: isThere,
      perform: () => appeals.move(-1),
    },
    article: {
      id: 'openArticleOfAppeal',
      key: 'o',
      names: { en: 'Open the article', de: 'Artikel öffnen' },
      isPossible: () => articleOf(appeals) !== undefined,
      perform: () => void window.open(articleOf(appeals), '_blank', 'noopener'),
    },
  };
}

function articleOf({ focused }: OpenAppeals): string | undefined {
  return focused?.item.comment?.thread.url;
}
