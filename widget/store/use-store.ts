import { useLayoutEffect, useState } from 'preact/hooks';
import type { Store } from './store';

/** The value of a store; the component renders again whenever it changes. */
export function useStore<State>(store: Store<State>): State {
  const [state, setState] = useState(store.get());
  useLayoutEffect(() => {
    const take = (): void => setState(() => store.get());
    take();
    return store.subscribe(take);
  }, [store]);
  return state;
}
