import type { VNode } from 'preact';
import type { FollowingTexts } from '../catalogues/following-texts';
import type { OwnList } from '../decisions/mine';
import { ListEnd } from '../view/list-end';
import { useFrame } from '../view/use-frame';

interface EndProps {
  list: OwnList<unknown>;
  texts: FollowingTexts;
  /** What is said where there is nothing. */
  none: string;
  onRead(): void;
}

/** What is below the items of a list of people, or of their comments. */
export function End({ list: { items, nextCursor, progress }, texts, none, onRead }: EndProps): VNode {
  return (
    <ListEnd
      progress={progress}
      isEmpty={items.length === 0}
      hasMore={nextCursor !== null}
      none={none}
      showMore={texts.showMore}
      onMore={onRead}
      onTryAgain={onRead}
    />
  );
}

export function ReadFailed({ onRead }: Pick<EndProps, 'onRead'>): VNode {
  const { loadFailed, tryAgain } = useFrame().model.wording.texts;
  return (
    <p class="refusal" role="alert">
      {loadFailed}
      <button type="button" class="link" onClick={onRead}>
        {tryAgain}
      </button>
    </p>
  );
}
