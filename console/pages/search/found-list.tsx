import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { FoundComment } from '../../../contract/search';
import { plainText } from '../../queue/plain-text';
import { isSelectable, type Selected } from '../../queue/selection';
import { ItemList } from '../../view/item-list';
import { ItemOption } from '../../view/item-option';
import { textKey } from '../../view/text-key';
import { useWording } from '../../view/wording-context';
import type { SearchProps } from './search-props';
import { texts } from './texts';

/** What was found, newest first, with what was looked for marked where it stands. */
export function FoundList({ workplace, found, now }: Pick<SearchProps, 'workplace' | 'found'> & { now: number }): ReactNode {
  const words = texts[useWording().language];
  const { comments, focusedId } = useStore(found.store);
  return (
    <ItemList label={words.list} focusedId={focusedId} onMove={(by) => found.move(by)} onNearEnd={() => void found.loadMore()}>
      {comments.map((comment) => (
        <FoundRow
          key={textKey(comment)}
          comment={comment}
          now={now}
          isFocused={comment.id === focusedId}
          selected={workplace.selected}
          onFocus={() => found.focus(comment.id)}
        />
      ))}
    </ItemList>
  );
}

interface FoundRowProps {
  comment: FoundComment;
  now: number;
  isFocused: boolean;
  selected: StoreApi<Selected>;
  onFocus(): void;
}

function FoundRow({ comment, now, isFocused, selected, onFocus }: FoundRowProps): ReactNode {
  const wording = useWording();
  return (
    <ItemOption id={comment.id} isFocused={isFocused} selected={selected} isFixed={!isSelectable(comment)} onFocus={onFocus}>
      <span className="row-author" dir="auto">
        {comment.author.name}
      </span>
      <time className="row-time quiet" dateTime={comment.postedAt}>
        {wording.ago(comment.postedAt, now)}
      </time>
      <span className="row-text covered" dir="auto">
        <Excerpt comment={comment} />
      </span>
      <span className="row-foot">
        <span className="row-article quiet" dir="auto">
          {comment.thread.title}
        </span>
        <span className="row-status" data-status={comment.status}>
          {wording.texts.statuses[comment.status]}
        </span>
      </span>
    </ItemOption>
  );
}

function Excerpt({ comment: { excerpt, status, body } }: Pick<FoundRowProps, 'comment'>): ReactNode {
  const words = texts[useWording().language];
  if (status === 'withdrawn') return words.withdrawn;
  if (excerpt.length === 0) return plainText(body);
  // Its parts never change: they are known by their order.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return excerpt.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text));
}
