import type { FrameAction } from './action';
import { approve } from './approve';

/** Asks for the reason; the sheet of reasons does the rest. */
export const reject: FrameAction = {
  id: 'reject',
  key: 'r',
  decides: true,
  asksForReason: true,
  page: 'held',
  isPossible: approve.isPossible,
  perform: (workplace) => {
    if (!workplace.decisions.isFree()) return;
    void workplace.reasons.reload();
    workplace.show('reasons', workplace.queue.focused?.comment.id);
  },
};
