import type { ReactNode } from 'react';
import type { Place } from '../../places/place';
import type { Workplace } from '../../workplace';
import { ThreadView } from './thread-view';
import './threads.css';
import { ThreadsView } from './threads-view';

/** The threads of a site, or one of them. */
export function ThreadsPage({ workplace, place }: { workplace: Workplace; place: Place }): ReactNode {
  if (place.id === undefined) return <ThreadsView workplace={workplace} siteKey={place.siteKey} />;
  return <ThreadView key={place.id} workplace={workplace} place={place} id={place.id} />;
}
