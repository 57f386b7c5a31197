import type { BulkRequest } from '../../contract/bulk';
import type { CommentFilter } from '../../contract/search';
import { endless } from '../queue/held.builder';
import { aReason } from '../readers/readers.builder';
import { AllThatMatch } from './all-that-match';

const turn = () => new Promise((resolve) => setTimeout(resolve));
let counted: CommentFilter[];
let decided: [Omit<BulkRequest, 'id'>, number | null][];
const countedAt = '2026-11-01T10:00:00.000Z';
let isCounting: boolean;

function all(filter: CommentFilter): AllThatMatch {
  const count = async (asked: CommentFilter) => {
    counted.push(asked);
    if (!isCounting) throw new Error('not counted');
    return { count: asked.status?.includes('held') ? 12 : 0, isMore: false, countedAt };
  };
  const decide = (request: Omit<BulkRequest, 'id'>, number: number | null) => void decided.push([request, number]);
  return new AllThatMatch({ count }, { session: endless }, { siteKey: 'demo', filter, decide });
}

beforeEach(() => {
  counted = [];
  decided = [];
  isCounting = true;
});

describe('a decision on all that match', () => {
  it('counts for each verdict only what it is a decision on, each number once', async () => {
    const made = all({ text: 'spam' });
    await turn();
    expect(counted).toEqual([
      { text: 'spam', status: ['held'] },
      { text: 'spam', status: ['published'] },
    ]);
    expect(made.store.getState().counts).toMatchObject({ publish: { count: 12 }, reject: { count: 12 }, remove: { count: 0 } });
  });

  it.each([
    [['held'], ['publish', 'reject']],
    [['published', 'removed'], ['remove']],
    [['rejected'], []],
    [undefined, ['publish', 'reject', 'remove']],
  ] as const)('has the verdicts that a filter for %j leaves', (status, verdicts) => {
    expect(all({ text: 'spam', ...(status && { status: [...status] }) }).possible).toEqual(verdicts);
  });

  it('does not choose a verdict for which there is nothing', async () => {
    const made = all({ text: 'spam' });
    await turn();
    made.choose('remove');
    expect(made.store.getState().verdict).toBeNull();
  });

  it('is sent with the reason, the message and the filter of its verdict, and no message where none was written', async () => {
    const made = all({ text: 'spam', status: ['held', 'removed'] });
    await turn();
    made.choose('reject');
    made.giveReason(aReason('insult'), 'Stop it.');
    made.decide();
    const request = {
      verdict: 'reject',
      reasonId: aReason('insult').id,
      filter: { text: 'spam', status: ['held'], unchangedSince: countedAt },
    };
    expect(decided).toEqual([[{ ...request, message: 'Stop it.' }, 12]]);
    made.giveReason(aReason('insult'), '');
    made.decide();
    expect(decided[1]?.[0]).toEqual(request);
  });

  it('is made once it is counted, however often that has to be tried', async () => {
    isCounting = false;
    const made = all({ status: ['held'] });
    made.choose('publish');
    made.decide();
    await turn();
    expect(made.store.getState().counts).toEqual({ publish: null, reject: null });
    made.decide();
    expect(decided).toEqual([]);
    isCounting = true;
    made.countAgain('publish');
    expect(made.store.getState().counts.publish).toBeUndefined();
    await turn();
    made.decide();
    expect(decided).toEqual([[{ verdict: 'publish', filter: { status: ['held'], unchangedSince: countedAt } }, 12]]);
  });

  it('has a message of its own for each site and verdict', () => {
    const made = all({ status: ['held'] });
    const { authors } = made;
    made.choose('reject');
    expect(made.authors).not.toBe(authors);
    expect(
      new AllThatMatch(
        { count: async () => ({ count: 1, isMore: false, countedAt }) },
        { session: endless },
        { siteKey: 'other', filter: { status: ['held'] }, decide: () => undefined },
      ).authors,
    ).not.toBe(authors);
  });
});
