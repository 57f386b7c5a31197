import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Action } from '../actions/action';
import { useWording } from './wording-context';

/** The key of an action, as it stands on the keyboard. Screen readers get it in the help sheet. */
export function KeyHint({ action }: { action: Pick<Action, 'key'> }): ReactNode {
  const { keyNames } = useWording().texts;
  if (action.key === undefined) return null;
  return (
    <span className="key-hint" aria-hidden="true">
      {action.key.split('+').map((part) => (
        <Kbd key={part} size="xs">
          {part === 'mod' ? keyNames.mod : part.toUpperCase()}
        </Kbd>
      ))}
    </span>
  );
}
