import { CloseButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { isBad } from '../queue/acts';
import type { Workplace } from '../workplace';
import { useWording } from './wording-context';

/** What was not done after all, for whoever has left the page where it was tried. */
export function StrayNews({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const { news } = useStore(workplace.acts.store);
  useStore(workplace.places.store);
  const [seen, setSeen] = useState(news);
  const isAtHeld = workplace.places.isAt('held');
  // There it stands in the strip.
  if (isAtHeld && seen !== news) setSeen(news);
  if (isAtHeld || news === null || news === seen || !isBad(news)) return null;
  return (
    <div className="stray-news">
      <p role="alert">{wording.news(news)}</p>
      <CloseButton size="sm" aria-label={wording.texts.news.dismiss} onClick={() => setSeen(news)} />
    </div>
  );
}
