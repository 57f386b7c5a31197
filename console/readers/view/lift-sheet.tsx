import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { liftable } from '../../actions/lift-sanction';
import { useWording } from '../../view/wording-context';
import { deskOf } from '../desk';
import { liftSanction } from '../lift';
import { Numbered } from './numbered';
import { sanctionInWords } from './reader-card';
import type { ReaderSheetProps } from './sheet-props';
import { texts as textsByLanguage } from './texts';
import { useNumbers } from './use-numbers';

/** Which of the sanctions in force is lifted, by number. */
export function LiftSheet({ workplace, whose }: ReaderSheetProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  // As they are when it opens: a number means the same as long as it is open.
  const [sanctions] = useState(() => liftable(workplace, whose.reader.id));
  const choose = (digit: string): void => {
    const sanction = sanctions[Number(digit) - 1];
    if (sanction === undefined) return;
    workplace.show(null);
    void liftSanction(deskOf(workplace), whose, sanction);
  };
  useNumbers(workplace, choose);
  return (
    <Modal opened onClose={() => workplace.show(null)} title={texts.liftTitle} closeButtonProps={{ 'aria-label': texts.close }}>
      <Numbered
        label={texts.liftTitle}
        choices={sanctions.map((sanction) => ({
          id: sanction.id,
          label: sanctionInWords(wording, sanction),
          detail: wording.reason(sanction.reason),
        }))}
        onChoose={choose}
      />
    </Modal>
  );
}
