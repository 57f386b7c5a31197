import type { AppealItem } from '../../../contract/sanctions';
import { NoAnswer, Refusal } from '../../api/console-api';
import { Acts } from '../../queue/acts';
import { endless } from '../../queue/held.builder';
import { Drafts } from '../../writing/drafts';
import { answerTo, OpenAppeals } from './open-appeals';

function anAppeal(number: number): AppealItem {
  return {
    statement: {
      id: `statement-${number}`,
      restriction: 'rejected',
      reason: { key: 'insult', title: null, ground: 'rules', rule: null },
      message: null,
      foundBy: 'moderator',
      findings: [],
      madeAt: '2026-11-01T10:00:00.000Z',
    },
    decidedBy: { id: 'grace', name: 'Grace' },
    reader: { id: `reader-${number}`, name: `Reader ${number}` },
    comment: null,
    text: 'A joke.',
    madeAt: `2026-11-01T10:${String(number).padStart(2, '0')}:00.000Z`,
  };
}

const pageSize = 2;
let open: AppealItem[] | Error;
let failure: Error | null;
let decided: unknown[];
let drafts: Drafts;
let appeals: OpenAppeals;

beforeEach(async () => {
  open = [1, 2, 3].map(anAppeal);
  failure = null;
  decided = [];
  drafts = new Drafts();
  const api = {
    list: async (cursor: string | null) => {
      if (open instanceof Error) throw open;
      const begin = Number(cursor ?? 0);
      const nextCursor = begin + pageSize < open.length ? String(begin + pageSize) : null;
      return { appeals: open.slice(begin, begin + pageSize), nextCursor };
    },
    decide: async (id: string, request: object) => {
      decided.push([id, request]);
      if (failure !== null) throw failure;
    },
  };
  appeals = new OpenAppeals(api, { session: endless, acts: new Acts(), drafts });
  await appeals.refresh();
});

const state = () => appeals.store.getState();
const listed = () => state().appeals.map(({ item }) => item.statement.id.replace('statement-', ''));
const focused = () => appeals.focused?.item.statement.id;

describe('the objections that wait', () => {
  it('are there page by page as one goes on, the first in focus', async () => {
    expect([state().phase, listed(), focused(), state().hasMore]).toEqual(['ready', ['1', '2'], 'statement-1', true]);
    appeals.move(1);
    await new Promise((resolve) => setTimeout(resolve));
    expect([listed(), focused(), state().hasMore]).toEqual([['1', '2', '3'], 'statement-2', false]);
    appeals.move(-1);
    appeals.move(-1);
    expect(focused()).toBe('statement-1');
  });

  it('that somebody else decides on leave the list, but for what is read, until one goes on', async () => {
    open = [anAppeal(2), anAppeal(3)];
    await appeals.refresh();
    expect([listed(), focused(), appeals.focused?.isGone]).toEqual([['1', '2', '3'], 'statement-1', true]);
    appeals.move(1);
    expect([listed(), appeals.focused?.isGone]).toEqual([['2', '3'], false]);
  });

  it('say when they could not be loaded, and stay where they were loaded before', async () => {
    open = new NoAnswer();
    await appeals.refresh();
    expect([state().phase, state().isStale, listed()]).toEqual(['ready', true, ['1', '2']]);
    const fresh = new OpenAppeals(
      { list: () => Promise.reject(new NoAnswer()), decide: async () => undefined },
      {
        session: endless,
        acts: new Acts(),
        drafts,
      },
    );
    await fresh.refresh();
    expect(fresh.store.getState().phase).toBe('failed');
  });
});

describe('a decision on an objection', () => {
  it('is sent with an answer where there is one, and the next is in focus', async () => {
    drafts.keep(answerTo('statement-1'), ' Sorry. ');
    appeals.ask('overturned');
    expect(await appeals.decide()).toBe(true);
    appeals.ask('upheld');
    expect(await appeals.decide()).toBe(true);
    expect(decided).toEqual([
      ['statement-1', { outcome: 'overturned', answer: 'Sorry.' }],
      ['statement-2', { outcome: 'upheld' }],
    ]);
    expect([state().decided, state().asked, drafts.of(answerTo('statement-1'))]).toEqual([
      { outcome: 'upheld', reader: 'Reader 2' },
      null,
      '',
    ]);
  });

  it('holds against a list that is older', async () => {
    appeals.ask('upheld');
    appeals.recent.add({ takeBack: async () => undefined });
    await appeals.decide();
    expect(appeals.recent.store.getState().undoable).toBe(0);
    await appeals.refresh();
    expect([listed(), focused()]).toEqual([['2'], 'statement-2']);
  });

  it('is not made without having been asked for, nor twice', async () => {
    expect(await appeals.decide()).toBe(false);
    appeals.ask('upheld');
    await Promise.all([appeals.decide(), appeals.decide()]);
    expect(decided).toHaveLength(1);
  });

  it.each([
    ['appeal_decided', 409, 'appealDecided'],
    ['appeal_of_own_decision', 403, 'ownDecision'],
  ])('that is refused by %s says why, keeps the answer, and looks at the list when that is left', async (code, status, kind) => {
    failure = new Refusal(status, { code, detail: '' }, null);
    drafts.keep(answerTo('statement-1'), 'Sorry.');
    appeals.ask('upheld');
    expect(await appeals.decide()).toBe(false);
    expect([state().trouble, drafts.of(answerTo('statement-1')), focused()]).toEqual([{ kind }, 'Sorry.', 'statement-1']);
    open = [anAppeal(2)];
    appeals.leave();
    await new Promise((resolve) => setTimeout(resolve));
    expect([state().trouble, appeals.focused?.isGone]).toEqual([null, true]);
  });
});
