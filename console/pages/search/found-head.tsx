import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Wording } from '../../catalogues/wording';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { FoundComments, FoundCommentsState } from './found-comments';
import { texts } from './texts';

/** How many there are, and why there may be more; under a heading. */
export function FoundHead({ found, children }: { found: FoundComments; children: ReactNode }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const state = useStore(found.store);
  const { gaps, nextCursor, isUnderWay } = state;
  return (
    <div className="list-head">
      {children}
      <span className="quiet" role="status">
        {isUnderWay ? words.searching : countIn(wording, state)}
      </span>
      {gaps.map((gap) => (
        <p key={gap} className="found-gap">
          {words.gaps[gap]}
          {gap === 'took_too_long' && nextCursor !== null && (
            <Button size="compact-xs" variant="default" onClick={() => void found.loadMore()}>
              {words.goOn}
            </Button>
          )}
        </p>
      ))}
    </div>
  );
}

function countIn(wording: Wording, { count, phase }: FoundCommentsState): string {
  const words = texts[wording.language];
  if (phase !== 'ready') return '';
  if (count === null) return words.uncounted;
  return count.isMore ? filled(words.foundAtLeast, { count: wording.number(count.count) }) : wording.plural(words.found, count.count);
}
