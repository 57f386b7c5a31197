import type { VNode } from 'preact';
import { Trouble } from './trouble';

export interface LineProps {
  id: string;
  name: string;
  label: string;
  type?: 'text' | 'email';
  maxLength?: number;
  autocomplete?: 'name' | 'email';
  /** What stands in it at first. */
  value?: string;
  trouble?: string;
}

/** A field of one line. */
export function Line({ id, name, label, type = 'text', maxLength, autocomplete, value, trouble }: LineProps): VNode {
  return (
    <div class="join-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        // The types of Preact want each kind of input written out.
        type={type as 'text'}
        dir={type === 'text' ? 'auto' : 'ltr'}
        maxLength={maxLength}
        defaultValue={value}
        autocomplete={autocomplete}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={trouble && `${id}-trouble`}
      />
      <Trouble id={id} trouble={trouble} />
    </div>
  );
}
