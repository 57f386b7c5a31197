import type { VNode } from 'preact';
import { later } from './later';
import { useLazyPart } from './lazy-part';

/** A row that is always there, for what may have to be said at any time: nothing moves when it is. */
export function NewsRow(): VNode {
  const part = useLazyPart(later);
  return (
    <div class="news-row" role="status">
      {part && <part.News />}
    </div>
  );
}
