import type { VNode } from 'preact';
import type { ThreadView } from '../../contract/conversation';

/** In a tab of its own: what is being written here stays. */
export function ArticleLink({ thread: { title, url } }: { thread: Pick<ThreadView, 'title' | 'url'> }): VNode {
  return (
    <p class="mine-line">
      <a href={url} target="_blank" rel="noopener" dir="auto">
        {title || url}
      </a>
    </p>
  );
}
