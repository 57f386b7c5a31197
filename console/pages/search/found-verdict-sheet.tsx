import { type ReactNode, useCallback } from 'react';
import { useStore } from 'zustand';
import type { Explanation } from '../../queue/decisions';
import { useWording } from '../../view/wording-context';
import { VerdictSheet } from '../verdict-sheet';
import type { SearchProps } from './search-props';
import { texts } from './texts';

/** Why a comment is rejected, or removed. */
export function FoundVerdictSheet({ workplace, decisions }: Pick<SearchProps, 'workplace' | 'decisions'>): ReactNode {
  const words = texts[useWording().language];
  const { open } = useStore(workplace.overlays);
  const { asked } = useStore(decisions.store);
  const decide = useCallback((explanation: Explanation) => decisions.decideAsked(explanation), [decisions]);
  if (open !== 'verdict' || asked === null) return null;
  const title = asked.verdict === 'remove' ? words.whyRemoved : words.whyRejected;
  return <VerdictSheet workplace={workplace} title={title} commentId={asked.comment.id} onDecide={decide} />;
}
