import type { ReasonView } from '../../contract/reasons';
import type { SanctionView } from '../../contract/sanctions';
import type { Workplace } from '../workplace';
import { messageOn } from '../writing/drafts';
import type { Action } from './action';
import { liftable } from './lift-sanction';

/** What a number means in the sheet that lies over the page, whatever in it has the focus. */
export function numberAction(key: string, workplace: Workplace): Action | undefined {
  const { open } = workplace.overlays.getState();
  if (open === 'reasons') return inSheet('reject', workplace.reasons.numbered(key), rejectFor);
  if (open === 'sanction') return inSheet('sanction', /^[1-9]$/.test(key) ? key : undefined, ({ sanctions }) => sanctions.choose(key));
  if (open === 'lift') return inSheet('liftSanction', liftable(workplace)[Number(key) - 1], lift);
  return undefined;
}

function inSheet<Chosen>(
  id: 'reject' | 'sanction' | 'liftSanction',
  chosen: Chosen | undefined,
  take: (workplace: Workplace, chosen: Chosen) => void,
): Action | undefined {
  return chosen === undefined ? undefined : { id, isPossible: () => true, perform: (workplace) => take(workplace, chosen) };
}

/** With what was written to its author. */
export function rejectFor(workplace: Workplace, { id: reasonId }: Pick<ReasonView, 'id'>): void {
  const message = workplace.drafts.of(messageOn(workplace.queue.focused?.comment.id ?? '')).trim();
  workplace.show(null);
  workplace.decisions.decide('reject', { reasonId, ...(message !== '' && { message }) });
}

export function lift(workplace: Workplace, sanction: Pick<SanctionView, 'id'>): void {
  const { author, siteKey } = workplace;
  workplace.show(null);
  if (author !== undefined) void workplace.sanctions.lift(siteKey, author, sanction);
}
