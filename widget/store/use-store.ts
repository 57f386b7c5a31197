import { useLayoutEffect, useState } from 'preact/hooks';
import type { Store } from './store';

interface Shown<State, Part> {
  select?: (state: State) => Part;
  part?: Part;
}

/** What is selected of a store; the component renders again only when that is another value. */
export function useStore<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
  const [shown, setShown] = useState<Shown<State, Part>>({});
  const part = select(store.get());
  // The latest rendering is the one to compare with, and the one whose props count.
  Object.assign(shown, { select, part });
  useLayoutEffect(() => {
    const compare = (): void => setShown((last) => (Object.is(last.select?.(store.get()), last.part) ? last : { ...last }));
    compare();
    return store.subscribe(compare);
  }, [store]);
  return part;
}
