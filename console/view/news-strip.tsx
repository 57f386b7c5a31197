import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { lookAtWhatCameBack } from '../actions/look-at-what-came-back';
import { undo } from '../actions/undo';
import { isBad } from '../queue/acts';
import type { Workplace } from '../workplace';
import { ActionButton } from './action-button';
import { useWording } from './wording-context';

const button = { isPossible: true, variant: 'default', size: 'xs' } as const;

/** What happened last, always in the same place. */
export function NewsStrip({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const { news, undoable } = useStore(workplace.acts.store);
  const isShownBad = news !== null && (isBad(news) || news.kind === 'kept' || news.kind === 'editedSince');
  return (
    <div className="news" data-bad={isShownBad || undefined}>
      <p role="status">{news === null ? wording.texts.news.none : wording.news(news)}</p>
      {undoable > 0 && <ActionButton {...button} action={undo} onPerform={() => undo.perform(workplace)} />}
      {lookAtWhatCameBack.isPossible(workplace) && (
        <ActionButton
          {...button}
          action={lookAtWhatCameBack}
          label={wording.texts.news.look}
          onPerform={() => lookAtWhatCameBack.perform(workplace)}
        />
      )}
    </div>
  );
}
