import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { queryOf } from '../../api/query-of';
import { Many } from '../../bulk/view/many';
import { filled, isolated } from '../../catalogues/wording';
import type { Explanation } from '../../queue/decisions';
import { ActionButton } from '../../view/action-button';
import { useKeyboardHome } from '../../view/use-keyboard-home';
import { useNow } from '../../view/use-now';
import { useWording } from '../../view/wording-context';
import type { PageProps } from '../page-props';
import { PageState } from '../page-state';
import { VerdictSheet } from '../verdict-sheet';
import { FoundComments } from './found-comments';
import { FoundDecisions } from './found-decisions';
import { FoundHead } from './found-head';
import { FoundList } from './found-list';
import { FoundPane } from './found-pane';
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
    const decisions = new FoundDecisions(api, { found, session: workplace.session, acts: workplace.acts });
    return {
      workplace,
      api,
      found,
      decisions,
      actions: searchActions(workplace, found, decisions),
      list: listOfFound(found, decisions.recent),
    };
  }, [workplace, siteKey]);
  const { found, actions } = props;
  const page = useRef<HTMLElement>(null);
  const words = texts[useWording().language];
  const { product } = useWording().texts;
  useEffect(() => workplace.offer(Object.values(actions)), [workplace, actions]);
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
        <Many workplace={workplace} list={props.list} />
      </div>
      <Told {...props} />
      <Verdict {...props} />
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
        <FoundHead found={found} />
        <PageState phase={phase} problem={problem} onTryAgain={() => void found.search()}>
          {comments.length > 0 && <FoundList workplace={workplace} found={found} now={now} />}
        </PageState>
      </section>
      {focused !== undefined && <FoundPane {...props} comment={focused} now={now} />}
      {isEmpty && (
        <section className="nothing">
          <h2>{words.empty}</h2>
          <p className="quiet">{words.emptyExplanation}</p>
        </section>
      )}
    </>
  );
}

/** What was decided last, always in the same place. */
function Told({ decisions, actions }: SearchProps): ReactNode {
  const words = texts[useWording().language];
  const { told } = useStore(decisions.store);
  const { undoable } = useStore(decisions.recent.store);
  return (
    <div className="news">
      <p role="status">{told === null ? words.told.none : filled(words.told[told.kind], { author: isolated(told.author) })}</p>
      <span className="room" />
      {undoable > 0 && <ActionButton size="xs" variant="default" action={actions.undo} isPossible onPerform={actions.undo.perform} />}
    </div>
  );
}

/** Why it is rejected, or removed. */
function Verdict({ workplace, found, decisions }: SearchProps): ReactNode {
  const words = texts[useWording().language];
  const { open } = useStore(workplace.overlays);
  const verdict = decisions.isPossible('remove') ? 'remove' : 'reject';
  const decide = useCallback((explanation: Explanation) => decisions.decide(verdict, explanation), [decisions, verdict]);
  const { focused } = found;
  if (open !== 'verdict' || focused === undefined) return null;
  const title = verdict === 'remove' ? words.whyRemoved : words.whyRejected;
  return <VerdictSheet workplace={workplace} title={title} commentId={focused.id} onDecide={decide} />;
}
