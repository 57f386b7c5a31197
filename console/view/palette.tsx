import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Action } from '../actions/action';
import { actionsAt } from '../actions/all-actions';
import { openPalette } from '../actions/open-palette';
import { actionsNamed } from '../actions/search';
import type { Workplace } from '../workplace';
import { KeyHint } from './key-hint';
import { useWording } from './wording-context';

const listId = 'palette-list';
const optionId = ({ id }: Action): string => `palette-${id}`;

interface PaletteProps {
  workplace: Workplace;
  onClose(): void;
}

/** Every action that is possible now, found by its name. */
export function Palette({ workplace, onClose }: PaletteProps): ReactNode {
  const wording = useWording();
  const { palette: texts, help } = wording.texts;
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const possible = actionsAt(workplace).filter((action) => action !== openPalette && action.isPossible(workplace));
  const found = actionsNamed(query, possible, (action) => wording.action(action));
  const chosen = found[index];
  const perform = (action: Action): void => {
    onClose();
    action.perform(workplace);
  };
  const pressed = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && found.length > 0) setIndex((index + by + found.length) % found.length);
    else if (event.key === 'Enter' && chosen !== undefined) perform(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': help.closeButton }}>
      <TextInput
        autoFocus
        data-autofocus
        role="combobox"
        aria-label={texts.search}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen && optionId(chosen)}
        placeholder={texts.search}
        value={query}
        onKeyDown={pressed}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setIndex(0);
        }}
      />
      {found.length === 0 && <p className="quiet">{texts.nothing}</p>}
      <Found actions={found} chosen={chosen} onPerform={perform} />
    </Modal>
  );
}

interface FoundProps {
  actions: readonly Action[];
  chosen?: Action;
  onPerform(action: Action): void;
}

function Found({ actions, chosen, onPerform }: FoundProps): ReactNode {
  const wording = useWording();
  return (
    <div id={listId} className="palette-list" role="listbox" aria-label={wording.texts.palette.title}>
      {actions.map((action) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, an option is only pointed at
        <div
          key={action.id}
          id={optionId(action)}
          className="palette-option"
          role="option"
          tabIndex={-1}
          aria-selected={action === chosen}
          onClick={() => onPerform(action)}
        >
          <span>{wording.action(action)}</span>
          <KeyHint action={action} />
        </div>
      ))}
    </div>
  );
}
