import { Kbd, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { allActions } from '../actions/all-actions';
import { builtInReasons } from '../catalogues/catalogue';
import { useWording } from './wording-context';

interface HelpSheetProps {
  isOpen: boolean;
  singleKeys: boolean;
  onClose(): void;
}

/** Every key and what it does. */
export function HelpSheet({ isOpen, singleKeys, onClose }: HelpSheetProps): ReactNode {
  const { help, actions, keyNames } = useWording().texts;
  const rows: [keys: string[], what: string][] = [
    ...allActions.flatMap(({ id, key }): [string[], string][] => (key === undefined ? [] : [[key.split('+'), actions[id]]])),
    [['1', '–', String(builtInReasons.length)], help.reasons],
    [[keyNames.escape], help.close],
  ];
  return (
    <Modal opened={isOpen} onClose={onClose} title={help.title} closeButtonProps={{ 'aria-label': help.closeButton }}>
      {!singleKeys && <p className="quiet">{help.off}</p>}
      <table className="keys">
        <tbody>
          {rows.map(([keys, what]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>
                {keys.map((key) =>
                  key === '–' ? key : <Kbd key={key}>{key === 'mod' ? keyNames.mod : key.length === 1 ? key.toUpperCase() : key}</Kbd>,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
