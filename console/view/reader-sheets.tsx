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
  return open === 'sanction' || open === 'lift' || open === 'note' ? <ReaderSheet workplace={workplace} sheet={open} /> : null;
}

function ReaderSheet({ workplace, sheet }: { workplace: Workplace; sheet: 'sanction' | 'lift' | 'note' }): ReactNode {
  const { help } = useWording().texts;
  const loading = useReaderParts();
  if (loading.phase === 'failed')
    return (
      <Modal opened onClose={() => workplace.show(null)} closeButtonProps={{ 'aria-label': help.closeButton }}>
        <PageNotLoaded onTryAgain={() => location.reload()} />
      </Modal>
    );
  if (loading.phase !== 'loaded') return null;
  const { SanctionSheet, LiftSheet, NoteSheet } = loading.parts;
  switch (sheet) {
    case 'sanction':
      return <SanctionSheet workplace={workplace} />;
    case 'lift':
      return <LiftSheet workplace={workplace} />;
    case 'note':
      return <NoteSheet workplace={workplace} />;
  }
}
