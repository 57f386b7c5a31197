import type { VNode } from 'preact';
import type { PublishedComment } from '../../contract/conversation';
import { commentLimits } from '../../contract/limits';
import { sourceOfBody } from '../writing/source-of-body';
import { useScene } from './scene';

const editMilliseconds = commentLimits.editWindowMinutes * 60_000;

export interface OwnActionsProps {
  comment: PublishedComment;
  isWithdrawing: boolean;
  onWithdraw(): void;
}

/** What readers can do with their own comments. */
export function OwnActions({ comment, isWithdrawing, onWithdraw }: OwnActionsProps): VNode {
  const { texts } = useScene().model.wording;
  return (
    <>
      <EditButton comment={comment} />
      <button type="button" class="quiet" aria-expanded={isWithdrawing} onClick={onWithdraw}>
        {texts.withdraw}
      </button>
    </>
  );
}

function EditButton({ comment }: { comment: PublishedComment }): VNode | null {
  const { model, act, desk, now } = useScene();
  const isEditing = desk.editing?.id === comment.id;
  if (now >= Date.parse(comment.postedAt) + editMilliseconds && !isEditing) return null;
  const edit = (): void => {
    const source = { text: sourceOfBody(comment.body), revision: comment.revision };
    act(({ writing }) => (isEditing ? writing.cancelEdit() : writing.startEdit(comment.id, source)));
  };
  return (
    <button type="button" class="quiet" aria-expanded={isEditing} onClick={edit}>
      {model.wording.texts.edit}
    </button>
  );
}
