import { type ReactNode, useEffect } from 'react';
import { AuthorCard } from '../readers/view/parts';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';

interface KnownAuthorProps {
  workplace: Workplace;
  readerId: string;
  /** Who probably is looked at next. */
  nextId?: string;
  now: number;
  /** What they are called here. */
  title?: string;
}

/** Who wrote what is read, beside it: what is known of them, and what can be done about them. */
export function KnownAuthor({ workplace, readerId, nextId, now, title }: KnownAuthorProps): ReactNode {
  const { reader: texts } = useWording().texts;
  const name = title ?? texts.title;
  const { readers, siteKey } = workplace;
  const look = (): void => readers.look(siteKey, readerId, ...(nextId === undefined ? [] : [nextId]));
  useEffect(look, [readers, siteKey, readerId, nextId]);
  return (
    <section className="card" aria-label={name}>
      <h2>{name}</h2>
      <AuthorCard workplace={workplace} readerId={readerId} now={now} onTryAgain={look} />
    </section>
  );
}
