import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { liftable } from '../actions/lift-sanction';
import { lift } from '../actions/number';
import { sanction } from '../actions/sanction';
import { writeNote } from '../actions/write-note';
import type { Workplace } from '../workplace';
import { ActionButton } from './action-button';
import { useReaderParts } from './use-reader-parts';
import { useWording } from './wording-context';

interface AuthorCardProps {
  workplace: Workplace;
  readerId: string;
  /** Who probably is looked at next. */
  nextId?: string;
  now: number;
}

const lines = ['70%', '90%', '90%', '40%', '60%'];

/** Who wrote what is being read, as far as the site knows them. */
export function AuthorCard({ workplace, readerId, nextId, now }: AuthorCardProps): ReactNode {
  const { reader: texts } = useWording().texts;
  const { readers, siteKey } = workplace;
  const { known, failed } = useStore(readers.store);
  const loading = useReaderParts();
  const history = known[readerId];
  const look = (): void => readers.look(siteKey, readerId, ...(nextId === undefined ? [] : [nextId]));
  useEffect(look, [readers, siteKey, readerId, nextId]);
  const hasFailed = loading.phase === 'failed' || (failed.has(readerId) && history === undefined);
  return (
    <section className="card" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      {hasFailed && <NotKnown onTryAgain={loading.phase === 'failed' ? () => location.reload() : look} />}
      {!hasFailed && (history === undefined || loading.phase !== 'loaded') && <CardSkeleton />}
      {history !== undefined && loading.phase === 'loaded' && (
        <loading.parts.ReaderCard history={history} now={now} liftable={liftable(workplace)} onLift={(one) => lift(workplace, one)} />
      )}
      <div className="card-buttons">
        {[sanction, writeNote].map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            variant="default"
            size="xs"
            label={texts[action === sanction ? 'sanction' : 'note']}
            isPossible
            onPerform={() => action.perform(workplace)}
          />
        ))}
      </div>
    </section>
  );
}

function CardSkeleton(): ReactNode {
  const { reader: texts } = useWording().texts;
  return (
    <div className="card-skeleton" aria-busy="true">
      <VisuallyHidden role="status">{texts.loading}</VisuallyHidden>
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are always the same
        <Skeleton key={index} height="0.9rem" width={width} animate={false} />
      ))}
    </div>
  );
}

function NotKnown({ onTryAgain }: { onTryAgain(): void }): ReactNode {
  const { reader: texts, frame } = useWording().texts;
  return (
    <div role="status">
      <p>{texts.failed}</p>
      <Button size="xs" variant="default" onClick={onTryAgain}>
        {frame.tryAgain}
      </Button>
    </div>
  );
}
