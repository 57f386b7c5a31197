import { useEffect, useState } from 'react';

type Parts = typeof import('../readers/view/parts');

export type LoadingParts = { phase: 'loading' | 'failed' } | { phase: 'loaded'; parts: Parts };

let loaded: Parts | undefined;

/** The part of the console that shows readers, which is loaded with the first comment that is looked at. */
export function useReaderParts(): LoadingParts {
  const [loading, setLoading] = useState<LoadingParts>(loaded === undefined ? { phase: 'loading' } : { phase: 'loaded', parts: loaded });
  const isLoading = loading.phase === 'loading';
  useEffect(() => {
    if (!isLoading) return;
    import('../readers/view/parts').then(
      (parts) => {
        loaded = parts;
        setLoading({ phase: 'loaded', parts });
      },
      () => setLoading({ phase: 'failed' }),
    );
  }, [isLoading]);
  return loading;
}
