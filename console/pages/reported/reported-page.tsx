import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { listOfQueue } from '../../bulk/list-of-queue';
import { Many } from '../../bulk/view/many';
import { filled, isolated, type Wording } from '../../catalogues/wording';
import type { Explanation } from '../../queue/decisions';
import { SheetBoundary } from '../../view/sheet-boundary';
import { useKeyboardHome } from '../../view/use-keyboard-home';
import { useNow } from '../../view/use-now';
import { useWording } from '../../view/wording-context';
import { PageNews } from '../page-news';
import type { PageProps } from '../page-props';
import { VerdictSheet } from '../verdict-sheet';
import './reported.css';
import { reportedActions } from './reported-actions';
import { ReportedDecisions, type Told } from './reported-decisions';
import { ReportedList } from './reported-list';
import { ReportedPane } from './reported-pane';
import type { ReportedProps } from './reported-props';
import { ReportedRows } from './reported-rows';
import { texts } from './texts';
import { useLease } from './use-lease';

/** What readers report, and what is said to be illegal: the most urgent first. */
export function ReportedPage({ workplace, place: { siteKey } }: PageProps): ReactNode {
  const props = useMemo(() => {
    const { api, session, acts, readers } = workplace;
    const list = new ReportedList(api);
    const { queue, leases } = workplace.queueOf(list, list.order);
    const decisions = new ReportedDecisions(api, { queue, session, acts, readers });
    const many = listOfQueue(queue, { acts: decisions.recent, status: 'published', verdicts: ['remove'], allOf: null });
    return { workplace, list, queue, leases, decisions, many, actions: reportedActions(workplace, queue, decisions) };
  }, [workplace]);
  const { queue, leases, decisions, actions } = props;
  const page = useRef<HTMLElement>(null);
  const words = texts[useWording().language];
  const { me } = useStore(workplace.session.store);
  const readerId = me?.reader.id ?? '';
  useEffect(() => workplace.offer(Object.values(actions)), [workplace, actions]);
  useEffect(() => {
    const author = () => queue.focused?.comment.author;
    return workplace.attend({ author, acts: decisions.recent });
  }, [workplace, queue, decisions]);
  useEffect(() => () => decisions.leave(), [decisions]);
  useEffect(() => {
    void queue.open(readerId, siteKey);
    return workplace.lookBy(() => void queue.refresh());
  }, [workplace, queue, readerId, siteKey]);
  useLease(workplace, queue, leases);
  useKeyboardHome(page);
  return (
    <main className="work" ref={page} tabIndex={-1} aria-label={words.title}>
      <Shown {...props} />
      <div className="many">
        <SheetBoundary workplace={workplace}>
          <Many workplace={workplace} list={props.many} />
        </SheetBoundary>
      </div>
      <News {...props} />
      <SheetBoundary workplace={workplace}>
        <Removal {...props} />
      </SheetBoundary>
    </main>
  );
}

function Shown(props: ReportedProps): ReactNode {
  const { queue, list } = props;
  const wording = useWording();
  const words = texts[wording.language];
  const { phase, items, hasMore, trouble } = useStore(queue.store);
  const now = useNow();
  const { focused } = queue;
  const waiting = hasMore
    ? filled(words.waitingAtLeast, { count: wording.number(items.length) })
    : wording.plural(words.waiting, items.length);
  useEffect(() => {
    document.title = `${items.length > 0 ? `(${items.length}${hasMore ? '+' : ''}) ` : ''}${words.title} · ${wording.texts.product}`;
  }, [items.length, hasMore, words, wording]);
  return (
    <>
      <section className="list" aria-busy={phase === 'loading'}>
        <div className="list-head">
          <h1>{words.title}</h1>
          <span className="quiet" role="status">
            {phase === 'loading' ? words.loading : waiting}
          </span>
          {phase === 'ready' && trouble !== null && <span className="stale">{words.stale}</span>}
        </div>
        {items.length > 0 && <ReportedRows list={list} queue={queue} now={now} selected={props.workplace.selected} />}
      </section>
      {focused === undefined ? <Nothing queue={queue} /> : <ReportedPane {...props} item={focused} now={now} />}
    </>
  );
}

function Nothing({ queue }: Pick<ReportedProps, 'queue'>): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { phase } = useStore(queue.store);
  if (phase === 'loading') return <section className="pane" />;
  if (phase === 'failed')
    return (
      <section className="nothing" role="alert">
        <h2>{words.failed}</h2>
        <Button onClick={() => void queue.reload()}>{wording.texts.frame.tryAgain}</Button>
      </section>
    );
  return (
    <section className="nothing">
      <h2>{words.empty}</h2>
      <p className="quiet">{words.emptyExplanation}</p>
    </section>
  );
}

/** What was decided last. */
function News({ decisions, actions }: ReportedProps): ReactNode {
  const wording = useWording();
  const { told } = useStore(decisions.store);
  const isBad = told !== null && 'trouble' in told;
  return <PageNews acts={decisions.recent} told={inWords(wording, told)} isBad={isBad} undo={actions.undo} />;
}

function inWords(wording: Wording, told: Told | null): string {
  const { told: words } = texts[wording.language];
  if (told === null) return words.none;
  const trouble = 'trouble' in told ? wording.trouble(told.trouble) : '';
  return filled(words[told.kind], { author: isolated(told.author), name: 'by' in told ? isolated(told.by) : '', trouble });
}

/** Why it is removed. */
function Removal({ workplace, queue, decisions }: ReportedProps): ReactNode {
  const words = texts[useWording().language];
  const { open, about } = useStore(workplace.overlays);
  const decide = useCallback(
    (explanation: Explanation) => {
      if (queue.focused?.comment.id === about) decisions.decide('remove', explanation);
    },
    [queue, decisions, about],
  );
  return open === 'verdict' && <VerdictSheet workplace={workplace} title={words.whyRemoved} commentId={about} onDecide={decide} />;
}
