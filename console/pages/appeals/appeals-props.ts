import type { Workplace } from '../../workplace';
import type { appealActions } from './appeal-actions';
import type { OpenAppeals } from './open-appeals';

export interface AppealsProps {
  workplace: Workplace;
  appeals: OpenAppeals;
  actions: ReturnType<typeof appealActions>;
}
