import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Language } from '../../contract/embed';
import type { InboxTexts } from '../catalogues/inbox-texts';
import { LazyPart, useLazyPart } from '../view/lazy-part';
import { useFrame } from '../view/use-frame';
import { BellButton, BellToCome } from './bell';
import { NewsPill } from './news-pill';
import { InboxWords } from './words';

const views = new LazyPart(() => import('./inbox-views'));

/** Who is not logged in needs none of them. */
const catalogues: Record<Language, LazyPart<{ inboxTexts: InboxTexts }>> = {
  en: new LazyPart(() => import('../catalogues/inbox-en')),
  de: new LazyPart(() => import('../catalogues/inbox-de')),
  es: new LazyPart(() => import('../catalogues/inbox-es')),
  fr: new LazyPart(() => import('../catalogues/inbox-fr')),
  ar: new LazyPart(() => import('../catalogues/inbox-ar')),
};

/** Says how much waits for the reader, and leads there. */
export function Bell(): VNode {
  const words = useInboxWords();
  return words ? <BellButton words={words} onNear={() => void views.load()} /> : <BellToCome />;
}

/** The inbox, and what the reader follows. */
export function InboxPart(): VNode | null {
  const part = useLazyPart(views);
  const words = useInboxWords();
  return part && words ? <part.InboxPanel words={words} Pill={NewsPill} /> : null;
}

function useInboxWords(): InboxWords | null {
  const { model } = useFrame();
  const texts = useLazyPart(catalogues[model.state.language])?.inboxTexts;
  return useMemo(() => (texts ? new InboxWords(model.wording, texts) : null), [texts]);
}
