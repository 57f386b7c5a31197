import type { ReplayExample, ReplayView, ReplayWithExamples } from '../../../contract/replays';
import type { Replay } from './replay';
import type { Example } from './tally';

export type ExampleComments = ReadonlyMap<string, NonNullable<ReplayExample['comment']>>;

export function replayView(replay: Replay): ReplayView {
  const { id, state, failure, proposal, version, askedBy, askedAt, endedAt, since, total, done, tally } = replay;
  return {
    id,
    state,
    failure,
    proposal,
    version,
    askedBy,
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    since: since.toISOString(),
    total,
    done,
    counts: tally.counts,
  };
}

/** Newest first. */
export function replayWithExamples(replay: Replay, comments: ExampleComments): ReplayWithExamples {
  const { stricter, milder } = replay.tally.examples;
  const shown = (examples: readonly Example[]): ReplayExample[] =>
    examples.map((example) => ({ ...example, comment: comments.get(example.commentId) ?? null })).reverse();
  return { ...replayView(replay), examples: { stricter: shown(stricter), milder: shown(milder) } };
}
