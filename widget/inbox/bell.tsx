import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { NewsCount } from '../../contract/inbox';
import { isInboxCovered } from '../frame/panel-order';
import { useStore } from '../store/use-store';
import { adoptStyles } from '../view/adopt-styles';
import { useFrame } from '../view/use-frame';
import { useSeldom } from '../view/use-seldom';
import styles from './bell.css?inline';
import type { InboxWords } from './words';

adoptStyles(styles);

export interface BellProps {
  words: InboxWords;
  /** It may be pressed soon. */
  onNear(): void;
}

/** Beside the name of who is reading: how much waits for them. */
export function BellButton({ words, onNear }: BellProps): VNode {
  const { model, act } = useFrame();
  const count = useStore(model.news, (news) => news);
  const isOpen = useStore(model.inbox, (inbox) => inbox !== null);
  const label = words.bell(count);
  return (
    <>
      <button
        type="button"
        class="quiet bell"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={() => act(({ inbox }) => (isOpen && !isInboxCovered(model) ? inbox.close() : inbox.open()))}
      >
        <BellShape />
        <Mark count={count} words={words} />
      </button>
      <BellNews count={count} isQuiet={isOpen} words={words} />
    </>
  );
}

/** Keeps its room. */
export function BellToCome(): VNode {
  return (
    <span class="bell">
      <BellShape />
    </span>
  );
}

function BellShape(): VNode {
  return (
    <svg class="icon" aria-hidden="true" viewBox="0 0 16 16">
      <path d="M8 2a4 4 0 0 0-4 4c0 3.5-1.5 4.5-1.5 5.5h11C13.5 10.5 12 9.5 12 6a4 4 0 0 0-4-4zM6.5 13.5a1.6 1.6 0 0 0 3 0" />
    </svg>
  );
}

/** The number of what is for the reader; for what they follow, where that is all, a dot. */
function Mark({ count, words }: { count: NewsCount | null; words: InboxWords }): VNode | null {
  if (count === null || count.unread + count.following === 0) return null;
  return (
    <span class={count.unread > 0 ? 'bell-mark' : 'bell-mark is-dot'} aria-hidden="true">
      {count.unread > 0 && words.number(count.unread)}
    </span>
  );
}

interface BellNewsProps {
  count: NewsCount | null;
  /** What comes is said where it is shown. */
  isQuiet: boolean;
  words: InboxWords;
}

/** Says aloud, now and then, that there is more than before; not what was there from the beginning. */
function BellNews({ count, isQuiet, words }: BellNewsProps): VNode {
  const seldom = useSeldom(count);
  const told = useRef<NewsCount | null>(null);
  const news = useRef('');
  // What was there from the beginning counts as told.
  if (count === null || told.current === null) told.current = count;
  else if (seldom !== null && seldom !== told.current) {
    news.current = isMore(seldom, told.current) && !isQuiet ? words.bell(seldom) : '';
    told.current = seldom;
  }
  return (
    <span class="only-heard" role="status">
      {news.current}
    </span>
  );
}

function isMore(now: NewsCount, before: NewsCount): boolean {
  return now.unread > before.unread || now.following > before.following;
}
