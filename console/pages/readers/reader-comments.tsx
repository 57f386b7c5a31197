import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useWording } from '../../view/wording-context';
import { PageState } from '../page-state';
import { FoundHead } from '../search/found-head';
import { FoundList } from '../search/found-list';
import { FoundPane } from '../search/found-pane';
import { Statuses } from '../search/search-form';
import type { SearchProps } from '../search/search-props';
import type { Wanted } from '../search/search-query';
import type { ReaderActions } from './reader-actions';
import { texts } from './texts';

interface ReaderCommentsProps extends Pick<SearchProps, 'workplace' | 'found' | 'decisions'> {
  actions: ReaderActions;
  now: number;
}

/** What a reader wrote on the site, newest first, and the decisions on one of it. */
export function ReaderComments({ workplace, found, decisions, actions, now }: ReaderCommentsProps): ReactNode {
  const words = texts[useWording().language];
  const { phase, wanted, comments, problem } = useStore(found.store);
  // The buttons follow what was decided.
  useStore(decisions.recent.store);
  const { focused } = found;
  const choose = ({ status }: Pick<Wanted, 'status'>): void => {
    found.write({ status });
    void found.search();
  };
  return (
    <>
      <section className="list" aria-busy={phase === 'loading'} aria-label={words.comments}>
        <FoundHead found={found}>
          <h2>{words.comments}</h2>
        </FoundHead>
        <div className="reader-statuses">
          <Statuses wanted={wanted} onChoose={choose} />
        </div>
        <PageState phase={phase} problem={problem} onTryAgain={() => void found.search()}>
          {comments.length > 0 && <FoundList workplace={workplace} found={found} now={now} />}
        </PageState>
      </section>
      {focused === undefined ? (
        <section className="nothing">{phase === 'ready' && <p className="quiet">{words.noneOf}</p>}</section>
      ) : (
        <FoundPane workplace={workplace} decisions={decisions} actions={actions} comment={focused} now={now} />
      )}
    </>
  );
}
