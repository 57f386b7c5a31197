import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import type { Action } from '../actions/action';
import { KeyHint } from './key-hint';
import { useWording } from './wording-context';

interface ActionButtonProps extends Pick<ButtonProps, 'variant' | 'color' | 'size' | 'leftSection'> {
  action: Action;
  isPossible: boolean;
  /** Where its name would be too long. */
  label?: string;
  /** Where it is switched on and off. */
  isOn?: boolean;
  onPerform(): void;
  ref?: Ref<HTMLButtonElement>;
}

/** An action as a button, with its key. What it opens may add to its attributes. */
export function ActionButton({ action, isPossible, label, isOn, onPerform, ...look }: ActionButtonProps): ReactNode {
  const wording = useWording();
  return (
    <Button {...look} onClick={onPerform} disabled={!isPossible} rightSection={<KeyHint action={action} />} aria-pressed={isOn}>
      {label ?? wording.action(action)}
    </Button>
  );
}
