import { Kbd, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface NumberedProps {
  label: string;
  choices: readonly { id: string; label: string; detail?: string }[];
  onChoose(digit: string): void;
}

/** What is chosen by its number, by the arrows, or by pointing; for Tab it is one thing. */
export function Numbered({ label, choices, onChoose }: NumberedProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  // After whatever opens has noted where the keyboard was; who writes already goes on writing.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!(document.activeElement instanceof HTMLTextAreaElement)) list.current?.querySelector('button')?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, []);
  const pressed = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const index = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(index + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <ol className="numbered" aria-label={label} ref={list} onKeyDown={pressed}>
      {choices.map(({ id, label: text, detail }, index) => (
        <li key={id}>
          <UnstyledButton
            className="choice"
            data-autofocus={index === 0 || undefined}
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => onChoose(String(index + 1))}
          >
            <Kbd size="xs" aria-hidden="true">
              {index + 1}
            </Kbd>
            <span dir="auto">{text}</span>
            {detail !== undefined && <span className="quiet">{detail}</span>}
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
