import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Person } from '../../../contract/sanctions';
import { ActionButton } from '../../view/action-button';
import { SheetBoundary } from '../../view/sheet-boundary';
import { useKeyboardHome } from '../../view/use-keyboard-home';
import { useNow } from '../../view/use-now';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { KnownAuthor } from '../known-author';
import { FoundComments } from '../search/found-comments';
import { FoundDecisions } from '../search/found-decisions';
import { FoundNews } from '../search/found-news';
import { FoundVerdictSheet } from '../search/found-verdict-sheet';
import '../search/search.css';
import { SearchApi } from '../search/search-api';
import { wantedIn } from '../search/search-query';
import { readerActions } from './reader-actions';
import { ReaderComments } from './reader-comments';
import { texts } from './texts';

interface ReaderShownProps {
  workplace: Workplace;
  siteKey: string;
  readerId: string;
}

/** All that moderators of a site know of a reader, what the reader wrote there, and what there is to do about both. */
export function ReaderShown({ workplace, siteKey, readerId }: ReaderShownProps): ReactNode {
  const props = useMemo(() => {
    const { session, acts, readers } = workplace;
    const api = new SearchApi(workplace.api, siteKey);
    const found = new FoundComments(api, session, { ...wantedIn(''), reader: readerId });
    const decisions = new FoundDecisions(api, { found, session, acts, readers });
    return { workplace, found, decisions, actions: readerActions(workplace, found, decisions) };
  }, [workplace, siteKey, readerId]);
  const { found, decisions, actions } = props;
  const page = useRef<HTMLElement>(null);
  const wording = useWording();
  const words = texts[wording.language];
  const reader = useReader(workplace, found, readerId);
  const title = reader?.name ?? words.title;
  const now = useNow();
  useEffect(() => {
    document.title = `${title} · ${wording.texts.product}`;
  }, [title, wording]);
  useEffect(() => () => decisions.leave(), [decisions]);
  useEffect(() => workplace.offer(Object.values(actions)), [workplace, actions]);
  useEffect(() => workplace.attend({ author: () => reader, acts: decisions.recent }), [workplace, reader, decisions]);
  useEffect(() => {
    void found.search();
    return workplace.lookBy(() => {
      void found.lookAgain();
      workplace.readers.age(readerId);
    });
  }, [workplace, found, readerId]);
  // The keyboard goes to the list once there is one.
  useStore(found.store, ({ comments }) => comments.length > 0);
  useKeyboardHome(page);
  return (
    <main className="work reader-work" ref={page} tabIndex={-1} aria-label={title}>
      <div className="reader-head">
        <h1 dir="auto">{reader?.name ?? words.person}</h1>
        <ActionButton size="xs" variant="default" action={actions.back} label={words.back} isPossible onPerform={actions.back.perform} />
      </div>
      <div className="reader-person">
        <KnownAuthor workplace={workplace} readerId={readerId} now={now} title={words.person} />
      </div>
      <ReaderComments {...props} now={now} />
      <FoundNews decisions={decisions} actions={actions} />
      <SheetBoundary workplace={workplace}>
        <FoundVerdictSheet {...props} />
      </SheetBoundary>
    </main>
  );
}

/** Known from what the site knows of them, or from what they wrote, whichever is there first. */
function useReader({ readers }: Workplace, found: FoundComments, readerId: string): Person | undefined {
  const { [readerId]: history } = useStore(readers.store, ({ known }) => known);
  const author = useStore(found.store, ({ comments }) => comments[0]?.author);
  return history?.reader ?? author;
}
