import type { BulkView } from '../../contract/bulk';
import { filled, type Wording } from '../catalogues/wording';
import { texts } from './texts';

/** How far a job is, in words. */
export function jobInWords(wording: Wording, view: BulkView): string {
  const words = texts[wording.language];
  const what = progressInWords(wording, view);
  return view.isPaused ? filled(words.paused, { what }) : what;
}

function progressInWords(wording: Wording, { phase, verdict, total, decided, passedOver, undone }: BulkView): string {
  const words = texts[wording.language];
  const doing = words.doing[verdict];
  const number = (count: number): string => wording.number(count);
  switch (phase) {
    case 'collecting':
      return filled(words.collecting, { doing, count: number(total) });
    case 'deciding':
      return filled(words.deciding, { doing, count: number(decided + passedOver), total: number(total) });
    case 'done':
      return listed(wording.plural(words.done[verdict], decided), passedOver > 0 && wording.plural(words.passedOver, passedOver));
    case 'undoing':
      return filled(words.undoing, { count: number(undone), total: number(decided) });
    case 'undone':
      return listed(wording.plural(words.undone, undone), decided > undone && wording.plural(words.left, decided - undone));
  }
}

function listed(...parts: (string | false)[]): string {
  return parts.filter(Boolean).join(', ');
}

/** How much of it is done; without a value while it is not known of how much. */
export function shareDone({ phase, total, decided, passedOver, undone }: BulkView): { value?: number; max: number } {
  switch (phase) {
    case 'collecting':
      return { max: 1 };
    case 'deciding':
      return { value: decided + passedOver, max: Math.max(1, total) };
    case 'undoing':
      return { value: undone, max: Math.max(1, decided) };
    case 'done':
    case 'undone':
      return { value: 1, max: 1 };
  }
}
