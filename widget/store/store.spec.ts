import { Store } from './store';

describe('a store', () => {
  it('tells its listeners of a change, and not of the same value again', () => {
    const store = new Store({ count: 1 });
    const told = jest.fn();
    const stop = store.subscribe(told);
    store.patch({ count: 2 });
    store.update((state) => state);
    expect(store.get()).toEqual({ count: 2 });
    expect(told).toHaveBeenCalledTimes(1);
    stop();
    store.patch({ count: 3 });
    expect(told).toHaveBeenCalledTimes(1);
  });
});
