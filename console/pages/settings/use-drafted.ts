import { useStore } from 'zustand';
import type { Workplace } from '../../workplace';

export interface Drafted<Field extends string> {
  values: Record<Field, string>;
  keep(field: Field, text: string): void;
  /** What was sent, or is thrown away; what somebody has typed since stays. */
  drop(): void;
}

/** The fields of a form, as far as somebody has typed something else in them than is given; it stays until it is sent or thrown away. */
export function useDrafted<Field extends string>({ drafts }: Workplace, purpose: string, given: Record<Field, string>): Drafted<Field> {
  const kept = useStore(drafts.store);
  const fields = Object.keys(given) as Field[];
  const keyOf = (field: Field): string => `${purpose} ${field}`;
  return {
    values: Object.fromEntries(fields.map((field) => [field, kept[keyOf(field)] ?? given[field]])) as Record<Field, string>,
    keep: (field, text) => (text === given[field] ? drafts.drop(keyOf(field)) : drafts.keep(keyOf(field), text)),
    drop: () => {
      const now = drafts.store.getState();
      for (const key of fields.map(keyOf)) if (now[key] === kept[key]) drafts.drop(key);
    },
  };
}

/** Whether something was typed in a form and not sent, also while the form is not shown. */
export function useIsDrafted({ drafts }: Workplace, purpose: string): boolean {
  return useStore(drafts.store, (kept) => Object.keys(kept).some((key) => key.startsWith(`${purpose} `)));
}
