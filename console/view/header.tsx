import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ConsoleMe } from '../../contract/auth';
import { openPalette } from '../actions/open-palette';
import { showHelp } from '../actions/show-help';
import { moderatedSites } from '../session/session';
import type { Workplace } from '../workplace';
import { KeyHint } from './key-hint';
import { NavigationSelect } from './navigation';
import { Settings } from './settings';
import { useComfortParts } from './use-comfort-parts';
import { useWording } from './wording-context';

/** A landmark of its own kind: a dialog over the page has a header too. */
export function Header({ workplace, me }: { workplace: Workplace; me: ConsoleMe }): ReactNode {
  const { texts } = useWording();
  const { place } = useStore(workplace.places.store);
  const comfort = useComfortParts();
  const sites = moderatedSites(me).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <nav className="top" aria-label={texts.product}>
      <span className="product">{texts.product}</span>
      {sites.length > 0 && (
        <NativeSelect
          className={sites.length > 1 ? 'site' : 'site wide-only'}
          size="xs"
          aria-label={texts.frame.site}
          data={sites}
          value={place?.siteKey}
          onChange={({ currentTarget }) => workplace.places.go({ siteKey: currentTarget.value, page: place?.page ?? 'held' })}
        />
      )}
      {sites.length > 0 && <NavigationSelect workplace={workplace} />}
      <span className="room" />
      {comfort.phase === 'loaded' && <comfort.parts.ShiftCounter workplace={workplace} />}
      <Button variant="default" size="xs" onClick={() => openPalette.perform(workplace)} rightSection={<KeyHint action={openPalette} />}>
        {texts.frame.commands}
      </Button>
      <Button
        className="wide-only"
        variant="default"
        size="xs"
        onClick={() => showHelp.perform(workplace)}
        rightSection={<KeyHint action={showHelp} />}
      >
        {texts.frame.keys}
      </Button>
      <Settings workplace={workplace} name={me.reader.name} />
    </nav>
  );
}
