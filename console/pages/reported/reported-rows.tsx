import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { HeldItem } from '../../queue/held-item';
import { plainText } from '../../queue/plain-text';
import type { Selected } from '../../queue/selection';
import { ItemList } from '../../view/item-list';
import { ItemOption } from '../../view/item-option';
import { textKey } from '../../view/text-key';
import { useWording } from '../../view/wording-context';
import type { ReportedProps } from './reported-props';
import { texts } from './texts';

type ReportedRowsProps = Pick<ReportedProps, 'list' | 'queue'> & { now: number; selected: StoreApi<Selected> };

/** What was reported, the most urgent first. */
export function ReportedRows({ list, queue, now, selected }: ReportedRowsProps): ReactNode {
  const words = texts[useWording().language];
  const { items, focusedId } = useStore(queue.store);
  return (
    <ItemList label={words.list} focusedId={focusedId} onMove={(by) => queue.move(by)} onNearEnd={() => void queue.loadMore()}>
      {items.map((item) => (
        <Row key={textKey(item.comment)} item={item} list={list} queue={queue} now={now} selected={selected} />
      ))}
    </ItemList>
  );
}

function Row({ item, list, queue, now, selected }: ReportedRowsProps & { item: HeldItem }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { comment, trouble } = item;
  const { reportCount, noticeCount } = list.against(comment.id);
  const keeper = queue.keeperOf(item, now);
  const open = [
    noticeCount > 0 && wording.plural(words.notices, noticeCount),
    reportCount > 0 && wording.plural(words.reports, reportCount),
  ];
  return (
    <ItemOption id={comment.id} isFocused={queue.focused === item} selected={selected} onFocus={(id) => queue.focus(id)}>
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
        <span className="row-article quiet">{open.filter(Boolean).join(', ')}</span>
        {trouble !== null && <span className="row-mark">{words.changed}</span>}
        {keeper !== null && (
          <span className="row-keeper" dir="auto">
            {wording.keptBy(keeper)}
          </span>
        )}
      </span>
    </ItemOption>
  );
}
