import { type ReactNode, useEffect } from 'react';
import { KnownReader } from '../readers/view/parts';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';

interface KnownAuthorProps {
  workplace: Workplace;
  readerId: string;
  /** Who probably is looked at next. */
  nextId?: string;
  now: number;
}

/** What is known of who wrote what is read, beside it. */
export function KnownAuthor({ workplace, readerId, nextId, now }: KnownAuthorProps): ReactNode {
  const { reader: texts } = useWording().texts;
  const { readers, siteKey } = workplace;
  const look = (): void => readers.look(siteKey, readerId, ...(nextId === undefined ? [] : [nextId]));
  useEffect(look, [readers, siteKey, readerId, nextId]);
  return (
    <section className="card" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <KnownReader workplace={workplace} readerId={readerId} now={now} onTryAgain={look} />
    </section>
  );
}
