import type { ComponentType } from 'react';
import type { Place } from '../places/place';
import type { Workplace } from '../workplace';

export interface PageProps {
  workplace: Workplace;
  /** Another page is made for another site or page. */
  place: Place;
}

export type LoadedPage = ComponentType<PageProps>;
