import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ModeratedComment } from '../../contract/moderation';
import { filled } from '../catalogues/wording';
import { useWording } from './wording-context';

/** Where a comment stands, whose it is, and since when. */
export function Circumstances({
  comment: { thread, author, postedAt, editedAt, parents },
  now,
}: {
  comment: ModeratedComment;
  now: number;
}): ReactNode {
  const wording = useWording();
  const { held } = wording.texts;
  const time = (text: string, at: string): string => filled(text, { time: `${wording.ago(at, now)} (${wording.moment(at)})` });
  return (
    <header>
      <p className="article">
        <span className="quiet">{held.article}</span>{' '}
        <a href={thread.url} target="_blank" rel="noreferrer" dir="auto">
          {thread.title}
          <VisuallyHidden> {held.newTab}</VisuallyHidden>
        </a>
      </p>
      <h2 dir="auto">{author.name}</h2>
      <p className="quiet">
        <time dateTime={postedAt}>{time(held.posted, postedAt)}</time>
        {editedAt !== null && (
          <>
            {' · '}
            <time dateTime={editedAt}>{time(held.edited, editedAt)}</time>
          </>
        )}
      </p>
      {parents.length > 0 && <Parents parents={parents} />}
    </header>
  );
}

/** What it replies to, the nearest last. */
function Parents({ parents }: Pick<ModeratedComment, 'parents'>): ReactNode {
  const { held, statuses } = useWording().texts;
  return (
    <section className="parents" aria-label={held.repliesTo}>
      <p className="quiet">{held.repliesTo}</p>
      <ol>
        {parents.map(({ id, author, status, text }) => (
          <li key={id}>
            <b dir="auto">{author.name}</b>
            {status !== 'published' && <span className="row-status" data-status={status}>{` ${statuses[status]}`}</span>}
            <p className="quoted covered" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
