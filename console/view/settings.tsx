import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Workplace } from '../workplace';
import { PageNotLoaded } from './page-not-loaded';
import { useComfortParts } from './use-comfort-parts';
import { useWording } from './wording-context';

/** What somebody likes, behind a button. */
export function Settings({ workplace, name }: { workplace: Workplace; name: string }): ReactNode {
  const { frame } = useWording().texts;
  const { open } = useStore(workplace.overlays);
  const comfort = useComfortParts();
  const isOpen = open === 'settings';
  return (
    <Popover opened={isOpen} onDismiss={() => workplace.show(null)} position="bottom-end" width={280}>
      <Popover.Target>
        <Button variant="default" size="xs" onClick={() => workplace.show(isOpen ? null : 'settings')}>
          {frame.settings}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="settings" aria-label={frame.settings}>
        {comfort.phase === 'loaded' && <comfort.parts.SettingsContents workplace={workplace} name={name} />}
        {comfort.phase === 'failed' && <PageNotLoaded onTryAgain={() => location.reload()} />}
      </Popover.Dropdown>
    </Popover>
  );
}
