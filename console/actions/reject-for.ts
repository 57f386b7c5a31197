import type { ReasonView } from '../../contract/reasons';
import type { Workplace } from '../workplace';
import { messageOn } from '../writing/drafts';
import type { FrameAction } from './action';

/** The reason whose number was pressed while the sheet of reasons is open, whatever in it has the focus. */
export function reasonAction(key: string, { reasons }: Workplace): FrameAction | undefined {
  const reason = reasons.numbered(key);
  if (reason === undefined) return undefined;
  return {
    id: 'reject',
    isPossible: ({ overlays }) => overlays.getState().open === 'reasons',
    perform: (workplace) => rejectFor(workplace, reason),
  };
}

/** What the sheet was opened on, with what was written to its author; nothing where something else is in focus by now. */
export function rejectFor(workplace: Workplace, { id: reasonId }: Pick<ReasonView, 'id'>): void {
  const { about } = workplace.overlays.getState();
  const message = workplace.drafts.of(messageOn(about)).trim();
  workplace.show(null);
  if (workplace.queue.focused?.comment.id !== about) return;
  workplace.decisions.decide('reject', { reasonId, ...(message !== '' && { message }) });
}
