import { countedInProfile as most } from '../../contract/limits';
import type { PluralForms } from '../catalogues/catalogue';
import { filled, type Wording } from '../catalogues/wording';

/** How many there are, as far as the service counts them. */
export function counted(forms: PluralForms, count: number, wording: Wording): string {
  return count < most ? wording.plural(forms, count) : filled(forms.other, { count: `${wording.number(most)}+` });
}

/** With what the reader did since. Of so many that they are not all counted nobody sees one come or go. */
export function countedWith(count: number, change: number): number {
  return count < most ? Math.max(0, count + change) : count;
}
