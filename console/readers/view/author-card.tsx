import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { liftable } from '../../actions/lift-sanction';
import { sanction } from '../../actions/sanction';
import { writeNote } from '../../actions/write-note';
import { ActionButton } from '../../view/action-button';
import { CardSkeleton } from '../../view/card-skeleton';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { liftSanction } from '../lift';
import { ReaderCard } from './reader-card';
import { texts as textsByLanguage } from './texts';

interface AuthorCardProps {
  workplace: Workplace;
  readerId: string;
  now: number;
  /** Asks for what is known of them again. */
  onTryAgain(): void;
}

/** Who wrote what is in focus, as far as the site knows them, and what can be done about them. */
export function AuthorCard({ workplace, readerId, now, onTryAgain }: AuthorCardProps): ReactNode {
  const texts = textsByLanguage[useWording().language];
  return (
    <>
      <div className="card-buttons">
        {[sanction, writeNote].map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            variant="default"
            size="xs"
            label={action === sanction ? texts.sanction.button : texts.note.button}
            isPossible
            onPerform={() => action.perform(workplace)}
          />
        ))}
      </div>
      <KnownReader workplace={workplace} readerId={readerId} now={now} onTryAgain={onTryAgain} />
    </>
  );
}

/** What is known of a reader, the shape of it while it is asked for, or that it could not be read. */
export function KnownReader({ workplace, readerId, now, onTryAgain }: AuthorCardProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { known, failed } = useStore(workplace.readers.store);
  const history = known[readerId];
  if (history !== undefined)
    return (
      <ReaderCard
        history={history}
        now={now}
        liftable={liftable(workplace)}
        onLift={(one) => void liftSanction(workplace, { siteKey: workplace.siteKey, reader: history.reader }, one)}
      />
    );
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
