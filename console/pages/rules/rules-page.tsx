import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { hasRoleOn } from '../../session/session';
import { PageFrame } from '../../view/page-frame';
import { PageNotLoaded } from '../../view/page-not-loaded';
import { PageSkeleton } from '../../view/skeletons';
import type { PageProps } from '../page-props';
import { ChecksSection } from './checks-section';
import { ListPage } from './list-page';
import { ListsSection } from './lists-section';
import './rules.css';
import { deskOf } from './rules-desk';
import { ScorerSection } from './scorer-section';
import { TrialSection } from './trial-section';
import { useRulesTexts } from './use-rules-texts';

/** What a site screens for, for those who set it and those who work by it. */
export function RulesPage({ workplace, place }: PageProps): ReactNode {
  const texts = useRulesTexts();
  const { me } = useStore(workplace.session.store);
  const desk = deskOf(workplace, place.siteKey);
  const { phase, view } = useStore(desk.rules.store);
  useEffect(() => {
    void desk.rules.load();
    return desk.trial.watch();
  }, [desk]);
  const site = workplace.session.sites.find(({ key }) => key === place.siteKey);
  const mayChange = me !== null && site !== undefined && hasRoleOn(me, site.id, ['editor']);
  const goToList = (id?: string): void => workplace.places.go({ siteKey: place.siteKey, page: 'rules', ...(id !== undefined && { id }) });
  return (
    <PageFrame title={texts.title}>
      {phase === 'loading' && <PageSkeleton label={texts.loading} />}
      {phase === 'failed' && <PageNotLoaded onTryAgain={() => void desk.rules.load()} />}
      {view !== null && (
        <div className="rules">
          {place.id === undefined ? (
            <>
              <ChecksSection desk={desk} view={view} mayChange={mayChange} />
              <ScorerSection desk={desk} mayChange={mayChange} />
              <ListsSection workplace={workplace} siteKey={place.siteKey} desk={desk} view={view} mayChange={mayChange} onOpen={goToList} />
            </>
          ) : (
            <ListPage key={place.id} desk={desk} id={place.id} mayChange={mayChange} onBack={() => goToList()} />
          )}
          <TrialSection desk={desk} view={view} mayChange={mayChange} />
        </div>
      )}
    </PageFrame>
  );
}
