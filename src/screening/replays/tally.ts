import {
  type PeoplesDecision,
  peoplesDecisions,
  type ReplayChange,
  type ReplayCounts,
  type ReplayExample,
  type ScreenedOutcome,
  screenedOutcomes,
} from '../../../contract/replays';
import type { ScreeningRule } from '../../../contract/screening';
import type { Finding } from '../finding';

/** Of each decision: of four, in both directions, two hundred. */
const examplesEach = 25;

export type Example = Omit<ReplayExample, 'comment'>;

/** What a replay has found so far. */
export interface Tally {
  counts: ReplayCounts;
  examples: Record<ReplayChange, Example[]>;
}

/** One comment under both rules. */
export interface Compared {
  commentId: string;
  decided: PeoplesDecision;
  before: readonly Finding[];
  after: readonly Finding[];
}

export function emptyTally(): Tally {
  const outcomes = () => zeros(screenedOutcomes);
  const decisions = () => zeros(peoplesDecisions);
  return {
    counts: { before: outcomes(), after: outcomes(), stricter: decisions(), milder: decisions() },
    examples: { stricter: [], milder: [] },
  };
}

/** Comments come in the order of time; the newest stay as examples. */
export function countIn(tally: Tally, { commentId, decided, before, after }: Compared): void {
  const [was, is] = [outcomeOf(before), outcomeOf(after)];
  tally.counts.before[was] += 1;
  tally.counts.after[is] += 1;
  if (was === is) return;
  const isStricter = screenedOutcomes.indexOf(is) > screenedOutcomes.indexOf(was);
  const change: ReplayChange = isStricter ? 'stricter' : 'milder';
  const rules = isStricter ? rulesOnlyIn(after, before) : rulesOnlyIn(before, after);
  tally.counts[change][decided] += 1;
  tally.examples[change] = withNewest(tally.examples[change], { commentId, before: was, after: is, rules, decided });
}

function outcomeOf(findings: readonly Finding[]): ScreenedOutcome {
  if (findings.length === 0) return 'publish';
  return findings.some(({ outcome }) => outcome === 'refuse') ? 'refuse' : 'hold';
}

function rulesOnlyIn(findings: readonly Finding[], others: readonly Finding[]): ScreeningRule[] {
  const isThere = ({ rule, outcome }: Finding) => others.some((other) => other.rule === rule && other.outcome === outcome);
  return findings.filter((finding) => !isThere(finding)).map(({ rule }) => rule);
}

function withNewest(examples: readonly Example[], newest: Example): Example[] {
  const isAlike = ({ decided }: Example) => decided === newest.decided;
  const isFull = examples.filter(isAlike).length === examplesEach;
  const oldest = isFull ? examples.findIndex(isAlike) : -1;
  return [...examples.filter((_, index) => index !== oldest), newest];
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
