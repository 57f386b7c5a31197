import type { ComponentType } from 'react';
import type { PageName } from '../places/pages';
import type { Place } from '../places/place';
import type { Workplace } from '../workplace';

export interface PageProps {
  workplace: Workplace;
  /** Another page is made for another site or page. */
  place: Place;
}

export type LoadedPage = ComponentType<PageProps>;

/** Every page but the first is a part of the console that is loaded when somebody goes there. */
export const loadPage: Record<Exclude<PageName, 'held'>, () => Promise<LoadedPage>> = {
  appeals: () => import('./appeals/appeals-page').then(({ AppealsPage }) => AppealsPage),
  rules: () => import('./rules/rules-page').then(({ RulesPage }) => RulesPage),
  decisions: () => import('./decisions/decisions-page').then(({ DecisionsPage }) => DecisionsPage),
  team: () => import('./team/team-page').then(({ TeamPage }) => TeamPage),
};
