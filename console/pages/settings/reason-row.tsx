import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReasonView } from '../../../contract/reasons';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { texts } from './texts';

interface ReasonRowProps {
  reason: ReasonView;
  mayEdit: boolean;
  /** By which moderators choose it; 0 where it has none. */
  digit: number;
  isFirst: boolean;
  isLast: boolean;
  isOpen: boolean;
  /** Shown while it is closed. */
  unsaved: ReactNode;
  /** Shown while it is open. */
  children: ReactNode;
  onToggle(): void;
  onMove(by: 1 | -1): void;
  onOpen(): void;
}

export function ReasonRow({ reason, mayEdit, digit, isOpen, unsaved, children, onToggle, onOpen, ...moving }: ReasonRowProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const name = wording.reason(reason);
  const named = { name: isolated(name) };
  const facts = [
    words.grounds[reason.ground],
    ...(reason.isForReports ? [] : [words.notForReports]),
    ...(reason.isOn ? [] : [words.isOff]),
  ].join(' · ');
  return (
    <li data-off={!reason.isOn || undefined}>
      <span className="settings-digit">
        {digit > 0 ? <kbd aria-label={filled(words.digit, { digit: String(digit) })}>{digit}</kbd> : <span aria-hidden="true">–</span>}
      </span>
      <span className="settings-what">
        <span className="row-name" dir="auto">
          {name}
        </span>
        <span className="quiet">{facts}</span>
        {reason.rule !== null && <span dir="auto">{reason.rule}</span>}
        {mayEdit && !isOpen && unsaved}
      </span>
      {mayEdit && (
        <>
          <span className="settings-acts">
            <Checkbox label={words.on} aria-label={filled(words.onOf, named)} checked={reason.isOn} onChange={onToggle} />
            <Mover {...moving} name={name} />
            <Button
              size="xs"
              variant="default"
              aria-expanded={isOpen}
              aria-controls={reason.id}
              aria-label={filled(words.changeOf, named)}
              onClick={onOpen}
            >
              {words.change}
            </Button>
          </span>
          <div id={reason.id} className="settings-open" hidden={!isOpen}>
            {isOpen && children}
          </div>
        </>
      )}
    </li>
  );
}

/** A row that moves takes the keyboard along. */
function Mover({ name, isFirst, isLast, onMove }: Pick<ReasonRowProps, 'isFirst' | 'isLast' | 'onMove'> & { name: string }): ReactNode {
  const words = texts[useWording().language];
  const move = (by: 1 | -1, button: HTMLElement): void => {
    onMove(by);
    requestAnimationFrame(() => button.focus());
  };
  return (
    <Button.Group>
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          size="xs"
          variant="default"
          aria-label={filled(by < 0 ? words.up : words.down, { name: isolated(name) })}
          aria-disabled={by < 0 ? isFirst : isLast}
          onClick={({ currentTarget }) => move(by, currentTarget)}
        >
          <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
        </Button>
      ))}
    </Button.Group>
  );
}
