import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Workplace } from '../workplace';
import { SheetNotLoaded } from './sheet-not-loaded';
import { useReaderParts } from './use-reader-parts';

/** What lies over the page while something is done about a reader. */
export function ReaderSheets({ workplace }: { workplace: Workplace }): ReactNode {
  const { open } = useStore(workplace.overlays);
  return open === 'sanction' || open === 'lift' || open === 'note' ? <ReaderSheet workplace={workplace} name={open} /> : null;
}

function ReaderSheet({ workplace, name }: { workplace: Workplace; name: 'sanction' | 'lift' | 'note' }): ReactNode {
  const loading = useReaderParts();
  if (loading.phase === 'loaded') return <loading.parts.ReaderSheet workplace={workplace} name={name} />;
  return loading.phase === 'failed' && <SheetNotLoaded workplace={workplace} />;
}
