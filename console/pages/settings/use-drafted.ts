import { useStore } from 'zustand';
import type { Workplace } from '../../workplace';

export interface Drafted<Field extends string> {
  values: Record<Field, string>;
  keep(field: Field, text: string): void;
  /** What was sent, or is thrown away; what somebody has typed since stays. */
  drop(): void;
}

/**
 * The fields of a form, as far as somebody has typed something else in them than is given;
 * what was typed stays until it is sent or thrown away, for the one who typed it.
 */
export function useDrafted<Field extends string>(workplace: Workplace, purpose: string, given: Record<Field, string>): Drafted<Field> {
  const { drafts } = workplace;
  const kept = useStore(drafts.store);
  const begin = useBeginning(workplace, purpose);
  const fields = Object.keys(given) as Field[];
  const keyOf = (field: Field): string => `${begin}${field}`;
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
export function useIsDrafted(workplace: Workplace, purpose: string): boolean {
  const begin = useBeginning(workplace, purpose);
  return useStore(workplace.drafts.store, (kept) => Object.keys(kept).some((key) => key.startsWith(begin)));
}

function useBeginning({ session }: Workplace, purpose: string): string {
  return `${useStore(session.store, ({ me }) => me?.reader.id)} ${purpose} `;
}
