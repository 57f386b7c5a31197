import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { PageFrame } from '../../view/page-frame';
import { useWording } from '../../view/wording-context';
import type { PageProps } from '../page-props';
import { PageState } from '../page-state';
import { DecisionFilters } from './decision-filters';
import { DecisionList } from './decision-list';
import { DecisionRow } from './decision-row';
import './decisions.css';
import { DecisionsApi } from './decisions-api';
import { texts } from './texts';

/** What was decided on a site, by everybody. */
export function DecisionsPage({ workplace, place }: PageProps): ReactNode {
  const words = texts[useWording().language];
  const { me } = workplace.session.store.getState();
  const [api] = useState(() => new DecisionsApi(workplace.api, place.siteKey));
  const [list] = useState(() => new DecisionList(api, workplace.session, me?.reader ?? { id: '', name: '' }));
  const { phase, problem, chosen, deciders, decisions, nextCursor, isUnderWay } = useStore(list.store);
  useEffect(() => void list.load(), [list]);
  const save = (
    <Button component="a" href={api.tableUrl(list.filter)} download variant="default" size="xs">
      {words.table}
    </Button>
  );
  return (
    <PageFrame title={words.title} aside={save}>
      <PageState phase={phase} problem={problem} onTryAgain={() => void list.load()}>
        <DecisionFilters chosen={chosen} deciders={deciders} onChoose={(choice) => void list.choose(choice)} />
        {decisions.length === 0 && <p role="status">{words.none}</p>}
        <ul className="rows decisions-made" aria-label={words.list} aria-busy={isUnderWay}>
          {decisions.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} />
          ))}
        </ul>
        {nextCursor !== null && (
          <Button variant="default" size="xs" onClick={() => void list.showMore()}>
            {words.more}
          </Button>
        )}
      </PageState>
    </PageFrame>
  );
}
