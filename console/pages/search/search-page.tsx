import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { queryOf } from '../../api/query-of';
import { Many } from '../../bulk/view/many';
import { SheetBoundary } from '../../view/sheet-boundary';
import { useKeyboardHome } from '../../view/use-keyboard-home';
import { useNow } from '../../view/use-now';
import { useWording } from '../../view/wording-context';
import { KnownAuthor } from '../known-author';
import type { PageProps } from '../page-props';
import { PageState } from '../page-state';
import { FoundComments } from './found-comments';
import { FoundDecisions } from './found-decisions';
import { FoundHead } from './found-head';
import { FoundList } from './found-list';
import { FoundNews } from './found-news';
import { FoundPane } from './found-pane';
import { FoundVerdictSheet } from './found-verdict-sheet';
import { listOfFound } from './list-of-found';
import './search.css';
import { searchActions } from './search-actions';
import { SearchApi } from './search-api';
import { SearchForm } from './search-form';
import type { SearchProps } from './search-props';
import { wantedIn } from './search-query';
import { texts } from './texts';

/** All comments of a site, by words and filters, which the address has too. */
export function SearchPage({ workplace, place }: PageProps): ReactNode {
  const { siteKey } = place;
  const props = useMemo(() => {
    const api = new SearchApi(workplace.api, siteKey);
    const found = new FoundComments(api, workplace.session, wantedIn(location.search));
    const { session, acts, readers } = workplace;
    const decisions = new FoundDecisions(api, { found, session, acts, readers });
    return {
      workplace,
      api,
      found,
      decisions,
      actions: searchActions(workplace, found, decisions),
      list: listOfFound(found, decisions.recent),
    };
  }, [workplace, siteKey]);
  const { found, decisions, actions } = props;
  const page = useRef<HTMLElement>(null);
  const words = texts[useWording().language];
  const { product } = useWording().texts;
  useEffect(() => workplace.offer(Object.values(actions)), [workplace, actions]);
  useEffect(() => workplace.attend({ author: () => found.focused?.author, acts: decisions.recent }), [workplace, found, decisions]);
  useEffect(() => () => decisions.leave(), [decisions]);
  useEffect(() => {
    document.title = `${words.title} · ${product}`;
  }, [words, product]);
  // The browser went to another address of this page.
  useEffect(() => {
    if (workplace.places.store.getState().place === place) found.write(wantedIn(location.search));
    void found.search();
    return found.store.subscribe(({ filter, wanted }, before) => {
      if (filter !== before.filter) history.replaceState(null, '', `${location.pathname}${queryOf(wanted)}`);
    });
  }, [workplace, found, place]);
  // The keyboard goes on to what was found.
  useStore(found.store, ({ isUnderWay }) => isUnderWay);
  useKeyboardHome(page);
  return (
    <main className="work search-work" ref={page} tabIndex={-1} aria-label={words.title}>
      <SearchForm {...props} />
      <Shown {...props} />
      <div className="many">
        <SheetBoundary workplace={workplace}>
          <Many workplace={workplace} list={props.list} />
        </SheetBoundary>
      </div>
      <FoundNews {...props} />
      <SheetBoundary workplace={workplace}>
        <FoundVerdictSheet {...props} />
      </SheetBoundary>
    </main>
  );
}

function Shown(props: SearchProps): ReactNode {
  const { workplace, found, decisions } = props;
  const words = texts[useWording().language];
  const { phase, comments, problem } = useStore(found.store);
  const now = useNow();
  // The buttons follow what was decided.
  useStore(decisions.recent.store);
  const { focused } = found;
  const isEmpty = phase === 'ready' && comments.length === 0;
  return (
    <>
      <section className="list" aria-busy={phase === 'loading'}>
        <FoundHead found={found}>
          <h1>{words.title}</h1>
        </FoundHead>
        <PageState phase={phase} problem={problem} onTryAgain={() => void found.search()}>
          {comments.length > 0 && <FoundList workplace={workplace} found={found} now={now} />}
        </PageState>
      </section>
      {focused !== undefined && (
        <FoundPane {...props} comment={focused} now={now}>
          <KnownAuthor workplace={workplace} readerId={focused.author.id} now={now} />
        </FoundPane>
      )}
      {isEmpty && (
        <section className="nothing">
          <h2>{words.empty}</h2>
          <p className="quiet">{words.emptyExplanation}</p>
        </section>
      )}
    </>
  );
}
