import type { VNode } from 'preact';
import type { PublishedComment } from '../../contract/conversation';
import { commentLimits } from '../../contract/limits';
import { useStore } from '../store/use-store';
import { sourceOfBody } from '../writing/source-of-body';
import { ActionButton } from './action-button';
import { useFrame } from './use-frame';

const editMilliseconds = commentLimits.editWindowMinutes * 60_000;

export interface OwnActionsProps {
  comment: PublishedComment;
  isWithdrawing: boolean;
  onWithdraw(): void;
}

/** What readers can do with their own comments. */
export function OwnActions({ comment, isWithdrawing, onWithdraw }: OwnActionsProps): VNode {
  const { texts } = useFrame().model.wording;
  return (
    <>
      <EditButton comment={comment} />
      <ActionButton text={texts.withdraw} shape="withdraw" isExpanded={isWithdrawing} onClick={onWithdraw} />
    </>
  );
}

function EditButton({ comment }: { comment: PublishedComment }): VNode | null {
  const { model, act } = useFrame();
  const isEditing = useStore(model.desk, ({ editing }) => editing?.id === comment.id);
  const isOver = useStore(model.now, (now) => now >= Date.parse(comment.postedAt) + editMilliseconds);
  if (isOver && !isEditing) return null;
  const edit = (): void => {
    const source = { text: sourceOfBody(comment.body), revision: comment.revision };
    act(({ writing }) => (isEditing ? writing.closeEdit() : writing.startEdit(comment.id, source)));
  };
  return <ActionButton text={model.wording.texts.edit} shape="edit" isExpanded={isEditing} onClick={edit} />;
}
