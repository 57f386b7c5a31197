import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { PageAction } from '../../actions/page-action';
import { filled, isolated } from '../../catalogues/wording';
import type { Place } from '../../places/place';
import { SheetBoundary } from '../../view/sheet-boundary';
import { useKeyboardHome } from '../../view/use-keyboard-home';
import { useNow } from '../../view/use-now';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { PageNews } from '../page-news';
import { appealActions } from './appeal-actions';
import { AppealList } from './appeal-list';
import { AppealPane } from './appeal-pane';
import { AppealSheet } from './appeal-sheet';
import './appeals.css';
import { AppealsApi } from './appeals-api';
import type { AppealsProps } from './appeals-props';
import { OpenAppeals } from './open-appeals';
import { texts as textsByLanguage } from './texts';

/** What readers object to, and somebody else than who decided looks at. */
export function AppealsPage({ workplace, place: { siteKey } }: { workplace: Workplace; place: Pick<Place, 'siteKey'> }): ReactNode {
  const appeals = useMemo(() => new OpenAppeals(new AppealsApi(workplace.api, siteKey), workplace), [workplace, siteKey]);
  const actions = useMemo(() => appealActions(workplace, appeals), [workplace, appeals]);
  const { open } = useStore(workplace.overlays);
  const page = useRef<HTMLElement>(null);
  const texts = textsByLanguage[useWording().language];
  useEffect(() => workplace.offer(Object.values(actions)), [workplace, actions]);
  useEffect(() => workplace.attend({ author: () => appeals.focused?.item.reader, acts: appeals.recent }), [workplace, appeals]);
  useEffect(() => {
    void appeals.refresh();
    return workplace.lookBy(() => void appeals.refresh());
  }, [workplace, appeals]);
  useKeyboardHome(page);
  return (
    <main className="work" ref={page} tabIndex={-1} aria-label={texts.title}>
      <Shown workplace={workplace} appeals={appeals} actions={actions} />
      <Decided appeals={appeals} undo={actions.undo} />
      <SheetBoundary workplace={workplace}>{open === 'appeal' && <AppealSheet workplace={workplace} appeals={appeals} />}</SheetBoundary>
    </main>
  );
}

function Shown({ workplace, appeals, actions }: AppealsProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { phase, appeals: items, hasMore, isStale } = useStore(appeals.store);
  const now = useNow();
  const isEmpty = phase === 'ready' && items.length === 0;
  const waiting = hasMore
    ? filled(texts.waitingAtLeast, { count: wording.number(items.length) })
    : wording.plural(texts.waiting, items.length);
  useEffect(() => {
    document.title = `${items.length > 0 ? `(${items.length}${hasMore ? '+' : ''}) ` : ''}${texts.title} · ${wording.texts.product}`;
  }, [items.length, hasMore, texts, wording]);
  return (
    <>
      <section className="list" aria-busy={phase === 'loading'}>
        <div className="list-head">
          <h1>{texts.title}</h1>
          {phase === 'ready' && <span className="quiet">{waiting}</span>}
          {phase === 'ready' && isStale && <span className="stale">{texts.stale}</span>}
          {phase === 'loading' && (
            <span className="quiet" role="status">
              {texts.loading}
            </span>
          )}
        </div>
        {items.length > 0 && <AppealList appeals={appeals} now={now} />}
      </section>
      {phase === 'failed' && (
        <section className="nothing" role="alert">
          <h2>{texts.failed}</h2>
          <Button onClick={() => void appeals.refresh()}>{wording.texts.frame.tryAgain}</Button>
        </section>
      )}
      {isEmpty && (
        <section className="nothing">
          <h2>{texts.empty}</h2>
          <p className="quiet">{texts.emptyExplanation}</p>
        </section>
      )}
      <AppealPane workplace={workplace} appeals={appeals} actions={actions} now={now} />
    </>
  );
}

/** What was decided last. */
function Decided({ appeals, undo }: { appeals: OpenAppeals; undo: PageAction }): ReactNode {
  const texts = textsByLanguage[useWording().language];
  const { decided } = useStore(appeals.store);
  const told = decided === null ? texts.decided.none : filled(texts.decided[decided.outcome], { name: isolated(decided.reader) });
  return <PageNews acts={appeals.recent} told={told} undo={undo} />;
}
