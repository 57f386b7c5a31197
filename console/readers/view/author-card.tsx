import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { liftable } from '../../actions/lift-sanction';
import { openReader } from '../../actions/open-reader';
import { sanction } from '../../actions/sanction';
import { writeNote } from '../../actions/write-note';
import { pathOf } from '../../places/place';
import { ActionButton } from '../../view/action-button';
import { CardSkeleton } from '../../view/card-skeleton';
import { follow } from '../../view/follow';
import { KeyHint } from '../../view/key-hint';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { deskOf } from '../desk';
import { liftSanction, restoreComments, type Whose } from '../lift';
import { deleteNote } from '../note-deleting';
import { ReaderCard } from './reader-card';
import type { ReaderDoing } from './reader-doing';
import { texts as textsByLanguage } from './texts';

interface AuthorCardProps {
  workplace: Workplace;
  readerId: string;
  now: number;
  /** Asks for what is known of them again. */
  onTryAgain(): void;
}

/** Who wrote what is in focus, as far as the site knows them, and what can be done about them. */
export function AuthorCard(props: AuthorCardProps): ReactNode {
  const { workplace, readerId } = props;
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
        {!workplace.places.isAt('readers') && <ReaderLink workplace={workplace} readerId={readerId} />}
      </div>
      <KnownReader {...props} />
    </>
  );
}

function ReaderLink({ workplace, readerId }: Pick<AuthorCardProps, 'workplace' | 'readerId'>): ReactNode {
  const texts = textsByLanguage[useWording().language];
  const place = { siteKey: workplace.siteKey, page: 'readers', id: readerId } as const;
  return (
    <Button
      component="a"
      href={pathOf(place)}
      variant="default"
      size="xs"
      rightSection={<KeyHint action={openReader} />}
      onClick={(event) => follow(event, () => workplace.places.go(place))}
    >
      {texts.page}
    </Button>
  );
}

/** What is known, the shape of it while it is asked for, or that it could not be read. */
function KnownReader({ workplace, readerId, now, onTryAgain }: AuthorCardProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { known, failed } = useStore(workplace.readers.store);
  const history = known[readerId];
  if (history !== undefined)
    return <ReaderCard history={history} now={now} doing={doingOf(workplace, { siteKey: workplace.siteKey, reader: history.reader })} />;
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

function doingOf(workplace: Workplace, whose: Whose): ReaderDoing {
  const { me } = workplace.session.store.getState();
  return {
    mayLift: (one) => liftable(workplace, whose.reader.id).includes(one),
    lift: (one) => void liftSanction(deskOf(workplace), whose, one),
    restore: (one) => void restoreComments(deskOf(workplace), whose, one),
    mayDelete: ({ writtenBy }) => writtenBy.id === me?.reader.id,
    deleteNote: (note) => void deleteNote(deskOf(workplace), whose, note),
  };
}
