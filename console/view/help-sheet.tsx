import { Kbd, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Action } from '../actions/action';
import { Keys } from './key-hint';
import { useWording } from './wording-context';

interface HelpSheetProps {
  isOpen: boolean;
  singleKeys: boolean;
  actions: readonly Action[];
  onClose(): void;
}

/** The keys that there are, and what each does. */
export function HelpSheet({ isOpen, singleKeys, actions, onClose }: HelpSheetProps): ReactNode {
  const wording = useWording();
  const { help, keyNames } = wording.texts;
  return (
    <Modal opened={isOpen} onClose={onClose} title={help.title} closeButtonProps={{ 'aria-label': help.closeButton }}>
      {!singleKeys && <p className="quiet">{help.off}</p>}
      <table className="keys">
        <tbody>
          {actions.map((action) => (
            <KeyRow key={action.id} what={wording.action(action)}>
              <Keys pressed={action.key ?? ''} />
            </KeyRow>
          ))}
          {actions.some(({ asksForReason }) => asksForReason) && (
            <>
              <KeyRow what={help.numbers}>
                <Kbd size="xs">1</Kbd>–<Kbd size="xs">9</Kbd>
              </KeyRow>
              <KeyRow what={help.message}>
                <Keys pressed="m" />
              </KeyRow>
              <KeyRow what={help.done}>
                <Keys pressed="mod+enter" />
              </KeyRow>
            </>
          )}
          <KeyRow what={help.close}>
            <Kbd size="xs">{keyNames.escape}</Kbd>
          </KeyRow>
        </tbody>
      </table>
    </Modal>
  );
}

function KeyRow({ what, children }: { what: string; children: ReactNode }): ReactNode {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>{children}</td>
    </tr>
  );
}
