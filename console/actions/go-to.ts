import { factsOf, type PageName } from '../places/pages';
import type { FrameAction } from './action';

const goTo = (id: FrameAction['id'], page: PageName): FrameAction => ({
  id,
  key: `g ${factsOf(page).key}`,
  onlyWhilePossible: true,
  isPossible: (workplace) => workplace.mayUse(page),
  perform: (workplace) => workplace.goTo(page),
});

/** One for each page, in the order of the navigation. */
export const pageActions: readonly FrameAction[] = [
  goTo('goToHeld', 'held'),
  goTo('goToReported', 'reported'),
  goTo('goToSearch', 'search'),
  goTo('goToReaders', 'readers'),
  goTo('goToAppeals', 'appeals'),
  goTo('goToThreads', 'threads'),
  goTo('goToRules', 'rules'),
  goTo('goToBulk', 'bulk'),
  goTo('goToDecisions', 'decisions'),
  goTo('goToOverview', 'overview'),
  goTo('goToSettings', 'settings'),
  goTo('goToTeam', 'team'),
];
