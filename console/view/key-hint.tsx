import { Kbd } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { Action } from '../actions/action';
import { useWording } from './wording-context';

/** The key of an action, as it stands on the keyboard. Screen readers get it in the help sheet. */
export function KeyHint({ action }: { action: Pick<Action, 'key'> }): ReactNode {
  if (action.key === undefined) return null;
  return (
    <span className="key-hint" aria-hidden="true">
      <Keys pressed={action.key} />
    </span>
  );
}

/** What is pressed together, and after one another. */
export function Keys({ pressed }: { pressed: string }): ReactNode {
  const { keyNames } = useWording().texts;
  const nameOf = (key: string): string => keyNames[key as keyof typeof keyNames] ?? key.toUpperCase();
  return pressed.split(' ').map((together, index) => (
    <Fragment key={together}>
      {index > 0 && <span className="then">{keyNames.after}</span>}
      {together.split('+').map((key) => (
        <Kbd key={key} size="xs">
          {nameOf(key)}
        </Kbd>
      ))}
    </Fragment>
  ));
}
