import { Button, Kbd, Popover, TextInput, UnstyledButton } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { limits } from '../../contract/limits';
import { type BuiltInReason, builtInReasons } from '../catalogues/built-in-reasons';
import { useWording } from './wording-context';

interface ReasonSheetProps {
  isOpen: boolean;
  /** The button it opens at. */
  children: ReactNode;
  onClose(): void;
  onReason(reason: string): void;
  onBuiltIn(reason: BuiltInReason): void;
}

/** Every rejection has a reason: one by its number, or one in words. */
export function ReasonSheet({ isOpen, children, ...reasons }: ReasonSheetProps): ReactNode {
  const { reasons: texts } = useWording().texts;
  return (
    <Popover opened={isOpen} onDismiss={reasons.onClose} position="top-start" width="min(26rem, calc(100vw - 2rem))">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={texts.title}>
        <Reasons {...reasons} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Reasons({ onClose, onReason, onBuiltIn }: Omit<ReasonSheetProps, 'isOpen' | 'children'>): ReactNode {
  const { reasons: texts } = useWording().texts;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    if (reason !== '') onReason(reason);
  };
  return (
    <div className="reasons">
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.hint}</p>
      <ol>
        {builtInReasons.map((reason, index) => (
          <li key={reason}>
            <UnstyledButton className="reason" data-autofocus={index === 0 || undefined} onClick={() => onBuiltIn(reason)}>
              <Kbd size="xs" aria-hidden="true">
                {index + 1}
              </Kbd>{' '}
              {texts[reason]}
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <form onSubmit={submit}>
        <TextInput name="reason" label={texts.own} maxLength={limits.decision.reasonMaxLength} autoComplete="off" />
        <div className="reason-buttons">
          <Button type="submit" color="red" variant="light">
            {texts.submit}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {texts.cancel}
          </Button>
        </div>
      </form>
    </div>
  );
}
