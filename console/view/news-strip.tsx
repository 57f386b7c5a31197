import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { lookAtWhatCameBack } from '../actions/look-at-what-came-back';
import { undo } from '../actions/undo';
import type { Workplace } from '../workplace';
import { ActionButton } from './action-button';
import { useWording } from './wording-context';

/** What happened last, always in the same place. */
export function NewsStrip({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const { news, undoable } = useStore(workplace.decisions.store);
  const isBad = news?.kind === 'cameBack' || news?.kind === 'notTakenBack';
  const actions = [...(undoable > 0 ? [undo] : []), ...(lookAtWhatCameBack.isPossible(workplace) ? [lookAtWhatCameBack] : [])];
  return (
    <div className="news" data-bad={isBad || undefined}>
      <p role="status">{news === null ? wording.texts.news.none : wording.news(news)}</p>
      {actions.map((action) => (
        <ActionButton key={action.id} action={action} isPossible variant="default" size="xs" onPerform={() => action.perform(workplace)} />
      ))}
    </div>
  );
}
