import type { VNode } from 'preact';

export interface JoinFieldProps {
  name: string;
  label: string;
  value: string;
  autocomplete: string;
  type?: 'text' | 'email' | 'password';
  hint?: string;
  trouble?: string;
  onChange(value: string): void;
}

/** An input with its label, its hint, and what is wrong with it. */
export function JoinField({ name, label, value, autocomplete, type = 'text', hint, trouble, onChange }: JoinFieldProps): VNode {
  const id = `join-${name}`;
  const described = [trouble && `${id}-trouble`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="join-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        // The types of Preact want each kind of input written out.
        type={type as 'text'}
        required
        value={value}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        dir={type === 'text' ? 'auto' : 'ltr'}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {trouble && (
        <p class="refusal" id={`${id}-trouble`} role="alert">
          {trouble}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
