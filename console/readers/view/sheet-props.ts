import type { Workplace } from '../../workplace';
import type { Whose } from '../lift';

export interface ReaderSheetProps {
  workplace: Workplace;
  whose: Whose;
}
