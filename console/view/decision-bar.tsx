import type { ReactNode } from 'react';
import type { Action } from '../actions/action';
import type { Workplace } from '../workplace';
import { ActionButton } from './action-button';
import { useWording } from './wording-context';

interface DecisionBarProps {
  workplace: Workplace;
  label: string;
  previous: Action;
  next: Action;
  /** A button for each decision. */
  children: ReactNode;
}

/** What there is to decide, and the ways to the next: where there is no room for both, their keys are enough. */
export function DecisionBar({ workplace, label, previous, next, children }: DecisionBarProps): ReactNode {
  const { held } = useWording().texts;
  const ways = [
    { action: previous, label: held.previous },
    { action: next, label: held.next },
  ];
  return (
    <div className="decisions" role="toolbar" aria-label={label}>
      <div className="choices">{children}</div>
      <div className="room-left">
        <div className="ways">
          {ways.map(({ action, label: shown }) => (
            <ActionButton
              key={action.id}
              variant="default"
              size="xs"
              action={action}
              label={shown}
              isPossible={action.isPossible(workplace)}
              onPerform={() => action.perform(workplace)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
