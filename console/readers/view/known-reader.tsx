import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Person, SanctionView } from '../../../contract/sanctions';
import { CardSkeleton } from '../../view/card-skeleton';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { ReaderCard } from './reader-card';
import { texts as textsByLanguage } from './texts';

interface KnownReaderProps {
  workplace: Workplace;
  readerId: string;
  now: number;
  /** Those that can be lifted from here. */
  liftable?: readonly SanctionView[];
  /** Asks for what is known of them again. */
  onTryAgain(): void;
  onLift?(sanction: SanctionView, reader: Person): void;
}

/** What is known of a reader, the shape of it while it is asked for, or that it could not be read. */
export function KnownReader({ workplace, readerId, now, liftable, onTryAgain, onLift }: KnownReaderProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { known, failed } = useStore(workplace.readers.store);
  const history = known[readerId];
  if (history !== undefined)
    return <ReaderCard history={history} now={now} liftable={liftable} onLift={(sanction) => onLift?.(sanction, history.reader)} />;
  if (!failed.has(readerId)) return <CardSkeleton />;
  return (
    <div className="card-failed" role="status">
      <p>{texts.failed}</p>
      <Button size="xs" variant="default" onClick={onTryAgain}>
        {wording.texts.frame.tryAgain}
      </Button>
    </div>
  );
}
