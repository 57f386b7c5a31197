import type { ReplayFailure, ReplayProposal, ReplayState } from '../../../contract/replays';
import type { Tally } from './tally';

/** A proposal that is run over the comments of a site. */
export interface Replay {
  id: string;
  siteId: string;
  askedBy: { id: string; name: string };
  askedAt: Date;
  endedAt: Date | null;
  since: Date;
  proposal: ReplayProposal;
  /** Of the policy it is compared with. */
  version: string;
  state: ReplayState;
  failure: ReplayFailure | null;
  total: number | null;
  done: number;
  /** Of the comment that was looked at last: the next batch begins after it. */
  lastId: string | null;
  tally: Tally;
}
