import type { ComponentChildren, VNode } from 'preact';
import { useFrame } from './use-frame';

export interface ListEndProps {
  progress: 'unread' | 'reading' | 'read' | 'failed';
  isEmpty: boolean;
  hasMore: boolean;
  /** What is said where there is nothing. */
  none: ComponentChildren;
  showMore: string;
  onMore(): void;
  onTryAgain(): void;
}

/** What is below the items of a list: how to go on, or why there is nothing. */
export function ListEnd({ progress, isEmpty, hasMore, none, showMore, onMore, onTryAgain }: ListEndProps): VNode {
  const { loading, loadFailed, tryAgain } = useFrame().model.wording.texts;
  return (
    <>
      <div class="hint" role="status">
        {progress === 'reading' && isEmpty && loading}
        {progress === 'read' && isEmpty && !hasMore && none}
      </div>
      {progress === 'failed' && (
        <p class="refusal" role="alert">
          {loadFailed}
          <button type="button" class="link" onClick={onTryAgain}>
            {tryAgain}
          </button>
        </p>
      )}
      {hasMore && progress !== 'failed' && (
        <button type="button" class="more-button" aria-disabled={progress === 'reading'} onClick={onMore}>
          {progress === 'reading' ? loading : showMore}
        </button>
      )}
    </>
  );
}
