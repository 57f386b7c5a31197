import type { AuthorView } from './conversation';
import type { ChangeWordListRequest, ScreeningRule, ScreeningSettings, TriedChange } from './screening';

/** A change of the rules of a site, run over its comments of the last days as if it had been there. */

/** Settings that can be tried. Almost the same text cannot: what texts are compared with is kept for a day. */
export type TriedSettings = Omit<ScreeningSettings, 'repeatsOfReader' | 'repeatsOfOthers'>;

export interface TriedList extends Pick<ChangeWordListRequest, 'outcome' | 'isOn' | 'add' | 'remove'> {
  id: string;
}

/** Settings, a list, or both; what is not given stays as it is. */
export interface ReplayProposal {
  settings?: Partial<TriedSettings>;
  list?: TriedList;
}

/** With `version`: of the rules that were seen when it was proposed. */
export interface ReplayRequest extends ReplayProposal, TriedChange {}

export const screenedOutcomes = ['publish', 'hold', 'refuse'] as const;
/** What the rules make of a text. */
export type ScreenedOutcome = (typeof screenedOutcomes)[number];

export const peoplesDecisions = ['published', 'rejected', 'removed', 'left'] as const;
/** What people decided on a comment; `left`: nobody did, or nobody yet. */
export type PeoplesDecision = (typeof peoplesDecisions)[number];

/** More strictly than the rules that are on, or more mildly. */
export const replayChanges = ['stricter', 'milder'] as const;
export type ReplayChange = (typeof replayChanges)[number];

export interface ReplayCounts extends Record<ReplayChange, Record<PeoplesDecision, number>> {
  /** By the rules that are on. */
  before: Record<ScreenedOutcome, number>;
  /** By those that were proposed. */
  after: Record<ScreenedOutcome, number>;
}

export const replayStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;
export type ReplayState = (typeof replayStates)[number];

export const replayFailures = ['rules_changed', 'internal_error'] as const;
export type ReplayFailure = (typeof replayFailures)[number];

export interface ReplayView {
  id: string;
  state: ReplayState;
  /** Why it failed. */
  failure: ReplayFailure | null;
  proposal: ReplayProposal;
  /** Of the rules that it was compared with: what was tried is switched on with it, so that nothing is switched on unseen. */
  version: string;
  askedBy: AuthorView;
  /** ISO 8601. */
  askedAt: string;
  endedAt: string | null;
  /** Comments that were posted since then are looked at. */
  since: string;
  /** How many; null until they are counted. */
  total: number | null;
  done: number;
  counts: ReplayCounts;
}

export interface ReplayExample {
  commentId: string;
  before: ScreenedOutcome;
  after: ScreenedOutcome;
  /** By which it is judged otherwise: those that newly find something, or no more. */
  rules: ScreeningRule[];
  decided: PeoplesDecision;
  /** As it is now; null where its author has withdrawn it since. */
  comment: { author: AuthorView; text: string; postedAt: string; thread: { title: string; url: string } } | null;
}

export interface ReplayWithExamples extends ReplayView {
  /** The newest of each decision. */
  examples: Record<ReplayChange, ReplayExample[]>;
}

export interface ReplayList {
  /** Newest first. */
  replays: ReplayView[];
}
