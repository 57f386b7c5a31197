import type { VNode } from 'preact';
import { Composer } from './composer';
import { useFocusReturn } from './focus';
import { useScene } from './scene';

export function EditForm({ id }: { id: string }): VNode {
  const { model, act, desk } = useScene();
  const { texts } = model.wording;
  useFocusReturn();
  return (
    <Composer
      place={`edit-${id}`}
      label={texts.editLabel}
      invitation=""
      action={texts.save}
      isBusy={desk.editing?.isSaving}
      onSubmit={() => act(({ writing }) => writing.saveEdit())}
      onCancel={() => act(({ writing }) => writing.cancelEdit())}
    />
  );
}
