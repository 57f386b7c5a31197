import type { PageAction } from '../../actions/page-action';
import type { Workplace } from '../../workplace';
import type { FoundComments } from '../search/found-comments';
import type { FoundDecisions } from '../search/found-decisions';
import { searchActions } from '../search/search-actions';
import { texts } from './texts';

export type ReaderActions = Omit<ReturnType<typeof searchActions>, 'toText'> & { back: PageAction };

/** What there is to do on the page of a reader: what there is with any comment that was found, and the way back. */
export function readerActions(workplace: Workplace, found: FoundComments, decisions: FoundDecisions): ReaderActions {
  const { toText: _, ...actions } = searchActions(workplace, found, decisions);
  const back: PageAction = {
    id: 'reader-back',
    key: 'i',
    names: { en: texts.en.backHint, de: texts.de.backHint },
    isPossible: () => true,
    perform: () => workplace.places.goBack({ siteKey: workplace.siteKey, page: 'readers' }),
  };
  return { ...actions, back };
}
