import { useEffect, useState } from 'react';

export type LoadingParts<Parts> = { phase: 'loading' | 'failed' } | { phase: 'loaded'; parts: Parts };

/** A hook for a part of the console that is loaded when it is first asked for. */
export function lazyParts<Parts>(load: () => Promise<Parts>): () => LoadingParts<Parts> {
  let loaded: Parts | undefined;
  return function useParts() {
    const [loading, setLoading] = useState<LoadingParts<Parts>>(
      loaded === undefined ? { phase: 'loading' } : { phase: 'loaded', parts: loaded },
    );
    const isLoading = loading.phase === 'loading';
    useEffect(() => {
      if (!isLoading) return;
      load().then(
        (parts) => {
          loaded = parts;
          setLoading({ phase: 'loaded', parts });
        },
        () => setLoading({ phase: 'failed' }),
      );
    }, [isLoading]);
    return loading;
  };
}
