import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Workplace } from '../workplace';
import { PageNotLoaded } from './page-not-loaded';
import { useReaderParts } from './use-reader-parts';
import { useWording } from './wording-context';

/** What lies over the page while something is done about a reader. */
export function ReaderSheets({ workplace }: { workplace: Workplace }): ReactNode {
  const { open } = useStore(workplace.overlays);
  return open === 'sanction' || open === 'lift' || open === 'note' ? <ReaderSheet workplace={workplace} name={open} /> : null;
}

function ReaderSheet({ workplace, name }: { workplace: Workplace; name: 'sanction' | 'lift' | 'note' }): ReactNode {
  const { help } = useWording().texts;
  const loading = useReaderParts();
  if (loading.phase === 'loaded') return <loading.parts.ReaderSheet workplace={workplace} name={name} />;
  if (loading.phase === 'loading') return null;
  return (
    <Modal opened onClose={() => workplace.show(null)} closeButtonProps={{ 'aria-label': help.closeButton }}>
      <PageNotLoaded onTryAgain={() => location.reload()} />
    </Modal>
  );
}
