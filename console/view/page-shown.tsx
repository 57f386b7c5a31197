import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { NoAnswer } from '../api/console-api';
import { loadPage } from '../pages/load-page';
import type { LoadedPage } from '../pages/page-props';
import type { PageName } from '../places/pages';
import type { Place } from '../places/place';
import type { Workplace } from '../workplace';
import { Boundary } from './boundary';
import { Broken } from './broken';
import { HeldPage } from './held-page';
import { PageFrame } from './page-frame';
import { PageNotLoaded } from './page-not-loaded';
import { PageSkeleton } from './skeletons';
import { useWording } from './wording-context';

/** The page that the address names. */
export function PageShown({ workplace }: { workplace: Workplace }): ReactNode {
  const { place } = useStore(workplace.places.store);
  if (place === undefined) return null;
  return (
    <Boundary at={place} instead={(tryAgain) => <BrokenPage workplace={workplace} page={place.page} onTryAgain={tryAgain} />}>
      <PageAt workplace={workplace} place={place} />
    </Boundary>
  );
}

function PageAt({ workplace, place }: { workplace: Workplace; place: Place }): ReactNode {
  const { siteKey, page } = place;
  if (page === 'held') return <HeldPage workplace={workplace} />;
  return <PageToLoad key={`${siteKey} ${page}`} workplace={workplace} place={place} page={page} />;
}

function BrokenPage({ workplace, page, onTryAgain }: { workplace: Workplace; page: PageName; onTryAgain(): void }): ReactNode {
  const { pages } = useWording().texts;
  const tryAgain = (): void => {
    // The only page whose contents outlive it.
    if (page === 'held') void workplace.queue.reload();
    onTryAgain();
  };
  return (
    <PageFrame title={pages[page]}>
      <Broken onTryAgain={tryAgain} />
    </PageFrame>
  );
}

interface PageToLoadProps {
  workplace: Workplace;
  place: Place;
  page: Exclude<PageName, 'held'>;
}

type Loading = { phase: 'loading' | 'failed' } | { phase: 'loaded'; Page: LoadedPage };

function PageToLoad({ workplace, place, page }: PageToLoadProps): ReactNode {
  const { pages } = useWording().texts;
  const [loading, setLoading] = useState<Loading>({ phase: 'loading' });
  useEffect(() => {
    loadPage[page]().then(
      (Page) => setLoading({ phase: 'loaded', Page }),
      () => setLoading({ phase: 'failed' }),
    );
  }, [page]);
  /** A browser remembers that a part did not come until the whole is loaded anew: which is done when there is somebody to load it from. */
  const tryAgain = async (): Promise<void> => {
    setLoading({ phase: 'loading' });
    try {
      await workplace.api.me();
    } catch (error) {
      if (error instanceof NoAnswer) return setLoading({ phase: 'failed' });
    }
    location.reload();
  };
  if (loading.phase === 'loaded') return <loading.Page workplace={workplace} place={place} />;
  return (
    <PageFrame title={pages[page]}>
      {loading.phase === 'loading' ? <PageSkeleton label={pages.loading} /> : <PageNotLoaded onTryAgain={() => void tryAgain()} />}
    </PageFrame>
  );
}
