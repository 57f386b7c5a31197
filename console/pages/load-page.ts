import type { PageName } from '../places/pages';
import type { LoadedPage } from './page-props';

/** Every page but the first is a part of the console that is loaded when somebody goes there. */
export const loadPage: Record<Exclude<PageName, 'held'>, () => Promise<LoadedPage>> = {
  reported: () => import('./reported/reported-page').then(({ ReportedPage }) => ReportedPage),
  search: () => import('./search/search-page').then(({ SearchPage }) => SearchPage),
  readers: () => import('./readers/readers-page').then(({ ReadersPage }) => ReadersPage),
  threads: () => import('./threads/threads-page').then(({ ThreadsPage }) => ThreadsPage),
  appeals: () => import('./appeals/appeals-page').then(({ AppealsPage }) => AppealsPage),
  rules: () => import('./rules/rules-page').then(({ RulesPage }) => RulesPage),
  bulk: () => import('./bulk/bulk-page').then(({ BulkPage }) => BulkPage),
  decisions: () => import('./decisions/decisions-page').then(({ DecisionsPage }) => DecisionsPage),
  overview: () => import('./overview/overview-page').then(({ OverviewPage }) => OverviewPage),
  settings: () => import('./settings/settings-page').then(({ SettingsPage }) => SettingsPage),
  team: () => import('./team/team-page').then(({ TeamPage }) => TeamPage),
};
