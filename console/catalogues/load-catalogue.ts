import type { LoadCatalogue } from './spoken';

/** English is there from the first; another language comes when somebody speaks it. */
export const loadCatalogue: LoadCatalogue = {
  de: () => import('./de').then(({ de }) => de),
};
