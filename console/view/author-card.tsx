import { type ReactNode, useEffect } from 'react';
import type { Workplace } from '../workplace';
import { CardSkeleton } from './card-skeleton';
import { PageNotLoaded } from './page-not-loaded';
import { useReaderParts } from './use-reader-parts';
import { useWording } from './wording-context';

interface AuthorCardProps {
  workplace: Workplace;
  readerId: string;
  /** Who probably is looked at next. */
  nextId?: string;
  now: number;
}

/** The place of who wrote what is being read. */
export function AuthorCard({ workplace, readerId, nextId, now }: AuthorCardProps): ReactNode {
  const { reader: texts } = useWording().texts;
  const { readers, siteKey } = workplace;
  const loading = useReaderParts();
  const look = (): void => readers.look(siteKey, readerId, ...(nextId === undefined ? [] : [nextId]));
  useEffect(look, [readers, siteKey, readerId, nextId]);
  return (
    <section className="card" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      {loading.phase === 'loading' && <CardSkeleton />}
      {loading.phase === 'failed' && <PageNotLoaded onTryAgain={() => location.reload()} />}
      {loading.phase === 'loaded' && <loading.parts.AuthorCard workplace={workplace} readerId={readerId} now={now} onTryAgain={look} />}
    </section>
  );
}
