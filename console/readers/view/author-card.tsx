import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { liftable } from '../../actions/lift-sanction';
import { sanction } from '../../actions/sanction';
import { writeNote } from '../../actions/write-note';
import { ActionButton } from '../../view/action-button';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { liftSanction } from '../lift';
import { KnownReader } from './known-reader';
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
  useStore(workplace.readers.store);
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
      <KnownReader
        workplace={workplace}
        readerId={readerId}
        now={now}
        onTryAgain={onTryAgain}
        liftable={liftable(workplace)}
        onLift={(one, reader) => void liftSanction(workplace, { siteKey: workplace.siteKey, reader }, one)}
      />
    </>
  );
}
