import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Workplace } from '../../workplace';
import { listOfQueue } from '../list-of-queue';
import { Many } from './many';

/** Of what is held: loaded after the first of it is shown. */
export function ManyHeld({ workplace }: { workplace: Workplace }): ReactNode {
  const { queue, acts, siteKey } = workplace;
  const { place } = useStore(workplace.places.store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing is selected any more on another site, or under another rule
  const list = useMemo(
    () => listOfQueue(queue, { acts, status: 'held', verdicts: ['publish', 'reject'], allOf: 'held' }),
    [queue, acts, siteKey, place?.id],
  );
  return <Many workplace={workplace} list={list} />;
}
