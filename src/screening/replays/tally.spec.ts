import type { PeoplesDecision } from '../../../contract/replays';
import type { ScreeningRule } from '../../../contract/screening';
import type { Finding } from '../finding';
import { countIn, emptyTally } from './tally';

const found = (rule: ScreeningRule, outcome: 'hold' | 'refuse'): Finding => ({ rule, outcome, excerpts: [], evidence: {} });
const held = found('watched_words', 'hold');
const refused = found('blocked_words', 'refuse');
const isNew = found('new_reader', 'hold');
const none = { published: 0, rejected: 0, removed: 0, left: 0 };

describe('a tally of a replay', () => {
  it.each<[Finding[], Finding[], 'stricter' | 'milder', ScreeningRule[]]>([
    [[], [held], 'stricter', ['watched_words']],
    [[isNew], [isNew, refused], 'stricter', ['blocked_words']],
    [[held], [], 'milder', ['watched_words']],
    [[refused, isNew], [isNew], 'milder', ['blocked_words']],
    [[found('links', 'refuse')], [found('links', 'hold')], 'milder', ['links']],
  ])('counts what people decided of a comment that is judged otherwise, and names the rule (%#)', (before, after, change, rules) => {
    const tally = emptyTally();
    countIn(tally, { commentId: '1', decided: 'rejected', before, after });
    expect(tally.counts[change]).toEqual({ ...none, rejected: 1 });
    expect(tally.counts[change === 'stricter' ? 'milder' : 'stricter']).toEqual(none);
    expect(tally.examples[change]).toMatchObject([{ commentId: '1', rules, decided: 'rejected' }]);
  });

  it('counts what every comment comes to, by both rules', () => {
    const tally = emptyTally();
    for (const [before, after] of [
      [[], []],
      [[held], [held, isNew]],
      [[], [refused, held]],
    ] as Finding[][][])
      countIn(tally, { commentId: '1', decided: 'left', before: before ?? [], after: after ?? [] });
    expect(tally.counts.before).toEqual({ publish: 2, hold: 1, refuse: 0 });
    expect(tally.counts.after).toEqual({ publish: 1, hold: 1, refuse: 1 });
    expect([tally.counts.stricter, tally.counts.milder]).toEqual([{ ...none, left: 1 }, none]);
  });

  it('keeps the newest examples of each decision, so that many of one do not hide another', () => {
    const tally = emptyTally();
    const count = (commentId: string, decided: PeoplesDecision) => countIn(tally, { commentId, decided, before: [], after: [held] });
    count('rare', 'published');
    for (let number = 1; number <= 40; number += 1) count(String(number), 'left');
    const ids = tally.examples.stricter.map(({ commentId }) => commentId);
    expect(ids).toEqual(['rare', ...Array.from({ length: 25 }, (_, index) => String(index + 16))]);
    expect(tally.counts.stricter).toEqual({ ...none, published: 1, left: 40 });
  });
});
