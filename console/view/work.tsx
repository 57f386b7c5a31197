import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { ConsoleMe } from '../../contract/auth';
import { actionsAt } from '../actions/all-actions';
import { signOut } from '../actions/sign-out';
import { moderatedSites } from '../session/session';
import type { Workplace } from '../workplace';
import { EndedSession } from './ended-session';
import { Header } from './header';
import { HelpSheet } from './help-sheet';
import { NavigationRail } from './navigation';
import { PageShown } from './page-shown';
import { Palette } from './palette';
import { ReaderSheets } from './reader-sheets';
import { StrayNews } from './stray-news';
import { useComfortParts } from './use-comfort-parts';
import { useWording } from './wording-context';

/** The console of whoever is signed in, and what may lie over it. */
export function Work({ workplace, me }: { workplace: Workplace; me: ConsoleMe }): ReactNode {
  const { phase } = useStore(workplace.session.store);
  const { open } = useStore(workplace.overlays);
  const { blur, singleKeys } = useStore(workplace.preferences.store);
  const close = (): void => workplace.show(null);
  const comfort = useComfortParts();
  return (
    <div className="console" data-blurred={blur || undefined}>
      <Header workplace={workplace} me={me} />
      {comfort.phase === 'loaded' && <comfort.parts.Comfort workplace={workplace} />}
      {moderatedSites(me).length === 0 ? (
        <NoSites onSignOut={() => signOut.perform(workplace)} />
      ) : (
        <div className="pages">
          <NavigationRail workplace={workplace} />
          <PageShown workplace={workplace} />
        </div>
      )}
      <HelpSheet isOpen={open === 'help'} singleKeys={singleKeys} actions={open === 'help' ? actionsAt(workplace) : []} onClose={close} />
      {open === 'palette' && <Palette workplace={workplace} onClose={close} />}
      <StrayNews workplace={workplace} />
      <ReaderSheets workplace={workplace} />
      {phase === 'ended' && <EndedSession workplace={workplace} email={me.reader.email} />}
    </div>
  );
}

function NoSites({ onSignOut }: { onSignOut(): void }): ReactNode {
  const { texts } = useWording();
  useEffect(() => {
    document.title = texts.product;
  }, [texts]);
  return (
    <main className="nothing">
      <h1>{texts.frame.noSites}</h1>
      <p>{texts.frame.noSitesExplanation}</p>
      <Button onClick={onSignOut}>{texts.actions.signOut}</Button>
    </main>
  );
}
