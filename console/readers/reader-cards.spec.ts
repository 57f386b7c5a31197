import type { ReaderHistory } from '../../contract/sanctions';
import { NoAnswer } from '../api/console-api';
import { endless } from '../queue/held.builder';
import { ReaderCards } from './reader-cards';
import { aHistory, aSanction } from './readers.builder';

interface Asked {
  id: string;
  answer(history: ReaderHistory | Error): Promise<void>;
}

let asked: Asked[];
let cards: ReaderCards;

beforeEach(() => {
  jest.useFakeTimers();
  asked = [];
  const reader = (_siteKey: string, id: string) =>
    new Promise<ReaderHistory>((resolve, reject) => {
      const answer = async (history: ReaderHistory | Error) => {
        if (history instanceof Error) reject(history);
        else resolve(history);
        await jest.advanceTimersByTimeAsync(0);
      };
      asked.push({ id, answer });
    });
  cards = new ReaderCards({ reader }, endless);
});
afterEach(() => jest.useRealTimers());

const ids = () => asked.map(({ id }) => id);
const known = (id: string) => cards.store.getState().known[id];
const held = (count: number) => aHistory({ comments: { ...aHistory().comments, held: count } });

describe('what is known of readers', () => {
  it('is asked for when one looks at them, then of the next, one after the other', async () => {
    cards.look('demo', 'anna', 'bert');
    expect(ids()).toEqual(['anna']);
    await asked[0]!.answer(held(1));
    expect(ids()).toEqual(['anna', 'bert']);
    await asked[1]!.answer(held(2));
    expect([known('anna'), known('bert')]).toEqual([held(1), held(2)]);
  });

  it('is not asked for of those whom one passes while a question is under way', async () => {
    for (const id of ['anna', 'bert', 'carla', 'dora']) cards.look('demo', id);
    await asked[0]!.answer(held(1));
    expect(ids()).toEqual(['anna', 'dora']);
  });

  it('is remembered for a moment, then asked for anew and shown meanwhile', async () => {
    cards.look('demo', 'anna');
    await asked[0]!.answer(held(1));
    await jest.advanceTimersByTimeAsync(15_000);
    cards.look('demo', 'anna');
    expect(ids()).toEqual(['anna']);
    await jest.advanceTimersByTimeAsync(1);
    cards.look('demo', 'anna');
    expect([ids(), known('anna')]).toEqual([['anna', 'anna'], held(1)]);
  });

  it('is old after a decision about them, also one that was made while it was asked', async () => {
    cards.look('demo', 'anna');
    cards.age('anna');
    await asked[0]!.answer(held(1));
    expect(ids()).toEqual(['anna', 'anna']);
    await asked[1]!.answer(held(0));
    cards.age('bert');
    expect(ids()).toHaveLength(2);
    cards.age('anna');
    expect(ids()).toHaveLength(3);
  });

  it('that is looked at is read anew where something may have moved and it is not fresh, or where many were decided on', async () => {
    cards.look('demo', 'anna');
    await asked[0]!.answer(held(1));
    cards.lookAgain();
    expect(ids()).toHaveLength(1);
    jest.advanceTimersByTime(20_000);
    cards.lookAgain();
    expect(ids()).toHaveLength(2);
    await asked[1]!.answer(held(2));
    cards.ageAll();
    expect(ids()).toHaveLength(3);
  });

  it('that could not be read is not asked for again and again, but when somebody wants it', async () => {
    cards.look('demo', 'anna', 'bert');
    await asked[0]!.answer(new NoAnswer());
    expect([ids(), [...cards.store.getState().failed]]).toEqual([['anna', 'bert'], ['anna']]);
    await asked[1]!.answer(held(2));
    cards.look('demo', 'anna', 'bert');
    expect([ids(), cards.store.getState().failed.size]).toEqual([['anna', 'bert', 'anna'], 0]);
  });

  it('on another site is not what was known on the first, even if it comes late', async () => {
    cards.look('demo', 'anna');
    cards.look('other', 'anna');
    await asked[0]!.answer(held(1));
    expect([known('anna'), ids()]).toEqual([undefined, ['anna', 'anna']]);
    await asked[1]!.answer(held(2));
    expect(known('anna')).toEqual(held(2));
  });

  it('has what was done here at once', async () => {
    cards.look('demo', 'anna');
    await asked[0]!.answer(aHistory());
    cards.noteSanction('anna', aSanction());
    cards.noteSanction('anna', aSanction({ id: 'second', kind: 'warn' }));
    cards.noteSanction('anna', aSanction({ isInForce: false }));
    expect(known('anna')?.sanctions.map(({ id, isInForce }) => [id, isInForce])).toEqual([
      ['second', true],
      ['sanction-1', false],
    ]);
    const note = { id: 'note', text: 'Two.', writtenBy: { id: 'ada', name: 'Ada' }, writtenAt: '' };
    cards.noteNotes('anna', [note]);
    expect(known('anna')?.notes).toEqual([note]);
  });
});
