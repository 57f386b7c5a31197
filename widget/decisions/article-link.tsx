import type { VNode } from 'preact';
import type { ThreadView } from '../../contract/conversation';

export interface ArticleLinkProps {
  thread: Pick<ThreadView, 'title' | 'url'>;
  onFollow?(event: MouseEvent): void;
}

/** In a tab of its own: what is being written here stays. */
export function ArticleLink({ thread: { title, url }, onFollow }: ArticleLinkProps): VNode {
  return (
    <p class="mine-line">
      <a href={url} target="_blank" rel="noopener" dir="auto" onClick={onFollow}>
        {title || url}
      </a>
    </p>
  );
}
