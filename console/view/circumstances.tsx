import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ModeratedComment } from '../../contract/moderation';
import { filled } from '../catalogues/wording';
import { useWording } from './wording-context';

/** Where a comment stands, whose it is, and since when. */
export function Circumstances({
  comment: { thread, author, postedAt, editedAt, parentId },
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
      {parentId !== null && <p className="quiet">{filled(held.replyTo, { id: parentId })}</p>}
    </header>
  );
}
