import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Listed, type Selected, Selection } from './selection';

let listed: Listed[];
let focused: number;
let selection: Selection;
let store: StoreApi<Selected>;

const aListed = (number: number, given: Partial<Listed> = {}): Listed => ({ id: String(number), revision: 1, status: 'held', ...given });
const numbers = () => selection.comments.map(({ id }) => Number(id)).sort((one, other) => one - other);

beforeEach(() => {
  listed = [1, 2, 3, 4, 5].map((number) => aListed(number));
  focused = 0;
  store = createStore<Selected>(() => ({ comments: null, select: null }));
  const move = (by: number) => {
    focused = Math.max(0, Math.min(listed.length - 1, focused + by));
  };
  selection = new Selection(store, { listed: () => listed, focusedId: () => listed[focused]?.id ?? null, move });
  selection.begin();
});

describe('a selection', () => {
  it('takes one, and gives it back', () => {
    selection.toggle('2');
    selection.toggle('4');
    expect(numbers()).toEqual([2, 4]);
    selection.toggle('2');
    expect(numbers()).toEqual([4]);
  });

  it('is drawn from the one in focus on, and shrinks on the way back', () => {
    selection.extend(1);
    selection.extend(1);
    expect([numbers(), focused]).toEqual([[1, 2, 3], 2]);
    selection.extend(-1);
    expect(numbers()).toEqual([1, 2]);
  });

  it('is drawn upwards too, beyond where it began', () => {
    focused = 2;
    selection.extend(1);
    selection.extend(-1);
    selection.extend(-1);
    expect(numbers()).toEqual([2, 3]);
  });

  it('keeps what was selected before when another range is drawn elsewhere', () => {
    selection.toggle('1');
    focused = 3;
    selection.extend(1);
    expect(numbers()).toEqual([1, 4, 5]);
    selection.extend(-1);
    expect(numbers()).toEqual([1, 4]);
  });

  it('reaches from the last one on when another is pointed at with Shift', () => {
    store.getState().select?.('2', false);
    store.getState().select?.('4', true);
    expect(numbers()).toEqual([2, 3, 4]);
    store.getState().select?.('1', true);
    expect(numbers()).toEqual([1, 2]);
    listed = listed.filter(({ id }) => id !== '2');
    selection.settle();
    store.getState().select?.('5', true);
    expect(numbers()).toEqual([1, 5]);
  });

  it('leaves out what there is nothing to decide on', () => {
    listed[1] = aListed(2, { status: 'rejected' });
    listed[2] = aListed(3, { status: null });
    listed[3] = aListed(4, { status: 'published' });
    selection.extend(1);
    selection.extend(1);
    selection.extend(1);
    selection.toggle('2');
    expect(numbers()).toEqual([1, 4]);
  });

  it('loses what left the list, was decided on, or was edited, also where a range is drawn on', () => {
    for (let step = 0; step < 3; step += 1) selection.extend(1);
    listed = [aListed(1), aListed(2, { revision: 2 }), aListed(3, { status: 'published' }), aListed(5)];
    selection.settle();
    expect(numbers()).toEqual([1]);
  });

  it('names the revision that was there when it was selected', () => {
    selection.toggle('2');
    listed = listed.map((comment) => ({ ...comment, revision: 2 }));
    selection.extend(1);
    expect(selection.comments.find(({ id }) => id === '2')?.revision).toBe(1);
  });

  it('takes no more than one job takes', () => {
    listed = Array.from({ length: 600 }, (_, index) => aListed(index));
    for (let step = 0; step < 599; step += 1) selection.extend(1);
    expect([selection.comments.length, selection.isFull]).toEqual([500, true]);
  });

  it('drops some, is emptied, and begins anew after that', () => {
    selection.extend(1);
    selection.drop(['1']);
    expect(numbers()).toEqual([2]);
    selection.clear();
    expect(numbers()).toEqual([]);
    focused = 3;
    selection.extend(1);
    expect(numbers()).toEqual([4, 5]);
  });

  it('is nowhere once its list is not shown any more', () => {
    const end = selection.begin();
    selection.toggle('1');
    end();
    expect(store.getState()).toEqual({ comments: null, select: null });
  });
});
