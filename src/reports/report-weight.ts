import type { ReasonGround } from '../../contract/reasons';

/** How a reader's last reports ended. */
export interface TrackRecord {
  upheld: number;
  dismissed: number;
}

/** What breaks the law counts twice. */
const lawFactor = 2;

/** Of a notice of illegal content: as of a report for the law by a reader who is always right. */
export const noticeWeight = lawFactor;

/** How much a report says: the share of a reader's reports that were upheld, by the rule of succession, which takes who never reported for half right. */
export function reportWeight({ upheld, dismissed }: TrackRecord, ground: ReasonGround): number {
  const trust = (upheld + 1) / (upheld + dismissed + 2);
  return ground === 'law' ? trust * lawFactor : trust;
}
