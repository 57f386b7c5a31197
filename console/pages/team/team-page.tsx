import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { PageFrame } from '../../view/page-frame';
import { useWording } from '../../view/wording-context';
import type { PageProps } from '../page-props';
import { PageState } from '../page-state';
import { AskedChangeSheet } from './asked-change-sheet';
import { Changes } from './changes';
import { Invitations } from './invitations';
import { Members } from './members';
import { Team } from './team';
import './team.css';
import { TeamApi } from './team-api';
import { texts } from './texts';

/** Who has which role on a site, who is invited, and how it came about. */
export function TeamPage({ workplace, place }: PageProps): ReactNode {
  const { language } = useWording();
  const [team] = useState(() => new Team(new TeamApi(workplace.api, place.siteKey), workplace.session));
  const state = useStore(team.store);
  useEffect(() => void team.load(), [team]);
  return (
    <PageFrame title={texts[language].title}>
      <PageState phase={state.phase} problem={state.problem} onTryAgain={() => void team.load()}>
        <div className="team">
          <Members state={state} onAsk={(asked) => team.ask(asked)} />
          <Invitations
            workplace={workplace}
            siteKey={place.siteKey}
            state={state}
            onInvite={(request) => team.invite(request)}
            onRevoke={(id) => void team.revoke(id)}
          />
          <Changes state={state} onMore={() => void team.showMoreChanges()} />
        </div>
      </PageState>
      <AskedChangeSheet asked={state.asked} onYes={() => void team.confirm()} onNo={() => team.ask(null)} />
    </PageFrame>
  );
}
