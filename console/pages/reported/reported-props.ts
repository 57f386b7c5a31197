import type { ManyList } from '../../bulk/many-desk';
import type { HeldQueue } from '../../queue/held-queue';
import type { Workplace } from '../../workplace';
import type { reportedActions } from './reported-actions';
import type { ReportedDecisions } from './reported-decisions';
import type { ReportedList } from './reported-list';

export interface ReportedProps {
  workplace: Workplace;
  list: ReportedList;
  queue: HeldQueue;
  decisions: ReportedDecisions;
  many: ManyList;
  actions: ReturnType<typeof reportedActions>;
}
