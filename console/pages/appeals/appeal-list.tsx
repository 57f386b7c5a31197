import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { ItemList, optionId } from '../../view/item-list';
import { useWording } from '../../view/wording-context';
import { idOf, type OpenAppeals } from './open-appeals';
import { texts as textsByLanguage } from './texts';

/** The objections, oldest first. */
export function AppealList({ appeals, now }: { appeals: OpenAppeals; now: number }): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { appeals: items, focusedId } = useStore(appeals.store);
  return (
    <ItemList label={texts.list} focusedId={focusedId} onMove={(by) => appeals.move(by)} onNearEnd={() => void appeals.loadMore()}>
      {items.map((appeal) => {
        const { reader, madeAt, text, statement } = appeal.item;
        const id = idOf(appeal);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, an option is only pointed at
          <div
            key={id}
            id={optionId(id)}
            className="held-row"
            role="option"
            tabIndex={-1}
            aria-selected={id === focusedId}
            onClick={() => appeals.focus(id)}
          >
            <span className="row-author" dir="auto">
              {reader.name}
            </span>
            <time className="row-time quiet" dateTime={madeAt}>
              {wording.ago(madeAt, now)}
            </time>
            <span className="row-text covered" dir="auto">
              {text}
            </span>
            <span className="row-foot">
              <span className="row-article quiet">{texts.restrictions[statement.restriction]}</span>
              {appeal.isGone && <span className="row-mark">{texts.gone}</span>}
            </span>
          </div>
        );
      })}
    </ItemList>
  );
}
