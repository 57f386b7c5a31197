import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BulkView } from '../../../contract/bulk';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { texts } from '../texts';

interface UndoSheetProps {
  view: BulkView;
  onYes(): void;
  onNo(): void;
}

/** Much was decided, perhaps long ago: so it is asked once. */
export function UndoSheet({ view, onYes, onNo }: UndoSheetProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const undo = (): void => {
    onNo();
    onYes();
  };
  return (
    <Modal opened onClose={onNo} title={words.undoTitle} withCloseButton={false}>
      <p>{wording.plural(words.undoAsk, view.decided)}</p>
      <p className="quiet">{filled(words.undoWhose, { name: isolated(view.madeBy.name), time: wording.moment(view.madeAt) })}</p>
      <div className="sheet-buttons">
        <Button data-autofocus color="red" variant="light" onClick={undo}>
          {words.undoYes}
        </Button>
        <Button variant="subtle" onClick={onNo}>
          {words.no}
        </Button>
      </div>
    </Modal>
  );
}
