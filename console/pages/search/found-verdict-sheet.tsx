import { type ReactNode, useCallback } from 'react';
import { useStore } from 'zustand';
import type { Explanation } from '../../queue/decisions';
import { useWording } from '../../view/wording-context';
import { VerdictSheet } from '../verdict-sheet';
import type { SearchProps } from './search-props';
import { texts } from './texts';

/** Why what is in focus is rejected, or removed. */
export function FoundVerdictSheet({ workplace, found, decisions }: Pick<SearchProps, 'workplace' | 'found' | 'decisions'>): ReactNode {
  const words = texts[useWording().language];
  const { open } = useStore(workplace.overlays);
  const verdict = decisions.isPossible('remove') ? 'remove' : 'reject';
  const decide = useCallback((explanation: Explanation) => decisions.decide(verdict, explanation), [decisions, verdict]);
  const { focused } = found;
  if (open !== 'verdict' || focused === undefined) return null;
  const title = verdict === 'remove' ? words.whyRemoved : words.whyRejected;
  return <VerdictSheet workplace={workplace} title={title} commentId={focused.id} onDecide={decide} />;
}
