import { InputBase, NativeSelect } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import type { MacroView } from '../../../contract/sanctions';
import { useWording } from '../../view/wording-context';
import { texts as textsByLanguage } from './texts';

interface MessageFieldProps {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  /** Texts of the site that can be put in. */
  macros: readonly MacroView[];
  onChange(text: string): void;
  /** By Ctrl and Enter: Enter alone begins a line. */
  onDone(): void;
  /** It has the keyboard when it appears. */
  isFirst?: true;
  ref?: Ref<HTMLTextAreaElement>;
}

/** What is written to a reader, or about one. */
export function MessageField({ label, hint, value, maxLength, macros, onChange, onDone, isFirst, ref }: MessageFieldProps): ReactNode {
  const texts = textsByLanguage[useWording().language];
  const field = useRef<HTMLTextAreaElement>(null);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onDone();
  };
  const putIn = (id: string): void => {
    const macro = macros.find((other) => other.id === id);
    if (macro !== undefined) onChange(`${value}${value === '' || /\s$/.test(value) ? '' : '\n'}${macro.text}`.slice(0, maxLength));
    field.current?.focus();
  };
  return (
    <div className="message">
      <InputBase
        component="textarea"
        multiline
        dir="auto"
        data-autofocus={isFirst}
        rows={3}
        label={label}
        description={hint}
        maxLength={maxLength}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={pressed}
        ref={(element: HTMLTextAreaElement | null) => {
          field.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
      />
      {macros.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={texts.macros}
          data={[{ value: '', label: texts.macros }, ...macros.map(({ id, name }) => ({ value: id, label: name }))]}
          value=""
          onChange={({ currentTarget }) => putIn(currentTarget.value)}
        />
      )}
    </div>
  );
}
