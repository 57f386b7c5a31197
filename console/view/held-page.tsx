import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { find } from '../queue/held-item';
import type { Workplace } from '../workplace';
import { HeldList } from './held-list';
import { HeldPane } from './held-pane';
import { NewsStrip } from './news-strip';
import { NoComments } from './no-comments';
import { PageNotLoaded } from './page-not-loaded';
import { SheetBoundary } from './sheet-boundary';
import { PaneSkeleton, RowsSkeleton } from './skeletons';
import { useComfortParts } from './use-comfort-parts';
import { useKeyboardHome } from './use-keyboard-home';
import { useNow } from './use-now';
import { useWording } from './wording-context';

/** Decides on many at once; loaded when the first are there. */
const ManyHeld = lazy(() =>
  import('../bulk/view/many-held').then(
    ({ ManyHeld: loaded }) => ({ default: loaded }),
    () => ({ default: () => <PageNotLoaded onTryAgain={() => location.reload()} /> }),
  ),
);

/** What waits on a site: the list, one comment of it, and what happened last. */
export function HeldPage({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const { held } = wording.texts;
  const { queue } = workplace;
  const comfort = useComfortParts();
  const { place } = useStore(workplace.places.store);
  const { phase, items, focusedId, hasMore, trouble } = useStore(queue.store);
  const focused = find(items, focusedId);
  const next = focused && items[items.indexOf(focused) + 1];
  const now = useNow();
  const focus = useCallback((id: string) => queue.focus(id), [queue]);
  const page = useRef<HTMLElement>(null);
  const waiting = hasMore
    ? held.waitingAtLeast.replace('{count}', wording.number(items.length))
    : wording.plural(held.waiting, items.length);
  useEffect(() => {
    document.title = `${items.length > 0 ? `(${items.length}${hasMore ? '+' : ''}) ` : ''}${held.title} · ${wording.texts.product}`;
  }, [items.length, hasMore, held.title, wording]);
  useKeyboardHome(page);
  return (
    <main className="work" ref={page} tabIndex={-1} aria-label={held.title}>
      <section className="list" aria-busy={phase === 'loading'}>
        <div className="list-head">
          <h1>{held.title}</h1>
          <span className="quiet">{phase === 'ready' && waiting}</span>
          {phase === 'ready' && trouble !== null && <span className="stale">{held.stale}</span>}
          {/* Its place is there before it is. */}
          <span className="rule">{comfort.phase === 'loaded' && <comfort.parts.RuleFilter workplace={workplace} />}</span>
        </div>
        {phase === 'loading' && <RowsSkeleton />}
        {items.length > 0 && (
          <HeldList
            items={items}
            focusedId={focusedId}
            now={now}
            selected={workplace.selected}
            keeperOf={(item) => queue.keeperOf(item, now)}
            onFocus={focus}
            onMove={(by) => queue.move(by)}
            onNearEnd={() => void queue.loadMore()}
          />
        )}
      </section>
      {phase === 'loading' && <PaneSkeleton />}
      {phase === 'failed' && <NoComments trouble={trouble} onTryAgain={() => void queue.reload()} />}
      {phase === 'ready' &&
        (focused === undefined ? (
          <NoComments trouble={null} isPart={place?.id !== undefined} />
        ) : (
          <HeldPane workplace={workplace} item={focused} nextId={next?.comment.author.id} now={now} />
        ))}
      <div className="many">
        <SheetBoundary workplace={workplace}>
          <Suspense>{phase === 'ready' && <ManyHeld workplace={workplace} />}</Suspense>
        </SheetBoundary>
      </div>
      <NewsStrip workplace={workplace} />
    </main>
  );
}
