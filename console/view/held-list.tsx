import { memo, type ReactNode } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { HeldItem } from '../queue/held-item';
import { plainText } from '../queue/plain-text';
import type { Selected } from '../queue/selection';
import { ItemList } from './item-list';
import { ItemOption } from './item-option';
import { textKey } from './text-key';
import { useWording } from './wording-context';

interface HeldListProps {
  items: readonly HeldItem[];
  focusedId: string | null;
  now: number;
  selected: StoreApi<Selected>;
  /** The name of somebody else who looks at it. */
  keeperOf(item: HeldItem): string | null;
  onFocus(id: string): void;
  onMove(by: 1 | -1): void;
  onNearEnd(): void;
}

export function HeldList({ items, focusedId, now, selected, keeperOf, onFocus, onMove, onNearEnd }: HeldListProps): ReactNode {
  const { held } = useWording().texts;
  return (
    <ItemList label={held.list} focusedId={focusedId} onMove={onMove} onNearEnd={onNearEnd}>
      {items.map((item) => (
        <HeldRow
          key={textKey(item.comment)}
          item={item}
          now={now}
          keeper={keeperOf(item)}
          isFocused={item.comment.id === focusedId}
          selected={selected}
          onFocus={onFocus}
        />
      ))}
    </ItemList>
  );
}

interface HeldRowProps {
  item: HeldItem;
  now: number;
  keeper: string | null;
  isFocused: boolean;
  selected: StoreApi<Selected>;
  onFocus(id: string): void;
}

/** Hundreds may be there, of which a key changes two. */
const HeldRow = memo(function HeldRow({ item: { comment, trouble }, now, keeper, isFocused, selected, onFocus }: HeldRowProps): ReactNode {
  const wording = useWording();
  const { held } = wording.texts;
  const mark = trouble && (trouble.kind === 'left' ? held.leftMark : trouble.kind === 'edited' ? held.changed : held.cameBack);
  return (
    <ItemOption id={comment.id} isFocused={isFocused} selected={selected} onFocus={onFocus}>
      <span className="row-author" dir="auto">
        {comment.author.name}
      </span>
      <time className="row-time quiet" dateTime={comment.postedAt}>
        {wording.ago(comment.postedAt, now)}
      </time>
      <span className="row-text covered" dir="auto">
        {plainText(comment.body)}
      </span>
      <span className="row-foot">
        <span className="row-article quiet" dir="auto">
          {comment.thread.title}
        </span>
        {mark && <span className="row-mark">{mark}</span>}
        {keeper !== null && (
          <span className="row-keeper" dir="auto">
            {wording.keptBy(keeper)}
          </span>
        )}
      </span>
    </ItemOption>
  );
});
