import type { ManyList } from '../../bulk/many-desk';
import type { Workplace } from '../../workplace';
import type { FoundComments } from './found-comments';
import type { FoundDecisions } from './found-decisions';
import type { searchActions } from './search-actions';
import type { SearchApi } from './search-api';

export interface SearchProps {
  workplace: Workplace;
  api: SearchApi;
  found: FoundComments;
  decisions: FoundDecisions;
  list: ManyList;
  actions: ReturnType<typeof searchActions>;
}
