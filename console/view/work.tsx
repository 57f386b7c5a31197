import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ConsoleMe } from '../../contract/auth';
import { signOut } from '../actions/sign-out';
import { toldInHelp } from '../actions/told-in-help';
import { moderatedSites } from '../session/session';
import type { Workplace } from '../workplace';
import { Boundary } from './boundary';
import { EndedSession } from './ended-session';
import { Header } from './header';
import { HelpSheet } from './help-sheet';
import { NavigationRail } from './navigation';
import { PageShown } from './page-shown';
import { Palette } from './palette';
import { ReaderSheets } from './reader-sheets';
import { ClosedSheet, SheetBoundary } from './sheet-boundary';
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
  // As it is before the sheet takes the keyboard.
  const told = useMemo(() => (open === 'help' ? toldInHelp(workplace) : []), [workplace, open]);
  return (
    <div className="console" data-blurred={blur || undefined}>
      <Header workplace={workplace} me={me} />
      {comfort.phase === 'loaded' && (
        <Boundary at={comfort} instead={() => null}>
          <comfort.parts.Comfort workplace={workplace} />
        </Boundary>
      )}
      {moderatedSites(me).length === 0 ? (
        <NoSites onSignOut={() => signOut.perform(workplace)} />
      ) : (
        <div className="pages">
          <NavigationRail workplace={workplace} />
          <PageShown workplace={workplace} />
        </div>
      )}
      <SheetBoundary workplace={workplace}>
        <HelpSheet isOpen={open === 'help'} singleKeys={singleKeys} actions={told} onClose={close} />
        {open === 'palette' && <Palette workplace={workplace} onClose={close} />}
        <ReaderSheets workplace={workplace} />
      </SheetBoundary>
      <ClosedSheet workplace={workplace} />
      <StrayNews workplace={workplace} />
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
