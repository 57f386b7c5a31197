import type { VNode } from 'preact';
import { afterRendering, isLost } from '../view/focus';
import { useFrame } from '../view/use-frame';
import { useSeldom } from '../view/use-seldom';
import type { NewsPlace } from './news';
import type { InboxWords } from './words';

export interface NewsPillProps {
  tab: NewsPlace;
  waiting: number;
  words: InboxWords;
}

/** What came while the reader looks, in a row that is always there: nothing moves until they ask for it. */
export function NewsPill({ tab, waiting, words }: NewsPillProps): VNode {
  return (
    <div class="news-row" role="status">
      {waiting > 0 && <Pill tab={tab} waiting={waiting} words={words} />}
    </div>
  );
}

/** Is read out whenever its text changes: not at every comment, where many come. */
function Pill({ tab, waiting, words }: NewsPillProps): VNode {
  const { act } = useFrame();
  const count = useSeldom(waiting);
  const show = (): void =>
    act(async ({ inbox }) => {
      await inbox.readNewest(tab);
      afterRendering(() => {
        // Who pressed it by keyboard reads on with what came.
        if (isLost()) document.querySelector<HTMLElement>('.inbox [role="tabpanel"] :is(li, section) a')?.focus({ preventScroll: true });
      });
    });
  return (
    <button type="button" class="pill" onClick={show}>
      {words.counted(words.texts.newCount, count)}
    </button>
  );
}
