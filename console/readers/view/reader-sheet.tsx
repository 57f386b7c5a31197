import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Workplace } from '../../workplace';
import type { Whose } from '../lift';
import { LiftSheet } from './lift-sheet';
import { NoteSheet } from './note-sheet';
import { SanctionSheet } from './sanction-sheet';

/** Something that is done about the author in focus when it opens, whoever is in focus later. */
export function ReaderSheet({ workplace, name }: { workplace: Workplace; name: 'sanction' | 'lift' | 'note' }): ReactNode {
  const [whose] = useState<Whose | undefined>(() => workplace.author && { siteKey: workplace.siteKey, reader: workplace.author });
  if (whose === undefined) return null;
  const sheet = { workplace, whose };
  switch (name) {
    case 'sanction':
      return <SanctionSheet {...sheet} />;
    case 'lift':
      return <LiftSheet {...sheet} />;
    case 'note':
      return <NoteSheet {...sheet} />;
  }
}
