import { Modal } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import type { ReasonView } from '../../contract/reasons';
import type { Explanation } from '../queue/decisions';
import { ReasonsFor, useNumbers } from '../readers/view/parts';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';
import { messageOn } from '../writing/drafts';

interface VerdictSheetProps {
  workplace: Workplace;
  title: string;
  /** Whose message it is, while it is written. */
  commentId: string;
  onDecide(explanation: Explanation): void;
}

/** What takes a comment from the public has one of the site's reasons: its number decides at once. */
export function VerdictSheet({ workplace, title, commentId, onDecide }: VerdictSheetProps): ReactNode {
  const { help } = useWording().texts;
  const choose = useCallback(
    ({ id: reasonId }: Pick<ReasonView, 'id'>): void => {
      const message = workplace.drafts.of(messageOn(commentId)).trim();
      workplace.show(null);
      onDecide({ reasonId, ...(message !== '' && { message }) });
    },
    [workplace, commentId, onDecide],
  );
  const byNumber = useCallback(
    (digit: string): void => {
      const reason = workplace.reasons.numbered(digit);
      if (reason !== undefined) choose(reason);
    },
    [workplace, choose],
  );
  useNumbers(workplace, byNumber);
  return (
    <Modal opened onClose={() => workplace.show(null)} title={title} closeButtonProps={{ 'aria-label': help.closeButton }}>
      <ReasonsFor workplace={workplace} commentId={commentId} label={title} onChoose={choose} />
    </Modal>
  );
}
