import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PageAction } from '../actions/page-action';
import { type Acts, isBad as isBadNews } from '../queue/acts';
import { ActionButton } from '../view/action-button';
import { useWording } from '../view/wording-context';

interface PageNewsProps {
  /** Of the page. */
  acts: Pick<Acts, 'store'>;
  /** What the page did last, where nothing was done about a reader since. */
  told: string;
  isBad?: boolean;
  undo: PageAction;
}

/** What was done last on a page, always in the same place. */
export function PageNews({ acts, told, isBad = false, undo }: PageNewsProps): ReactNode {
  const wording = useWording();
  const { news, undoable } = useStore(acts.store);
  const isShownBad = news === null ? isBad : isBadNews(news);
  return (
    <div className="news" data-bad={isShownBad || undefined}>
      <p role="status">{news === null ? told : wording.news(news)}</p>
      <span className="room" />
      {undoable > 0 && <ActionButton size="xs" variant="default" action={undo} isPossible onPerform={undo.perform} />}
    </div>
  );
}
